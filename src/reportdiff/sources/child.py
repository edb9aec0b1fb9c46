"""The child process that reads one document: started by path, it shuts the doors behind itself and answers once.

Standard input holds the bytes. Standard output takes a text (see ``handover``), or a line ``refused MESSAGE``. Any
other end, with whatever exit status, says that the reader broke down.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from importlib import import_module
from typing import Any

_NO_MEMORY = 12
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_NO_NEW_PRIVS = 38
_CODECS = ("ascii", "cp1252", "idna", "latin_1", "utf_16", "utf_16_be", "utf_16_le", "utf_8")


def main(settings: dict[str, Any]) -> int:
    """Read the document on standard input as *settings* tell and answer; the exit status."""
    # Started by path and apart from the environment, the process must be told where the package is.
    sys.path.append(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))  # noqa: PTH120, PTH100
    module, _, function = settings["function"].partition(":")
    for name in (*settings["needs"], *(f"encodings.{codec}" for codec in _CODECS)):
        import_module(name)
    read = getattr(import_module(f"reportdiff.sources.{module}"), function)
    encode_text = import_module("reportdiff.sources.handover").encode_text
    refusals = import_module("reportdiff.model.errors").ReportdiffError
    # One document is read and the process ends: to look for garbage among its many small values is lost time.
    gc.disable()
    _confine(settings["seconds"], settings["memory"], files=settings["files"])
    data = sys.stdin.buffer.read()
    try:
        answer = encode_text(read(data))
    except refusals as refusal:
        answer = b"refused " + str(refusal).encode("utf-8", "replace")
    except MemoryError:
        return _NO_MEMORY
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


def _confine(seconds: int, memory: int, *, files: bool) -> None:
    """Take from this process, for good, what reading needs not."""
    _leave_network()
    try:
        import resource
    except ImportError:  # no such limits on this system: the parent's watch over the time remains
        return
    limits = [("RLIMIT_CORE", 0), ("RLIMIT_CPU", seconds), ("RLIMIT_AS", memory)]
    if not files:
        # Without room for one more descriptor no file, socket or pipe can be opened, and no program started.
        limits += [("RLIMIT_FSIZE", 0), ("RLIMIT_NOFILE", 0)]
    for name, most in limits:
        kind = getattr(resource, name, None)
        if kind is not None:
            _, hard = resource.getrlimit(kind)
            held = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (held, held))


def _leave_network() -> None:
    """Move to a network without devices and give up rising in rights, where the system grants it to everybody."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    system = ctypes.CDLL(None)
    system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        system.unshare(_CLONE_NEWNET)


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
