"""Readers of binary formats run in a process of their own, which may do nothing but turn bytes into a text.

A parser of a foreign format is the part of this program that a hostile document can get hold of. So it gets the
document's bytes on its standard input and nothing else: no file and no socket can be opened any more once it sees the
first byte, its time and its memory have limits, and what it answers is checked like any foreign data.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import Text
from reportdiff.sources.handover import Garbled, decode_text

_CHILD = Path(__file__).with_name("child.py")
_LONGEST_ANSWER = 512 << 20
_REFUSAL = b"refused "
_LONGEST_REFUSAL = 300
_OUT_OF_TIME = frozenset({signal.SIGXCPU, signal.SIGKILL}) if hasattr(signal, "SIGXCPU") else frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a reading may use: *seconds* of clock and of processor time, *memory* in bytes.

    ``files`` tells whether it may open files and start programs, as character recognition must; sockets never.
    """

    seconds: int = 20
    memory: int = 1 << 30
    files: bool = False


USUAL = Limits()


def read_confined(
    function: str, data: bytes, *, name: str, needs: tuple[str, ...] = (), limits: Limits = USUAL
) -> Text:
    """The text that *function* (``module:name`` below ``reportdiff.sources``) makes of *data*, in a child process.

    *needs* are the modules that must be imported before the doors are shut; *name* stands in messages. Raises
    UnreadableInput where the reader refuses, crashes, or uses more than *limits* allow.
    """
    settings = json.dumps(
        {
            "function": function,
            "needs": needs,
            "seconds": limits.seconds,
            "memory": limits.memory,
            "files": limits.files,
        }
    )
    command = [sys.executable, "-I", "-X", "utf8", str(_CHILD), settings]
    answer, code, late = _run(command, data, limits.seconds)
    if answer.startswith(_REFUSAL):
        raise UnreadableInput(f"{name}: {_one_line(answer[len(_REFUSAL) :])}")
    if code != 0 or late:
        raise UnreadableInput(f"{name}: {_why(code, limits, late=late)}")
    try:
        return decode_text(answer)
    except Garbled:
        raise UnreadableInput(
            f"{name}: its reader answered with something that is no text; the file may be meant to harm, do not open it"
        ) from None


def _run(command: list[str], data: bytes, seconds: int) -> tuple[bytes, int, bool]:
    """What the child answered, its exit status, and whether it was stopped for its time or its length."""
    with tempfile.TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        with subprocess.Popen(  # noqa: S603 - this very Python, and a file of this package
            command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True, cwd="/"
        ) as process:
            expired: list[bool] = []

            def stop() -> None:
                expired.append(True)
                process.kill()

            watch = Timer(seconds, stop)
            watch.start()
            try:
                assert process.stdout is not None
                answer = process.stdout.read(_LONGEST_ANSWER + 1)
                if len(answer) > _LONGEST_ANSWER:
                    stop()
                code = process.wait()
            finally:
                watch.cancel()
                process.kill()
    return answer, code, bool(expired)


def _why(code: int, limits: Limits, *, late: bool) -> str:
    if late or -code in _OUT_OF_TIME:
        return f"reading it took more than {limits.seconds} seconds; give a shorter document, or several files"
    if code == _NO_MEMORY:
        return (
            f"reading it took more than {limits.memory >> 20} MiB of memory; give a smaller document, or its text alone"
        )
    return "its reader broke down over it; the file is damaged, save it anew with the program that made it"


_NO_MEMORY = 12
"""The exit status by which the child says that its memory did not suffice."""


def _one_line(message: bytes) -> str:
    text = message[: 4 * _LONGEST_REFUSAL].decode("utf-8", "replace")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_REFUSAL]
