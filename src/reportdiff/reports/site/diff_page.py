"""The comparison page alone, in one file that needs nothing else."""

from __future__ import annotations

from reportdiff.model.change import Diff
from reportdiff.reports.screen import Screen
from reportdiff.reports.site.comparison import view_comparison
from reportdiff.reports.site.templates import fill


def render_diff_html(diff: Diff, _screen: Screen) -> str:
    """The page on *diff*, whatever the screen: it fits every width, and folds nothing away for good."""
    view = view_comparison(diff)
    return fill("comparison.html", view, home="", up="", feed="", old_page="", new_page="")
