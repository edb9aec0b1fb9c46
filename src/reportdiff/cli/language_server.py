"""The door to editors: the draft check behind the Language Server Protocol, over standard input and output."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from reportdiff import __version__, api
from reportdiff.api.shelf import Shelf
from reportdiff.model.errors import NotFound, ReportdiffError, UnreadableInput
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Level
from reportdiff.reports.escapes import one_line
from reportdiff.reports.platforms.hover import range_of, render_hover
from reportdiff.reports.words.findings import find_replacement, say_speaker
from reportdiff.store.snapshots import find_store

NAME = "reportdiff"
SEVERITIES = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.INFO: types.DiagnosticSeverity.Information,
    Level.NONE: types.DiagnosticSeverity.Hint,
}
LANGUAGES = {"markdown": ".md", "html": ".html", "plaintext": ".txt"}
LONE_RETURN = re.compile("\r(?!\n)")
"""A line's end in the protocol, which elsewhere is none."""
PAUSE = 0.01
"""Seconds without a keystroke before a draft is looked at: what is typed faster is looked at once."""


@dataclass(slots=True)
class Desk:
    """The drafts that an editor has open: the findings on each as it was last looked at, why it could not be looked
    at, what is still to do, and what was read of the store.
    """

    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    waiting: dict[str, asyncio.TimerHandle] = field(default_factory=dict)
    shelf: Shelf = field(default_factory=Shelf)


def make_server() -> LanguageServer:
    """A server that is not started yet."""
    server = LanguageServer(NAME, __version__)
    desk = Desk()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        look_at(server, desk, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        look_soon(server, desk, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        look_soon(server, desk, params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def store_changed(_params: types.DidChangeWatchedFilesParams) -> None:
        for uri in desk.findings:
            look_soon(server, desk, uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        forget(server, desk, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        return hover_at(desk.findings.get(params.text_document.uri, ()), params.position)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def asked(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        return list(fixes_in(desk.findings.get(uri, ()), uri, params.range))

    return server


def look_soon(server: LanguageServer, desk: Desk, uri: str) -> None:
    """Look at a draft once nothing has been typed for a moment; a later call takes the place of an earlier one."""
    if uri in desk.waiting:
        desk.waiting.pop(uri).cancel()
    desk.waiting[uri] = asyncio.get_running_loop().call_later(PAUSE, look_at, server, desk, uri)


def look_at(server: LanguageServer, desk: Desk, uri: str) -> None:
    """Hold a draft against the store that it lies in and tell the editor.

    Why that cannot be done stands in its log, and, for a draft of words that lies in a store, at its first line: a
    draft that is not looked at must not seem to be right.
    """
    desk.waiting.pop(uri, None)
    document = server.workspace.get_text_document(uri)
    path = path_of(uri, document.language_id)
    source = LONE_RETURN.sub("\n", document.source)
    refusals: list[types.Diagnostic] = []
    try:
        findings = api.lint(source.encode("utf-8", "replace"), name=str(path), folder=path.parent, shelf=desk.shelf)
        desk.refused.pop(uri, None)
    except ReportdiffError as problem:
        findings = ()
        log_once(server, desk, uri, one_line(str(problem)))
        if source.strip() and lies_in_store(path):
            refusals = [refusal_of(problem)]
    desk.findings[uri] = tuple(finding for finding in findings if finding.place is not None)
    publish(server, uri, [*refusals, *map(diagnostic_of, desk.findings[uri])], document.version)


def log_once(server: LanguageServer, desk: Desk, uri: str, message: str) -> None:
    """Write to the editor's log why a draft cannot be looked at, unless that was the last that it was told of it."""
    if desk.refused.get(uri) != message:
        desk.refused[uri] = message
        server.window_log_message(types.LogMessageParams(type=types.MessageType.Info, message=message))


def lies_in_store(path: Path) -> bool:
    """Whether there is a store to hold the draft at *path* against."""
    try:
        find_store(path.parent)
    except NotFound:
        return False
    return True


def refusal_of(problem: ReportdiffError) -> types.Diagnostic:
    """Why a draft cannot be looked at, as the protocol has it; what lies in the draft itself weighs less."""
    start = types.Position(line=0, character=0)
    mild = isinstance(problem, UnreadableInput)
    return types.Diagnostic(
        range=types.Range(start=start, end=start),
        message=one_line(str(problem)),
        severity=types.DiagnosticSeverity.Information if mild else types.DiagnosticSeverity.Warning,
        source=NAME,
    )


def forget(server: LanguageServer, desk: Desk, uri: str) -> None:
    """Drop a draft that was closed, and its marks in the editor."""
    if uri in desk.waiting:
        desk.waiting.pop(uri).cancel()
    desk.findings.pop(uri, None)
    desk.refused.pop(uri, None)
    publish(server, uri, [], None)


def publish(server: LanguageServer, uri: str, diagnostics: list[types.Diagnostic], version: int | None) -> None:
    """Tell the editor all that is remarked upon in a draft."""
    server.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics, version=version)
    )


def path_of(uri: str, language: str | None) -> Path:
    """Where a draft lies; one that was never saved lies in the working folder, its ending told by its language."""
    parts = urlsplit(uri)
    if parts.scheme == "file":
        return Path(unquote(parts.path))
    name = PurePosixPath(unquote(parts.path)).name or "untitled"
    ending = LANGUAGES.get(language or "", "") if "." not in name else ""
    return Path.cwd() / f"{name}{ending}"


def diagnostic_of(finding: Finding) -> types.Diagnostic:
    """A finding with a place as the protocol has it; one that is waived is but a hint."""
    return types.Diagnostic(
        range=_range(finding),
        message=one_line(finding.message),
        severity=types.DiagnosticSeverity.Hint if finding.waived else SEVERITIES[finding.level],
        code=f"{finding.rule.code} {finding.rule.name}",
        source=NAME,
        data=finding.fingerprint,
    )


def hover_at(findings: Sequence[Finding], position: types.Position) -> types.Hover | None:
    """What the store says about the figure at a position; None where nothing is remarked."""
    here = [finding for finding in findings if _holds(_range(finding), position)]
    if not here:
        return None
    content = types.MarkupContent(kind=types.MarkupKind.Markdown, value=render_hover(here))
    return types.Hover(contents=content, range=_range(here[0]))


def fixes_in(findings: Sequence[Finding], uri: str, asked: types.Range) -> Iterator[types.CodeAction]:
    """Edits that put the newer figure in the place of each that is remarked upon within a range."""
    for finding in findings:
        words = find_replacement(finding)
        where = _range(finding)
        if words is None or finding.new is None or where.end < asked.start or asked.end < where.start:
            continue
        edit = types.WorkspaceEdit(changes={uri: [types.TextEdit(range=where, new_text=words)]})
        yield types.CodeAction(
            title=one_line(f"Put in {words} ({say_speaker(finding.new)})"),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic_of(finding)],
            edit=edit,
        )


def _range(finding: Finding) -> types.Range:
    assert finding.place is not None
    start, end = range_of(finding.place)
    return types.Range(start=types.Position(*start), end=types.Position(*end))


def _holds(where: types.Range, position: types.Position) -> bool:
    return where.start <= position <= where.end
