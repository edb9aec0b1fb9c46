"""The extension for VS Code: it starts the server and gets what it finds, on a stage in place of the editor."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "editors" / "vscode"
DRAFT = "# Peru\n\n🦙 In 2015, two-way trade between the United States and Peru was $9 billion.\n"
NODE = shutil.which("node")

needs_node = pytest.mark.skipif(NODE is None, reason="node is not installed")
needs_client = pytest.mark.skipif(
    not (FOLDER / "node_modules" / "vscode-languageclient").is_dir(), reason="needs `npm install` in editors/vscode"
)


def test_it_wakes_for_the_languages_that_it_serves():
    told = json.loads((FOLDER / "package.json").read_text())
    served = (FOLDER / "extension.js").read_text().partition("LANGUAGES = ")[2].partition(";")[0]
    assert [event.removeprefix("onLanguage:") for event in told["activationEvents"]] == json.loads(served)
    assert list(told["contributes"]["configuration"]["properties"]) == ["reportdiff.command"]


@needs_node
@pytest.mark.parametrize(
    "script", [FOLDER / "extension.js", Path(__file__).with_name("stage.js")], ids=lambda p: p.name
)
def test_its_script_is_sound(script):
    assert subprocess.run([NODE, "--check", script], capture_output=True, check=False).returncode == 0


@needs_node
@needs_client
def test_a_draft_that_is_opened_gets_its_marks(tmp_path):
    pytest.importorskip("pygls", reason="the extra `lsp` is not installed")
    shutil.copytree(ROOT / "snapshots", tmp_path / "snapshots")
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    command = [NODE, Path(__file__).with_name("stage.js"), FOLDER, Path(sys.executable).with_name("reportdiff")]
    done = subprocess.run([*command, tmp_path / "draft.md"], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    (marked,) = json.loads(done.stdout)["marks"]
    assert (marked["code"], marked["source"]) == ("RD102 contradiction-across-editions", "reportdiff")
    start = DRAFT.splitlines()[2].index("$9 billion") + 1
    assert marked["range"] == {
        "start": {"line": 2, "character": start},
        "end": {"line": 2, "character": start + len("$9 billion")},
    }
