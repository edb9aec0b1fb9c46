"""``reportdiff lsp``: the draft check inside an editor."""

from __future__ import annotations

import click

from reportdiff.model.errors import MissingPackage


@click.command("lsp", epilog="Example: reportdiff lsp, started by an editor; docs/editors.md tells how to set it up.")
def command() -> None:
    """Serve an editor over standard input and output (Language Server Protocol)."""
    try:
        from reportdiff.cli.language_server import make_server
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise MissingPackage("lsp needs", "pygls", "lsp") from None
    make_server().start_io()
