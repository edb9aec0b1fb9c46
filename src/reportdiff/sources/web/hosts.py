"""Hosts: their names checked, resolved, and refused where the address lies inside of any network."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from threading import Thread
from typing import TypeAlias

from reportdiff.model.errors import UnreadableInput

Address: TypeAlias = "ipaddress.IPv4Address | ipaddress.IPv6Address"
Resolve: TypeAlias = Callable[[str, int], Sequence[str]]
"""Tells the numbers of a host's name and port; none for one that it does not know."""

_NAME = re.compile(
    r"(?=.{1,253}\.?$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.){0,126}[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.?$"
)
_NUMERIC_LABEL = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)$")
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")
_REFUSED = (
    ipaddress.ip_network("168.63.129.16/32"),  # what a cloud's machines ask about themselves
    ipaddress.ip_network("fec0::/10"),
    ipaddress.ip_network("64:ff9b:1::/48"),
)


def check_host(host: str, url: str) -> str:
    """The host of *url* as it is asked for: a name in ASCII, or the plain spelling of a number.

    Raises :class:`UnreadableInput` for what is neither, such as numbers in octal, in hex or in one piece.
    """
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError:
            raise UnreadableInput(f"{url}: {host[:60]!r} is no host; correct the address") from None
    name = _ascii(host, url)
    if _NUMERIC_LABEL.match(name.rstrip(".").rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError:
            raise UnreadableInput(
                f"{url}: {host[:60]!r} is no plain spelling of an address; write it as 192.0.2.1"
            ) from None
    if not _NAME.match(name):
        raise UnreadableInput(f"{url}: {host[:60]!r} is no host; correct the address")
    return name


def resolve(
    host: str, port: int, url: str, addresses: Resolve, patience: Callable[[], float], *, opened: Sequence[str] = ()
) -> str:
    """The number of *host* that is to be connected to.

    Raises :class:`UnreadableInput` if it has none, or if a single one of them is not public.
    """
    try:
        literal = str(ipaddress.ip_address(host))
    except ValueError:
        found = _within(patience(), lambda: addresses(host, port))
    else:
        found = [literal]
    if not found:
        raise UnreadableInput(f"{url}: no address is known for {host}; check its spelling and the network")
    for number in found:
        if not is_public(ipaddress.ip_address(number.partition("%")[0]), opened=opened):
            raise UnreadableInput(
                f"{url}: {host} is {number}, an address inside of a network; only public ones are fetched from"
            )
    return found[0]


def is_public(address: Address, *, opened: Sequence[str] = ()) -> bool:
    """True for an address that anybody on the network may reach, or that lies in a network that is *opened*.

    One that stands for another is what that one is.

    >>> is_public(ipaddress.ip_address("8.8.8.8")), is_public(ipaddress.ip_address("::ffff:10.0.0.1"))
    (True, False)
    """
    inner = _inner(address)
    if inner is not None:
        return is_public(inner, opened=opened)
    if any(address in ipaddress.ip_network(network) for network in opened):
        return True
    return address.is_global and not address.is_multicast and not any(address in network for network in _REFUSED)


def system_addresses(host: str, port: int) -> list[str]:
    """What the system's resolver knows of *host*, in its order."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _inner(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for; None if for none."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _TRANSLATED or (address in _COMPATIBLE and int(address) > 1):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _ascii(host: str, url: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower() if not host.isascii() else host.lower()
    except UnicodeError:
        raise UnreadableInput(f"{url}: {host[:60]!r} is no host; correct the address") from None


def _within(seconds: float, ask: Callable[[], Sequence[str]]) -> Sequence[str]:
    """What *ask* answers in time, else nothing: the system's resolver itself knows no limit."""
    answers: list[Sequence[str]] = []
    thread = Thread(target=lambda: answers.append(ask()), daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else []
