"""The door to Jinja: templates filled with views, and the policy that lets a page run what it carries and no more."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff import __version__
from reportdiff.model.errors import MissingPackage
from reportdiff.reports.screen import printable

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent.parent / "templates"


def fill(template: str, view: object, **addresses: str) -> str:
    """The page that *template* makes of *view*; *addresses* are those of the pages above it, empty for none.

    Every text is escaped; a name that the view does not have is a fault.
    """
    return environment_of().get_template(template).render(view=view, **addresses)


@cache
def environment_of() -> Environment:
    """The templates, read once; :class:`MissingPackage` where Jinja is not installed."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
        from markupsafe import Markup
    except ImportError:
        raise MissingPackage("pages need", "jinja2", "site") from None
    style, script = ((FOLDER / name).read_text("utf-8") for name in ("style.css", "script.js"))
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        style=Markup(style),  # noqa: S704  our own files
        script=Markup(script),  # noqa: S704
        policy=_policy(style, script),
        version=__version__,
    )
    return environment


def _cleaned(value: object) -> object:
    """What a template shows: any text without what could move, hide or reorder the characters around it."""
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _policy(style: str, script: str) -> str:
    """Nothing from anywhere, and of what stands in the page only these two."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
