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
    """Write pages that compare all stored reports: open index.html in a browser, or put the folder on any server.

    Pages of an earlier run that are no more are removed; what else lies in DIR is left alone.
    """
    from reportdiff.records.files import make_folder, write_atomically
    from reportdiff.records.written import digest_of, read_written, remove_written, write_list
    from reportdiff.reports.site.pages import render_site
    from reportdiff.store.snapshots import refuse_inside

    folder = Path(output)
    if os.path.lexists(output) and not folder.is_dir():
        raise UsageProblem(f"{output} is a file; name a folder for the pages")
    refuse_inside(Path(), folder)
    before = read_written(folder)
    written: dict[str, str] = {}
    for page in render_site(api.dossiers(subject), api.compare_in):
        path, data = folder.joinpath(*page.path.split("/")), page.content.encode()
        make_folder(path.parent)
        write_atomically(path, data)
        written[page.path] = digest_of(data)
    concerned = (name for name in before if subject is None or name.startswith(f"{subject}/"))
    outdated = sorted(set(concerned) - written.keys())
    removed = remove_written(folder, outdated, before)
    write_list(folder, {**{name: before[name] for name in before.keys() - set(outdated)}, **written})
    gone = f", {removed} old ones removed" if removed else ""
    say(f"{len(written)} pages in {output}{gone}; open {folder / 'index.html'}")
