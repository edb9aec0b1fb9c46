"""What all nouns have in common."""

from __future__ import annotations


class Noun:
    """Equal to what says the same, and shown with all that it says.

    ``@dataclass`` would write and compile these methods for each noun anew, at every start of the program: hence
    ``eq=False, repr=False`` at each.
    """

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        return hash(tuple([getattr(self, name) for name in self.__slots__]))

    def __repr__(self) -> str:
        members = ", ".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__])
        return f"{type(self).__name__}({members})"
