"""Snapshots out of git, object by object: the one door to GitPython.

Nothing is checked out and no diff of git's own is asked for, so that no filter, hook or viewer that a repository
configures is ever run. A revision is resolved once; from then on only the id of its commit travels.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from reportdiff.model.document import Snapshot
from reportdiff.model.errors import NotFound, UnreadableInput
from reportdiff.records.fields import nearest
from reportdiff.store.ids import is_id, match_id
from reportdiff.store.objects import Objects, Unread
from reportdiff.store.seal import unseal
from reportdiff.store.snapshots import RECORD, SNAPSHOTS, TEXT, Store, with_annotations

if TYPE_CHECKING:
    from git.cmd import Git

MAX_REVISION = 200

_HEX = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
# Searches by message, ranges and paths are left out: a revision names one commit, and nothing in it.
_REVISION = re.compile(r"[^\x00-\x20\x7f\\:*?\[-][^\x00-\x20\x7f\\:*?\[]*")
# What a branch pointed to "yesterday" depends on the clock and on this clone alone.
_BY_CLOCK = re.compile(r"@\{(?!(?:-?[0-9]{1,6}|u|upstream|push)\})")
_ADDRESS = re.compile(r"(?![A-Za-z]:[\\/])([^:]+):(.+)", re.DOTALL)
_PLAIN_FILES = frozenset({b"100644", b"100755"})
_FOLDER = b"40000"
_SAFE_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
}
# A clone without all objects would fetch a missing one unasked, and start what its configuration names for that.
_SAFE_OPTIONS = ["core.fsmonitor=false", f"core.hooksPath={os.devnull}", "protocol.allow=never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommittedSnapshot:
    """A snapshot's folder in a commit: its id, and the blob of each plain file in it."""

    id: str
    blobs: Mapping[str, str]


def split_address(name: str) -> tuple[str, str] | None:
    """Revision and snapshot of a git address; None for anything else.

    >>> split_address("HEAD~3:utopia/crs-2024-01-10")
    ('HEAD~3', 'utopia/crs-2024-01-10')
    >>> split_address("utopia/crs-2024-01-10")
    """
    found = _ADDRESS.fullmatch(name)
    return (found[1], found[2]) if found else None


def check_revision(revision: str) -> str:
    """*revision* if it is fit to be handed to git; :class:`NotFound` for options, searches, ranges and paths."""
    fit = len(revision) <= MAX_REVISION and _REVISION.fullmatch(revision) and revision.isprintable()
    if not fit or ".." in revision or "^{/" in revision or _BY_CLOCK.search(revision):
        raise NotFound(f"{revision[:60]!r} is no revision; name a commit, branch or tag such as HEAD~3, main or v1.2")
    return revision


@contextmanager
def open_history(store: Store) -> Iterator[History]:
    """The git history of the project that *store* belongs to; git's processes end with the block.

    Raises :class:`NotFound`, with the command that mends it, where git or a repository is missing, or the repository
    belongs to somebody else.
    """
    git = _start_git(store.root)
    objects = Objects(partial(_start_reading, git))
    try:
        yield _read_layout(git, store.root, objects)
    finally:
        objects.close()
        git.clear_cache()


