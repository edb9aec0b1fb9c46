"""``reportdiff site``: static pages over the store."""

from __future__ import annotations

import os
from pathlib import Path

import click

from reportdiff import api
from reportdiff.cli.terminal import say
from reportdiff.model.errors import UsageProblem


@click.command("site", epilog="Example: reportdiff site -o public")
@click.option("-o", "--output", metavar="DIR", required=True, help="The folder to write to; made if it is not there.")
@click.option("--subject", metavar="ID", help="This subject alone.")
def command(*, output: str, subject: str | None) -> None:
    """Write pages that compare all stored reports: open index.html in a browser, or put the folder on any server."""
    from reportdiff.records.files import make_folder, write_atomically
    from reportdiff.reports.site.pages import render_site

    folder = Path(output)
    if os.path.lexists(output) and not folder.is_dir():
        raise UsageProblem(f"{output} is a file; name a folder for the pages")
    number = 0
    for page in render_site(api.dossiers(subject), api.compare_in):
        path = folder.joinpath(*page.path.split("/"))
        make_folder(path.parent)
        write_atomically(path, page.content.encode())
        number += 1
    say(f"{number} pages in {output}; open {folder / 'index.html'}")
