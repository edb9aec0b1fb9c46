"""Where the characters of a page stand, and how they are set, as the library tells for one at a time."""

from __future__ import annotations

import ctypes
from array import array
from math import pi
from typing import Any, NamedTuple

_UNSEEN = 3
_BOX = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class Box(NamedTuple):
    """The room that a character takes, in points from the left and from the foot of the page."""

    left: float
    right: float
    bottom: float
    top: float


class Glyphs:
    """Where the characters of one page stand. Calls are costly (a microsecond each), so they are few."""

    def __init__(self, raw: Any, handle: Any, places: list[int] | None) -> None:
        self._raw, self._handle, self._places = raw, handle, places
        self.room = array("f", (0.0, 0.0, 0.0, 0.0))
        self._address = self.room.buffer_info()[0]
        self._page = ctypes.cast(handle, ctypes.c_void_p).value
        # Declared anew, since to check and convert its arguments takes longer than the call.
        self._box = _BOX(ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._origin = ctypes.byref(self._x), ctypes.byref(self._y)
        self._matrix = raw.FS_MATRIX()
        self._scaled = ctypes.byref(self._matrix)
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._faces: dict[bytes, str] = {}

    def look(self, at: int) -> None:
        """Fill ``room`` with the left, the top, the right and the bottom of a character's box."""
        self._box(self._page, at if self._places is None else self._places[at], self._address)

    def box(self, at: int) -> Box:
        """The box of a character, as high as its type may be."""
        self.look(at)
        left, top, right, bottom = self.room
        return Box(left, right, bottom, top)

    def origin(self, at: int) -> tuple[float, float]:
        """Where a character stands on its baseline."""
        self._raw.FPDFText_GetCharOrigin(self._handle, self._index(at), *self._origin)
        return self._x.value, self._y.value

    def quarter(self, at: int) -> int:
        """By how many quarters of a turn, against the clock, a character is turned."""
        # The library counts with the clock.
        return -int(self._raw.FPDFText_GetCharAngle(self._handle, self._index(at)) / (pi / 2) + 0.5) % 4

    def size(self, at: int) -> float:
        """The size of the type in points: the font's own measure, as the page scales it."""
        index = self._index(at)
        self._raw.FPDFText_GetMatrix(self._handle, index, self._scaled)
        scale = abs(self._matrix.a * self._matrix.d - self._matrix.b * self._matrix.c) ** 0.5
        return float(self._raw.FPDFText_GetFontSize(self._handle, index) * scale)

    def face(self, at: int) -> str:
        """The name of the font."""
        self._raw.FPDFText_GetFontInfo(self._handle, self._index(at), self._name, 128, self._flags)
        name = self._name.value
        if name not in self._faces:
            self._faces[name] = name.decode("utf-8", "replace").rpartition("+")[2]
        return self._faces[name]

    def is_unseen(self, at: int) -> bool:
        """Whether a character is written without being drawn, as over the picture of a page."""
        thing = self._raw.FPDFText_GetTextObject(self._handle, self._index(at))
        return bool(thing) and self._raw.FPDFTextObj_GetTextRenderMode(thing) == _UNSEEN

    def _index(self, at: int) -> int:
        """The library's number of a character."""
        return at if self._places is None else self._places[at]