def load_address(store: Store, revision: str, name: str) -> Snapshot:
    """The snapshot that *name* means in the store as *revision* had it."""
    with open_history(store) as history:
        return history.load(history.resolve(revision), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The commits of a repository; made by :func:`open_history`.

    ``prefix`` is the path of the project in the repository, ending in a slash unless empty.
    """

    git: Git
    objects: Objects
    root: Path
    prefix: str
    shallow: bool

    def resolve(self, revision: str) -> str:
        """The id of the commit that *revision* names, in hex; :class:`NotFound` if there is none."""
        from git.exc import GitCommandError

        check_revision(revision)
        try:
            commit = str(self.git.rev_parse("--verify", "--end-of-options", f"{revision}^{{commit}}"))
        except (GitCommandError, UnicodeError) as error:
            raise self._unresolved(revision, str(error)) from None
        if not _HEX.fullmatch(commit):
            raise NotFound(f"git does not resolve {revision!r} to one commit; name a commit, branch or tag")
        return commit

    def list_snapshots(self, commit: str) -> tuple[CommittedSnapshot, ...]:
        """The snapshots in a commit, by id; empty if the commit has no ``snapshots/``. Links are passed over."""
        folder = self._find_folder(commit)
        return () if folder is None else tuple(sorted(self._snapshots_in(folder), key=lambda each: each.id))

    def load(self, commit: str, name: str) -> Snapshot:
        """The snapshot that *name* means in a commit: an id, a part of one, or a dated address."""
        there = {each.id: each for each in self.list_snapshots(commit)}
        plain = name.removeprefix(f"{SNAPSHOTS}/").removesuffix(f"/{RECORD}").rstrip("/")
        try:
            found = match_id(plain, tuple(there), lambda known: self.read(there[known]).publisher.id)
        except NotFound as error:
            raise NotFound(f"in commit {commit[:12]}: {error}") from None
        return self.read(there[found])

    def read(self, committed: CommittedSnapshot) -> Snapshot:
        """A committed snapshot, its record and text checked against their seals.

        What people decided since then holds for it too: the annotations are those of the working tree.
        """
        (snapshot,) = self.read_all([committed])
        return snapshot

    def read_all(self, committed: Sequence[CommittedSnapshot]) -> Iterator[Snapshot]:
        """As :meth:`read` for each in turn; to be read to its end."""
        blobs = [_blob_in(each, name) for each in committed for name in (RECORD, TEXT)]
        contents = self._read_objects(blobs, "blob")
        for each, record, text in zip(committed, contents, contents, strict=False):
            yield self._decode(each, record, text)

    def _decode(self, committed: CommittedSnapshot, record: bytes, text: bytes) -> Snapshot:
        try:
            snapshot = unseal(record, text, _not_at_hand, folder=Path(committed.id), expected=committed.id)
        except UnreadableInput as refusal:
            raise UnreadableInput(f"in git: {refusal}; another revision may be whole") from None
        return with_annotations(snapshot, Store(root=self.root).path_of(snapshot.id).parent)

    def read_blob(self, blob: str) -> bytes:
        """The bytes of a blob by its id in hex."""
        return self._read_object(blob, "blob")

    def read_blobs(self, blobs: Sequence[str]) -> Iterator[bytes]:
        """As :meth:`read_blob` for many; to be read to its end."""
        return self._read_objects(blobs, "blob")

    def _find_folder(self, commit: str) -> str | None:
        """The tree of ``snapshots/`` in a commit."""
        tree = self._tree_of(commit)
        for part in [*self.prefix.split("/"), SNAPSHOTS]:
            if part:
                folders = {name: identity for mode, name, identity in self._entries(tree) if mode == _FOLDER}
                if part not in folders:
                    return None
                tree = folders[part]
        return tree

    def _tree_of(self, commit: str) -> str:
        """The id of the tree of a commit."""
        word, _, tree = self._read_object(commit, "commit").partition(b"\n")[0].partition(b" ")
        told = tree.decode("ascii", "replace")
        if word != b"tree" or len(told) != len(commit) or not _HEX.fullmatch(told):
            raise self._unreadable(commit, "does not read as a commit")
        return told

    def _snapshots_in(self, folder: str) -> Iterator[CommittedSnapshot]:
        for subject_mode, subject, subject_tree in self._entries(folder):
            if subject_mode != _FOLDER:
                continue
            there = {f"{subject}/{name}": tree for mode, name, tree in self._entries(subject_tree) if mode == _FOLDER}
            known = {name: tree for name, tree in there.items() if is_id(name)}
            contents = self._read_objects(list(known.values()), "tree")
            for (name, tree), data in zip(known.items(), contents, strict=True):
                files = {file: blob for kind, file, blob in _read_tree(data, len(tree)) if kind in _PLAIN_FILES}
                yield CommittedSnapshot(id=name, blobs=files)

    def _entries(self, tree: str) -> Iterator[tuple[bytes, str, str]]:
        """Mode, name and id of what a tree holds."""
        return _read_tree(self._read_object(tree, "tree"), len(tree))

    def _read_object(self, name: str, kind: str) -> bytes:
        (data,) = self._read_objects([name], kind)
        return data

    def _read_objects(self, names: Sequence[str], kind: str) -> Iterator[bytes]:
        try:
            yield from self.objects.read_each(names, kind)
        except Unread as unread:
            raise self._unreadable(unread.name, unread.reason) from None

    def _unresolved(self, revision: str, told: str) -> NotFound:
        if self.shallow:
            return NotFound(f"the clone in {self.root} is too shallow for {revision!r}: {_DEEPEN}")
        if not self._has_commits():
            return NotFound(f"the branch in {self.root} has no commit yet: git add {SNAPSHOTS} && git commit")
        if "corrupt" in told or "bad object" in told:
            return NotFound(f"{revision!r} cannot be read in {self.root}: its objects are damaged; see git fsck")
        known = str(self.git.for_each_ref("--format=%(refname:short)")).splitlines()
        hint = nearest(revision, known) or nearest(f"origin/{revision}", known)
        return NotFound(f"no revision {revision!r} in {self.root}{hint}; git log --oneline --all shows the commits")

    def _has_commits(self) -> bool:
        from git.exc import GitCommandError

        try:
            self.git.rev_parse("--verify", "--quiet", "HEAD^{commit}")
        except GitCommandError:
            return False
        return True

    def _unreadable(self, name: str, told: str) -> NotFound:
        mend = (
            _DEEPEN
            if self.shallow
            else "see git fsck; in a partial clone run git fetch --refetch --filter=blob:limit=1g"
        )
        return NotFound(f"git object {name} {told} in {self.root}: {mend}")


def _not_at_hand(_source: str) -> None:
    """Sources are not fetched from git: they may be large, and the text is sealed too."""


def _blob_in(committed: CommittedSnapshot, name: str) -> str:
    if name not in committed.blobs:
        raise UnreadableInput(f"{committed.id}: the commit holds no {name} for it; name another revision")
    return committed.blobs[name]


_DEEPEN = "git fetch --unshallow (in a CI job: fetch-depth: 0)"


def _read_tree(data: bytes, length: int) -> Iterator[tuple[bytes, str, str]]:
    """Mode, name and id of what a tree holds; ids are *length* digits long."""
    at, width = 0, length // 2
    while at < len(data):
        space, end = data.index(b" ", at), data.index(b"\0", at)
        identity = data[end + 1 : end + 1 + width].hex()
        yield data[at:space], data[space + 1 : end].decode("utf-8", "replace"), identity
        at = end + 1 + width


def _start_git(root: Path) -> Git:
    """GitPython's commands for *root*, bound to the git of an absolute folder in PATH."""
    folders = [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if Path(folder).is_absolute()]
    executable = shutil.which("git", path=os.pathsep.join(folders)) if folders else None
    if executable is None:
        raise NotFound(
            "git is not installed, and the history of snapshots is kept in git; install it: https://git-scm.com"
        )
    with _environment({"GIT_PYTHON_REFRESH": "quiet", "GIT_PYTHON_GIT_EXECUTABLE": executable}):
        from git.cmd import Git
    if executable != Git.GIT_PYTHON_GIT_EXECUTABLE:
        Git.refresh(executable)
    git = Git(str(root))
    git.update_environment(**_SAFE_ENVIRONMENT)
    git.set_persistent_git_options(c=_SAFE_OPTIONS)
    return git


def _start_reading(git: Git) -> subprocess.Popen[bytes]:
    """A git that gives the objects whose ids it is told."""
    guard = git.cat_file("--batch", istream=subprocess.PIPE, as_process=True)
    # The guard would end the process when it is let go; here the caller does.
    process, guard.proc = guard.proc, None
    return cast("subprocess.Popen[bytes]", process)


def _read_layout(git: Git, root: Path, objects: Objects) -> History:
    from git.exc import GitError

    try:
        told = str(git.rev_parse("--show-prefix", "--is-shallow-repository"))
    except (GitError, OSError) as error:
        raise _no_repository(root, str(error)) from None
    prefix, _, shallow = told.partition("\n")
    return History(git=git, objects=objects, root=root, prefix=prefix, shallow=shallow == "true")


def _no_repository(root: Path, told: str) -> NotFound:
    if "dubious ownership" in told:
        return NotFound(
            f"git does not read {root}, which belongs to another user; if you trust it: "
            f"git config --global --add safe.directory {root}"
        )
    if "not a git repository" in told:
        return NotFound(f"{root} is in no git repository, where the history of snapshots would be; make one: git init")
    reason = next((line for line in told.splitlines() if "fatal:" in line or "error:" in line), told)
    return NotFound(f"git cannot read the repository of {root}: {' '.join(reason.split())[:160]}; see git status")


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Set environment variables for the length of a block: GitPython takes its settings at import from there alone."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
