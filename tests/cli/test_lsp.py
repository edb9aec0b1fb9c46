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


SENTENCE = "In 2015, two-way trade between the United States and Peru was $9 billion."


@pytest.mark.parametrize(
    ("text", "language", "line", "column"),
    [
        (f"# Peru 🦙\r\n\r\n🦙 {SENTENCE}\r\n", "markdown", 2, 3),
        (f"Peru\r\n\r\n🦙 {SENTENCE}\r\n", "plaintext", 2, 3),
        (f"<h1>Peru</h1>\r\n<p>🦙 {SENTENCE}</p>", "html", 1, 6),
        (f"# Peru\r\rx {SENTENCE}\r", "markdown", 2, 2),
        (f"\N{BYTE ORDER MARK}# Peru\n\n{SENTENCE}\n", "markdown", 2, 0),
    ],
    ids=["CRLF", "plain text", "a page", "CR alone", "byte order mark"],
)
def test_places_count_lines_and_utf_16_units_as_the_protocol_does(editor, folder, text, language, line, column):
    ending = {"markdown": "md", "plaintext": "txt", "html": "html"}[language]
    _, (marked,) = open_draft(editor, folder, text=text, name=f"other.{ending}", language=language)
    start = column + SENTENCE.index("$9 billion")
    assert marked["range"] == {
        "start": {"line": line, "character": start},
        "end": {"line": line, "character": start + len("$9 billion")},
    }


@pytest.mark.parametrize(
    ("settings", "head", "said", "severity"),
    [
        ("levels = [\n", "", "reportdiff.toml: not TOML", 2),
        ("", "---\nsubject: atlantis\n---\n", "no snapshot about 'atlantis'", 2),
        ("", "<!-- reportdiff-ignore -->\n\n", "an ignore tells no reason", 2),
        ("", "\0", "binary", 3),
    ],
    ids=["settings", "subject", "ignore", "binary"],
)
def test_why_a_draft_cannot_be_looked_at_stands_at_its_head(editor, folder, settings, head, said, severity):
    (folder / "reportdiff.toml").write_text(settings)
    uri, (marked,) = open_draft(editor, folder, text=head + DRAFT)
    assert (marked["severity"], marked["range"]["start"]) == (severity, {"line": 0, "character": 0})
    assert said in marked["message"]
    change = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": head + DRAFT + " And more."}]}
    editor.send("textDocument/didChange", change)
    assert len(editor.diagnostics(2)) == 1
    change = {"textDocument": {"uri": uri, "version": 3}, "contentChanges": [{"text": DRAFT}]}
    (folder / "reportdiff.toml").write_text("")
    editor.send("textDocument/didChange", change)
    assert [each["severity"] for each in editor.diagnostics(3)] == [1]


def test_each_draft_is_held_against_the_store_and_the_settings_of_its_own_folder(editor, folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(ROOT / "snapshots", other / "snapshots")
    (other / "reportdiff.toml").write_text('[levels]\nRD102 = "info"\n')
    assert [each["severity"] for each in open_draft(editor, folder)[1]] == [1]
    assert [each["severity"] for each in open_draft(editor, other)[1]] == [3]


def test_a_draft_closed_while_it_is_typed_leaves_no_marks(editor, folder):
    uri, _ = open_draft(editor, folder, text="# Peru\n")
    change = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": DRAFT}]}
    editor.send("textDocument/didChange", change)
    editor.send("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.diagnostics(None) == []
    editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}})
    last = [each for each in editor.told if each.get("method") == "textDocument/publishDiagnostics"]
    assert [each["params"]["diagnostics"] for each in last] == []
