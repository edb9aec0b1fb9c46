"""``reportdiff waive``: a finding that is let pass."""

from __future__ import annotations

import click

from reportdiff import api
from reportdiff.cli.options import as_of_option
from reportdiff.cli.terminal import write


@click.command("waive", epilog="Example: reportdiff waive 3f2a91c4 --reason 'other coverage' --owner Ann")
@click.argument("fingerprint")
@click.option("--reason", required=True, metavar="WORDS", help="Why it may pass.")
@click.option("--owner", required=True, metavar="NAME", help="Who decided it.")
@click.option("--until", metavar="DATE", help="The last day on which it holds; default: no end.")
@click.option("--draft", metavar="FILE", help="The finding is in this draft.")
@click.option("--subject", metavar="ID", help="What the draft is about, as for lint.")
@click.option("--against", metavar="REV", help="The finding is against REV, as for check.")
@click.option("--replace", is_flag=True, help="Put it in the place of a waiver that holds.")
@as_of_option
def command(
    *,
    fingerprint: str,
    reason: str,
    owner: str,
    until: str | None,
    draft: str | None,
    subject: str | None,
    against: str | None,
    replace: bool,
    as_of: str | None,
) -> None:
    """Let the finding with FINGERPRINT pass: check and lint show it as waived, and it does not count.

    The waiver is bound to the values: where one of them changes, it lapses. It is kept in snapshots/waivers.toml. What
    a waiver holds for already is refused without --replace.
    """
    sought = api.Sought(draft=draft, subject=subject, against=against, as_of=as_of)
    waiver = api.waive(fingerprint, owner=owner, reason=reason, until=until, replace=replace, sought=sought)
    write(f"{waiver.fingerprint}\n")
