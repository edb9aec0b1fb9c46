"""The language server end to end: a real process, spoken to over its standard input and output."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra `lsp` is not installed")

ROOT = Path(__file__).resolve().parents[2]
DRAFT = "# Perú 🦙\n\nPerú 🦙: in 2015, two-way trade between the United States and Peru was $9 billion.\n"


class Editor:
    """The other end of the protocol: requests are answered in order, notifications are kept as they come."""

    def __init__(self, folder, *arguments):
        command = [sys.executable, "-m", "reportdiff", "lsp", *arguments]
        self.process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.told = []

    def send(self, method, params, *, number=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        data = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, params):
        self.number += 1
        self.send(method, params, number=self.number)
        while (message := self.receive()).get("id") != self.number:
            self.told.append(message)
        return message["result"]

    def diagnostics(self, version):
        """What is remarked upon in that version of the draft."""
        while True:
            message = self.told.pop(0) if self.told else self.receive()
            if message.get("method") != "textDocument/publishDiagnostics":
                continue
            if message["params"].get("version") == version:
                return message["params"]["diagnostics"]


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(ROOT / "snapshots", tmp_path / "snapshots")
    (tmp_path / "draft.md").write_text(DRAFT)
    return tmp_path


@pytest.fixture
def editor(folder):
    editor = Editor(folder)
    told = editor.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
    assert told["serverInfo"]["name"] == "reportdiff"
    editor.send("initialized", {})
    yield editor
    if editor.process.poll() is None:
        editor.ask("shutdown", None)
        editor.send("exit", None)
        assert editor.process.wait(20) == 0
    editor.process.stdin.close()
    editor.process.stdout.close()


def open_draft(editor, folder, text=DRAFT, name="draft.md", language="markdown"):
    uri = (folder / name).as_uri()
    document = {"uri": uri, "languageId": language, "version": 1, "text": text}
    editor.send("textDocument/didOpen", {"textDocument": document})
    return uri, editor.diagnostics(1)


def test_a_contradicted_figure_is_marked_explained_and_mended(editor, folder):
    uri, (marked,) = open_draft(editor, folder)
    assert (marked["severity"], marked["code"], marked["source"]) == (
        1, "RD102 contradiction-across-editions", "reportdiff",
    )  # fmt: skip
    start, end = marked["range"]["start"], marked["range"]["end"]
    line = DRAFT.splitlines()[start["line"]].encode("utf-16-le")
    assert line[2 * start["character"] : 2 * end["character"]].decode("utf-16-le") == "$9 billion"

    inside = {"line": start["line"], "character": start["character"] + 2}
    hover = editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": inside})
    assert "14 billion" in hover["contents"]["value"]
    assert "state, 25 Jan 2017" in hover["contents"]["value"]
    assert hover["range"] == marked["range"]

    context = {"diagnostics": [marked]}
    (fix,) = editor.ask(
        "textDocument/codeAction", {"textDocument": {"uri": uri}, "range": marked["range"], "context": context}
    )
    assert fix["title"] == "Put in $14 billion (state, 25 Jan 2017)"
    (edit,) = fix["edit"]["changes"][uri]
    change = {
        "textDocument": {"uri": uri, "version": 2},
        "contentChanges": [{"range": edit["range"], "text": edit["newText"]}],
    }
    editor.send("textDocument/didChange", change)
    assert editor.diagnostics(2) == []

    editor.send("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.diagnostics(None) == []


def test_what_is_typed_in_a_row_ends_in_the_findings_on_the_last_state(editor, folder):
    uri, _ = open_draft(editor, folder, text="# Peru\n\n")
    typed = "In 2015, two-way trade between the United States and Peru was $9 billion."
    for version, letter in enumerate(typed, 2):
        at = {"line": 2, "character": version - 2}
        change = {"range": {"start": at, "end": at}, "text": letter}
        editor.send(
            "textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}
        )
    (marked,) = editor.diagnostics(len(typed) + 1)
    assert marked["range"]["end"] == {"line": 2, "character": len(typed) - 1}


def test_a_page_of_html(editor, folder):
    page = f"<html><body><h1>Peru</h1>\n<p>{DRAFT.splitlines()[2]}</p></body></html>"
    _, (marked,) = open_draft(editor, folder, text=page, name="draft.html", language="html")
    assert marked["range"]["start"]["line"] == 1


def test_nothing_is_remarked_where_nothing_can_be_said(editor, folder, tmp_path_factory):
    assert open_draft(editor, folder, text="", name="empty.md")[1] == []
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert open_draft(editor, elsewhere)[1] == []
    uri, _ = open_draft(editor, folder)
    place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}}
    assert editor.ask("textDocument/hover", place) is None


def test_findings_follow_the_store(editor, folder):
    uri, marked = open_draft(editor, folder)
    assert len(marked) == 1
    shutil.rmtree(folder / "snapshots/peru/state-2017-01-25")
    editor.send("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 3}]})
    assert [each["code"] for each in editor.diagnostics(1)] != ["RD102 contradiction-across-editions"]
