from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from reportdiff.model.errors import NotFound, ReportdiffError, UnreadableInput
from reportdiff.store.history import check_revision, load_address, open_history, split_address
from reportdiff.store.snapshots import Store, read_snapshot
from tests.store.samples import add, small_store

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

ALONE = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": "2024-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_COMMITTER_DATE": "2024-01-01T00:00:00Z",
}  # fmt: skip


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No configuration of the user's has a say."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("GIT_DIR", raising=False)


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, env=ALONE, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, message: str = "more") -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
    return git(folder, "rev-parse", "HEAD")


def make_repository(root: Path, *options: str) -> Store:
    """First the small store, then another publisher's snapshot."""
    root.mkdir(parents=True)
    git(root, "init", "-q", "-b", "main", *options)
    store = small_store(root)
    commit(root, "first")
    git(root, "tag", "v1")
    add(store, b"2025", publisher="other", published=date(2025, 1, 1))
    commit(root, "second")
    return store


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store that many tests read and none may change."""
    return make_repository(tmp_path_factory.mktemp("untouched") / "project")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_repository(tmp_path / "project")


def ids(store: Store, revision: str) -> list[str]:
    with open_history(store) as history:
        return [each.id for each in history.list_snapshots(history.resolve(revision))]


OLD = ["peru/crs-2024-01-10", "peru/state-2017-01-25", "peru/usaid-2022-04-26"]
NEW = sorted([*OLD, "peru/other-2025-01-01"])


@pytest.mark.parametrize(
    "revision, there",
    [
        ("HEAD", NEW),
        ("main", NEW),
        ("v1", OLD),
        ("HEAD~1", OLD),
        ("main^", OLD),
        ("@", NEW),
        ("HEAD^0", NEW),
        ("v1^{}", OLD),
    ],
)
def test_the_store_as_a_revision_had_it(untouched: Store, revision: str, there: list[str]) -> None:
    assert ids(untouched, revision) == there


def test_a_snapshot_out_of_git_is_the_one_on_disk(untouched: Store) -> None:
    for name in ("peru/crs-2024-01-10", "crs", "crs@2024-12-31", "snapshots/peru/crs-2024-01-10/snapshot.json"):
        assert load_address(untouched, "HEAD", name) == read_snapshot(untouched, "peru/crs-2024-01-10")
    with pytest.raises(NotFound, match="in commit [0-9a-f]{12}: no snapshot 'peru/other-2025-01-01'"):
        load_address(untouched, "v1", "peru/other-2025-01-01")
    assert load_address(untouched, "main", "other").id == "peru/other-2025-01-01"


def test_equal_snapshots_have_equal_blobs(store: Store) -> None:
    with open_history(store) as history:
        old, new = (history.list_snapshots(history.resolve(revision)) for revision in ("v1", "main"))
        assert {each.id: each.blobs for each in old}.items() <= {each.id: each.blobs for each in new}.items()
        assert sorted(old[0].blobs) == ["snapshot.json", "source.txt", "text.md"]
        assert history.read_blob(old[0].blobs["source.txt"]) == b"2024"


@pytest.mark.parametrize(
    "name, split",
    [
        ("HEAD~3:peru/crs-2024-01-10", ("HEAD~3", "peru/crs-2024-01-10")),
        ("main:crs@2024-06-01", ("main", "crs@2024-06-01")),
        ("peru/crs-2024-01-10", None),
        ("C:\\reports\\a.json", None),
        ("c:/reports/a.json", None),
        (":x", None),
        ("x:", None),
    ],
)
def test_addresses(name: str, split: tuple[str, str] | None) -> None:
    assert split_address(name) == split


REFUSED = [
    "", "-", "--", "-c", "-c core.pager=touch x", "--output=MARK", "--output=/tmp/MARK", "--upload-pack=touch MARK", "--exec=touch MARK",
    "--git-dir=/tmp", "--no-index", "--all", "--stdin", "--parseopt", "--sq-quote", "--help", "-h", "--version", "--end-of-options",
    ":/x", ":/first", ":0:a", ":snapshots", "HEAD:snapshots", "HEAD:../..", "HEAD^{/(a+)+$}", "HEAD^{/first}", "main^{/(a|a)*b}",
    "v1..main", "v1...main", "main --output=MARK", "main\n--output=MARK", "main\0", "\0", "\n", "\t", " main", "main ", "main;touch MARK",
    "$(touch MARK)", "`touch MARK`", "main|touch MARK", "ext::sh -c touch% MARK", "../../../../etc/passwd", "..", "../..", "x" * 10_000,
    "refs/heads/../../config", "refs\\heads\\main", "ma?n", "ma*", "[m]ain", "\udcff", "\u202emain", "@{1.day.ago}", "main@{yesterday}",
]  # fmt: skip
UNKNOWN = [
    "^main", "/etc/passwd", "main@{upstream}", "@{-1}", "@{u}", "main@{99}", "é" * 50, "HEAD~99999999999999999999", "HEAD^99", "0" * 40,
    "f" * 40, "f" * 64, "deadbeef", "HEAD^{tree}", "HEAD^{blob}", "$(touch", "main;true", "a|b", "a&b", "~root", "refs/heads",
]  # fmt: skip


@pytest.mark.parametrize("revision", [*REFUSED, *UNKNOWN], ids=lambda revision: ascii(revision)[:30])
def test_hostile_revisions_are_refused_and_leave_no_trace(
    untouched: Store, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(untouched.root)
    before = sorted(untouched.root.rglob("*"))
    with open_history(untouched) as history, pytest.raises(NotFound) as refusal:
        history.resolve(revision)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 400
    assert sorted(untouched.root.rglob("*")) == before


@pytest.mark.parametrize("revision", REFUSED, ids=lambda revision: ascii(revision)[:30])
def test_what_is_more_than_a_name_never_reaches_git(revision: str) -> None:
    with pytest.raises(NotFound, match="is no revision; name a commit, branch or tag"):
        check_revision(revision)


def test_an_unknown_revision_names_the_nearest(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"no revision 'mian' in .* \(did you mean 'main'\?\)"):
        ids(store, "mian")
    git(tmp_path, "clone", "-q", str(store.root), "clone")
    git(tmp_path / "clone", "checkout", "-q", "--detach")
    git(tmp_path / "clone", "branch", "-q", "-D", "main")
    clone = Store(root=tmp_path / "clone")
    assert ids(clone, "HEAD") == NEW
    with pytest.raises(NotFound, match=r"did you mean 'origin/main'"):
        ids(clone, "main")


def test_a_shallow_clone_says_how_to_deepen_it(store: Store, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{store.root}", "shallow")
    shallow = Store(root=tmp_path / "shallow")
    assert ids(shallow, "HEAD") == NEW
    for revision in ("HEAD~1", "v1"):
        with pytest.raises(
            NotFound, match=r"too shallow for .*: git fetch --unshallow \(in a CI job: fetch-depth: 0\)"
        ):
            ids(shallow, revision)


def test_a_partial_clone_fetches_nothing_unasked(store: Store, tmp_path: Path) -> None:
    git(store.root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{store.root}", "partial")
    partial = Store(root=tmp_path / "partial")
    with pytest.raises(NotFound, match="git fetch --refetch"):
        load_address(partial, "v1", "crs")


def test_no_repository_no_commit_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = small_store(tmp_path / "project")
    with pytest.raises(NotFound, match="is in no git repository.*make one: git init"):
        ids(store, "HEAD")
    git(store.root, "init", "-q", "-b", "main")
    for revision in ("HEAD", "main"):
        with pytest.raises(NotFound, match="has no commit yet: git add snapshots && git commit"):
            ids(store, revision)
    commit(store.root)
    assert ids(store, "HEAD") == OLD
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotFound, match="git is not installed.*install it"):
        ids(store, "HEAD")


def test_a_git_in_the_current_folder_is_not_run(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = tmp_path / "trap"
    trap.mkdir()
    (trap / "git").write_text(f"#!/bin/sh\ntouch {tmp_path}/MARK\n")
    (trap / "git").chmod(0o755)
    monkeypatch.chdir(trap)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    script = (
        "from pathlib import Path; from reportdiff.store.snapshots import Store; from reportdiff.store.history import open_history\n"
        f"with open_history(Store(root=Path({str(store.root)!r}))) as history: print(history.resolve('HEAD'))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == git(store.root, "rev-parse", "HEAD")
    assert not (tmp_path / "MARK").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a repository away")
def test_a_repository_of_another_user_is_not_read(store: Store) -> None:
    for path in (store.root, store.root / ".git"):
        os.chown(path, 12345, 12345)
    with pytest.raises(
        NotFound, match=r"belongs to another user; if you trust it: git config --global --add safe\.directory"
    ):
        ids(store, "HEAD")
    assert not (Path(os.environ["HOME"]) / ".gitconfig").exists()


def test_what_a_repository_configures_is_never_run(store: Store, tmp_path: Path) -> None:
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/MARK\ncat\n")
    trap.chmod(0o755)
    (store.root / ".gitattributes").write_text("* diff=trap filter=trap\n")
    commit(store.root)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction"):
        shutil.copy(trap, hooks / hook)
    for key in ("core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "diff.external", "diff.trap.textconv",
                "diff.trap.command", "filter.trap.clean", "filter.trap.smudge", "core.askPass", "alias.rev-parse", "alias.cat-file"):  # fmt: skip
        git(store.root, "config", key, f"!{trap}" if key.startswith("alias") else str(trap))
    git(store.root, "config", "core.hooksPath", str(hooks))
    (tmp_path / "MARK").unlink(missing_ok=True)
    assert ids(store, "HEAD") == NEW
    assert load_address(store, "v1", "crs").id == "peru/crs-2024-01-10"
    assert not (tmp_path / "MARK").exists()


def test_links_and_submodules_in_a_commit_are_passed_over(store: Store) -> None:
    peru = store.folder / "peru"
    (peru / "link-2024-01-01").symlink_to("/etc")
    (store.folder / "ghana").symlink_to(peru)
    (peru / "crs-2024-01-10" / "text.md").unlink()
    (peru / "crs-2024-01-10" / "text.md").symlink_to("/etc/hostname")
    (peru / "Odd Name").mkdir()
    (peru / "Odd Name" / "snapshot.json").write_text("{}")
    git(store.root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},snapshots/peru/module-2024-01-01")
    commit(store.root)
    assert ids(store, "HEAD") == NEW
    with pytest.raises(UnreadableInput, match=r"the commit holds no text\.md for it"):
        load_address(store, "HEAD", "crs")


def test_a_tampered_commit_is_noticed(store: Store) -> None:
    text = store.folder / "peru" / "crs-2024-01-10" / "text.md"
    text.write_text(text.read_text("utf-8").replace("rose", "fell"), "utf-8")
    commit(store.root)
    with pytest.raises(UnreadableInput, match="^in git: peru/.*quotes 'rose', but the text holds 'fell'"):
        load_address(store, "HEAD", "crs")


def test_damaged_objects_are_said(store: Store) -> None:
    blob = git(store.root, "rev-parse", "HEAD:snapshots/peru/crs-2024-01-10/text.md")
    path = store.root / ".git" / "objects" / blob[:2] / blob[2:]
    path.chmod(0o644)
    good = path.read_bytes()
    for bad in (b"", good[: len(good) // 2], bytes(255 - byte for byte in good)):
        path.write_bytes(bad)
        with pytest.raises(ReportdiffError) as refusal:
            load_address(store, "HEAD", "crs")
        assert "\n" not in str(refusal.value)
    path.unlink()
    with pytest.raises(NotFound, match="is missing .*: see git fsck"):
        load_address(store, "HEAD", "crs")


def test_a_revision_without_a_store_has_no_snapshots(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    (root / "a").write_text("a")
    commit(root)
    store = small_store(root)
    assert ids(store, "HEAD") == []
    with pytest.raises(NotFound, match="the store is empty"):
        load_address(store, "HEAD", "crs")


@pytest.mark.parametrize("kind", ["below", "space", "worktree", "bare", "sha256", "submodule", "packed"])
def test_repositories_of_every_kind(tmp_path: Path, kind: str) -> None:
    if kind == "below":
        outer = tmp_path / "outer"
        outer.mkdir()
        git(outer, "init", "-q", "-b", "main")
        store = small_store(outer / "deep" / "er")
        commit(outer)
        assert ids(store, "HEAD") == OLD
        return
    store = make_repository(
        tmp_path / ("projét mit space" if kind == "space" else "project"),
        *(["--object-format=sha256"] if kind == "sha256" else []),
    )
    if kind == "worktree":
        git(store.root, "worktree", "add", "-q", str(tmp_path / "tree"), "v1")
        store = Store(root=tmp_path / "tree")
    if kind == "bare":
        git(tmp_path, "clone", "-q", "--bare", str(store.root), "bare.git")
        store = Store(root=tmp_path / "bare.git")
    if kind == "submodule":
        outer = tmp_path / "outer"
        outer.mkdir()
        git(outer, "init", "-q")
        git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(store.root), "inner")
        store = Store(root=outer / "inner")
    if kind == "packed":
        git(store.root, "gc", "-q")
    assert ids(store, "HEAD") == (OLD if kind == "worktree" else NEW)
    with open_history(store) as history:
        first = history.resolve("HEAD")
        assert len(first) == (64 if kind == "sha256" else 40)
        assert history.load(first, "crs").id == "peru/crs-2024-01-10"


def test_git_is_not_imported_before_it_is_needed() -> None:
    script = "import sys, reportdiff.store.history, reportdiff.store.validation; print({'git', 'jsonschema'} & set(sys.modules))"
    assert (
        subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout == "set()\n"
    )
