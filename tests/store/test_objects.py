"""Objects of a real repository by their ids, and answers that no such object has."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.records.files import MAX_BYTES
from reportdiff.store.objects import AT_ONCE, Objects, Unread, digest_of


def start(*command: str, folder: Path | None = None) -> Popen[bytes]:
    return Popen(command, cwd=folder, stdin=PIPE, stdout=PIPE, stderr=PIPE)


def git(folder: Path, *words: str, told: bytes = b"") -> str:
    return (
        subprocess.run(["git", *words], cwd=folder, input=told, check=True, capture_output=True).stdout.decode().strip()
    )


@pytest.fixture(params=["sha1", "sha256"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", f"--object-format={request.param}")
    return tmp_path


def answering(line: str) -> Callable[[], Popen[bytes]]:
    """A program that answers the first question with *line*, whatever it is."""
    return partial(start, "sh", "-c", f"read name; printf '{line}' \"$name\"")


def test_objects_are_given_in_turn_however_many_they_are(repository: Path) -> None:
    contents = [str(number).encode() for number in range(AT_ONCE + 7)]
    names = [git(repository, "hash-object", "-w", "--stdin", told=content) for content in contents[:5]]
    asked = [names[number % 5] for number in range(AT_ONCE + 7)]
    objects = Objects(partial(start, "git", "cat-file", "--batch", folder=repository))
    assert list(objects.read_each(asked, "blob")) == [contents[number % 5] for number in range(AT_ONCE + 7)]
    assert list(objects.read_each([], "blob")) == []
    objects.close()
    objects.close()


def test_an_object_is_held_against_its_name(repository: Path) -> None:
    name = git(repository, "hash-object", "-w", "--stdin", told=b"content")
    assert digest_of(b"content", "blob", len(name)) == name
    for asked, kind, reason in (
        (name, "tree", "does not hold what it is named for"), ("0" * len(name), "blob", "is missing"),
    ):  # fmt: skip
        objects = Objects(partial(start, "git", "cat-file", "--batch", folder=repository))
        with pytest.raises(Unread) as found:
            list(objects.read_each([asked], kind))
        assert (found.value.name, found.value.reason) == (asked, reason)
        objects.close()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "cannot be read"),
        ("what is %s about it\\n", "cannot be read"),
        ("%s blob 7\\ncontent\\n", "does not hold what it is named for"),
        ("%s blob 700\\ncontent\\n", "does not hold what it is named for"),
    ],
)
def test_an_answer_that_no_object_gives(line: str, reason: str) -> None:
    objects = Objects(answering(line))
    with pytest.raises(Unread) as found:
        list(objects.read_each(["0" * 40], "blob"))
    assert found.value.reason == reason
    objects.close()


@pytest.mark.parametrize("more", [0, 1])
def test_only_what_is_larger_than_all_that_is_read_is_refused_unread(more: int) -> None:
    objects = Objects(answering(f"%s blob {MAX_BYTES + more}\\n"))
    with pytest.raises(UnreadableInput if more else Unread):
        list(objects.read_each(["0" * 40], "blob"))
    objects.close()


def test_a_program_that_has_ended_cannot_be_asked() -> None:
    gone = start("true")
    gone.wait()
    objects = Objects(lambda: gone)
    with pytest.raises(Unread) as found:
        list(objects.read_each(["0" * 40] * 5000, "blob"))
    assert found.value.reason == "cannot be read"
    objects.close()
