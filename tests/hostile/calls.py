"""Every command of the program, called as somebody would who stands in a repository with a store."""

from __future__ import annotations

STATE, CRS = "utopia/state-2017-01-25", "utopia/crs-2024-01-10"
TOLD = ("--subject", "utopia", "--publisher", "me", "--published", "2020-01-01")
WHO = ("--author", "Ann", "--reason", "checked")

CALLS: dict[str, tuple[tuple[str, ...], ...]] = {
    "init": (("init",),),
    "add": (("add", "new.txt", *TOLD),),
    "normalize": (("normalize", "new.txt"),),
    "validate": (("validate",),),
    "list": (("list",),),
    "show": (("show", CRS), ("show", f"HEAD:{CRS}")),
    "diff": (("diff", STATE, CRS), ("diff", f"HEAD~1:{STATE}", f"HEAD:{CRS}")),
    "timeline": (("timeline", "utopia"),),
    "blame": (("blame", "utopia", "poverty"),),
    "changelog": (("changelog", "utopia"),),
    "framing": (("framing", "utopia"),),
    "terms": (("terms", "utopia", "trade"),),
    "site": (("site", "-o", "pages"),),
    "check": (("check",), ("check", "--against", "HEAD~1"), ("check", "--against", "main")),
    "lint": (("lint", "new.txt"),),
    "waive": (("waive", "0123456789abcdef", "--reason", "checked", "--owner", "Ann"),),
    "waivers": (("waivers",),),
    "baseline": (("baseline", "write"), ("baseline", "prune")),
    "annotate": (("annotate", "correct", "nothing", "--set", "amount=1", *WHO),),
    "renormalize": (("renormalize",),),
    "rules": (("rules",),),
    "explain": (("explain", "RD101"),),
    "measures": (("measures",),),
    "schema": (("schema", "diff"),),
    "config": (("config", "show"),),
    "lsp": (("lsp",),),
    "export": (("export", "-o", "tables"), ("export", "--format", "parquet", "-o", "dataset")),
    "query": (("query", "latest", "--dataset", "dataset"),),
    "git-diff": (("git-diff", "a", f"snapshots/{STATE}/snapshot.json", "0", "0", f"snapshots/{CRS}/snapshot.json", "0", "0"),),
}  # fmt: skip
"""For each command its calls; the later ones may need what the earlier ones have written."""


def asks_for_history(call: tuple[str, ...]) -> bool:
    """True for a call that cannot be answered without git."""
    return any(word.startswith("HEAD") or word == "--against" for word in call)


NEW = "The poverty rate was 25% in 2019, and two-way trade was $14 billion in 2015.\n"
"""A document to add, and a draft to hold against the store."""
