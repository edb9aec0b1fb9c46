"""The papers of the house agree with each other and with the code."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import reportdiff

ROOT = Path(__file__).resolve().parents[2]
AUTHORED = {".py", ".md", ".toml", ".json", ".yml", ".yaml", ".cfg", ".sh", ""}
UNREAD = {".git", ".venv", "snapshots", "dist", "build", "__pycache__"}

MACHINE_PATH = re.compile(r"(?<![\w.$])/(?:work|root|home|Users|mnt)/[\w.]")
TALK = re.compile(
    r"\bissues? #?[0-9]+\b|\bthis session\b|\bas requested\b|\bthe user asked\b|\blanguage model\b|\bchat ?bot\b",
    re.IGNORECASE,
)


def authored_files() -> list[Path]:
    """Every file of the project that somebody wrote, without snapshots and what is made."""
    found = []
    for top in sorted(ROOT.iterdir()):
        if top.name in UNREAD or top.name.endswith("_cache") or top.name.startswith((".hypothesis", ".coverage")):
            continue
        files = [top] if top.is_file() else sorted(path for path in top.rglob("*") if path.is_file())
        found += [path for path in files if path.suffix in AUTHORED and not UNREAD & set(path.parts)]
    return found


def changelog_versions() -> list[str]:
    return re.findall(r"^## \[([0-9][^\]]*)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)


def test_the_newest_version_in_the_changelog_is_the_packages() -> None:
    assert changelog_versions()[0] == reportdiff.__version__


def test_every_page_and_the_extension_tell_that_version() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("editors/**/package.json")]
    told = {
        (page.name, version)
        for page in pages
        if "node_modules" not in page.parts
        for version in re.findall(
            r"\brev: v([0-9.]+)|^  \"version\": \"([^\"]+)\"", page.read_text("utf-8"), re.MULTILINE
        )
    }
    assert {name for name, _ in told} == {"ci.md", "package.json"}
    assert {"".join(version) for _, version in told} == {reportdiff.__version__}


def test_the_changelog_has_each_version_once_with_its_day() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = changelog_versions()
    assert len(set(versions)) == len(versions)
    assert len(re.findall(r"^## \[[0-9][^\]]*\] - [0-9]{4}-[0-9]{2}-[0-9]{2}$", text, flags=re.MULTILINE)) == len(
        versions
    )


def test_what_pyproject_names_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert (ROOT / project["project"]["readme"]).is_file()
    assert all((ROOT / name).is_file() for name in project["project"]["license-files"])
    assert all(
        (ROOT / name).is_dir() for name in project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    )
    assert (ROOT / project["tool"]["hatch"]["version"]["path"]).is_file()


@pytest.mark.parametrize(
    "page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
    inside = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_every_decision_is_numbered_and_has_its_three_parts() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    for page in pages:
        headings = re.findall(r"^## (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences"], page.name


def test_no_file_names_a_path_of_one_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_the_project_speaks_of_itself_alone() -> None:
    assert lines_with(TALK) == []


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    here = Path(__file__).resolve()
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in authored_files()
        if path != here
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_every_file_ends_in_one_line_feed() -> None:
    ragged = [
        path.relative_to(ROOT).as_posix()
        for path in authored_files()
        if path.suffix in {".py", ".md", ".toml"}
        and (text := path.read_text("utf-8"))
        and text != text.rstrip("\n") + "\n"
    ]
    assert ragged == []


def test_every_noun_of_the_model_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    names = re.findall(
        r"^class (\w+)\b",
        "".join(path.read_text("utf-8") for path in (ROOT / "src/reportdiff/model").glob("*.py")),
        re.MULTILINE,
    )
    errors = (ROOT / "src/reportdiff/model/errors.py").read_text("utf-8")
    nouns = [words_of(name) for name in names if f"class {name}(" not in errors]
    assert [noun for noun in nouns if f"**{noun}**" not in glossary.lower()] == []


def words_of(name: str) -> str:
    """The words of a class name: ``OriginRun`` is "origin run"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def test_every_field_of_a_record_is_in_the_data_model() -> None:
    described = (ROOT / "docs" / "data-model.md").read_text("utf-8")
    nouns = ("document.py", "claim.py", "period.py", "quantity.py", "change.py")
    model = "".join((ROOT / "src/reportdiff/model" / noun).read_text("utf-8") for noun in nouns)
    fields = set(re.findall(r"^    ([a-z_]+): ", model, flags=re.MULTILINE))
    assert sorted(field for field in fields if f"`{field}`" not in described) == []


def test_git_knows_which_files_to_leave_out() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {".venv/", "__pycache__/", ".hypothesis/", ".mypy_cache/", ".ruff_cache/", ".pytest_cache/"} <= set(ignored)


def test_the_ci_script_is_executable_and_sound() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
