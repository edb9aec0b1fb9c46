"""What an unmarked block is: heading, field line or page furniture; told from its own words and its neighbours.

It looks at nothing but blocks, so that a text read again from what was stored is seen alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdiff.model.text import FIELD, FURNITURE, HEADING, ITEM, PARAGRAPH, ROW
from reportdiff.sources.builder import Draft
from reportdiff.sources.dates import read_date_line
from reportdiff.sources.plain.wrapping import is_field
from reportdiff.sources.segments import sentence_breaks

_WEB_LINE = re.compile(r"(?:https?://|www\.)\S+(?: ?[|·•–-] ?[^.!?]{0,80})?$")
_NUMBER_LINE = re.compile(r"[A-Z]{1,5}-?[0-9]{3,7}(?:v[0-9]{1,3})?$")
_PAGE_LINE = re.compile(
    r"(?:page|p\.) ?[0-9]{1,4}(?: (?:of|/) ?[0-9]{1,4})?$|[-–—] ?[0-9]{1,4} ?[-–—]$|[0-9]{1,4} of [0-9]{1,4}$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[0-9]{1,4}$|[ivxlc]{1,6}$")
_BOILERPLATE = (
    "An official website of", "Official websites use", "Skip to main content", "Share this page", "All rights reserved",
    "Secure .gov websites", "Here’s how you know", "Here's how you know",
)  # fmt: skip
_LEGAL_HEADINGS = frozenset(
    "disclaimer|disclaimers|legal notice|legal notices|copyright|copyright notice|terms of use|privacy policy".split(
        "|"
    )
)
_PARTS_OF_REPORTS = frozenset(
    "executive summary|summary|introduction|overview|background|preface|foreword|contents|abstract".split("|")
)
_ENDS_OPEN = (".", ",", ";", "!", "…", "”", '"', "-", "—")
_ENDS_SHORT = ("U.S.", "U.N.", "D.C.", "Inc.", "Jr.")
_BYLINE = re.compile(
    r"""By\ [A-Z][^.!?]{2,80}$
    | (?:Office|Bureau|Department|Ministry|Directorate|Secretariat)\ (?:of|for)\ (?:the\ )?[A-Z][^.!?:;]{2,80}$
    | (?:[A-Z][\w.’'-]*\ ){1,4}[A-Z][\w’'-]+,\ (?:[\w’'-]+\ ){0,6}
      (?i:spokes(?:person|man|woman)|secretary|minister|ambassador|director|chief|chair(?:person|man|woman)?|president
      |analyst|specialist|coordinator|economist|correspondent|reporter|editor|adviser|advisor|fellow|researcher|author)
      (?:\ (?:of|for|in|on|to)\ [^.!?:;]{2,60})?$""",
    re.VERBOSE,
)
"""Who speaks, under a title: ``By Jane Roe``, ``Office of the Treasurer``, ``Jane Roe, Senior Analyst``."""
_BRACKETED = re.compile(r"\[[A-Z][^\[\]]{0,60}\]$")
_SECTION = re.compile(
    r"(?:section|part|chapter|annex|appendix|title) (?:[0-9]{1,3}|[ivxlc]{1,6}|[a-z])\b", re.IGNORECASE
)
_LETTERED = re.compile(r"[a-z][.)] [A-Z]")
_NUMBERED = re.compile(r" *[0-9]{1,3}[.)] $")
_NOTHING_BIG = frozenset(
    """a an the of in on for to and or nor but with by from at as into over per via vs than that its is are be this
    these between under about through during after before without within against toward towards including""".split()
)
_LONGEST_HEADING = 120
_LONGEST_TITLE = 220
_PROSE = 100
"""From this length on a block is prose that a heading may stand above."""
_SHORT_RUN = 3
_TOP_BLOCKS = 12
"""Above this a date alone on a line is that of the publication."""
_BYLINES = 3
"""So many blocks below the title may tell who speaks."""


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """The blocks with their kinds: furniture, headings and fields told apart from paragraphs."""
    return _with_fields(_with_headings(_with_furniture(_set_apart(drafts))))


def _set_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """All that will have a blank line before it is apart."""
    kinds = [None, *(draft.kind for draft in drafts)]
    return [
        d if d.apart or d.kind is before else d._replace(apart=True) for d, before in zip(drafts, kinds, strict=False)
    ]


def _with_furniture(drafts: Sequence[Draft]) -> list[Draft]:
    settled = list(drafts)
    title = next((d.passage.text for d in drafts[:6] if read_date_line(d.passage.text) is None), "")
    legal = False
    for index, draft in enumerate(drafts):
        text = draft.passage.text
        named_legal = text.lower().rstrip(":") in _LEGAL_HEADINGS
        if legal != named_legal and (draft.kind is HEADING or _could_head(draft, fields=False)):
            legal = named_legal
        if draft.kind is not PARAGRAPH:
            continue
        dated = index < _TOP_BLOCKS and read_date_line(text) is not None
        signed = (
            0 < index <= _BYLINES and text != title and _is_byline(text) and _is_prose(drafts[index + 1 : index + 3])
        )
        if legal or dated or signed or is_furniture(text):
            settled[index] = draft._replace(kind=FURNITURE)
    return _with_running_heads(settled, title)


def _is_prose(drafts: Sequence[Draft]) -> bool:
    return any(len(draft.passage.text) >= _PROSE for draft in drafts)


def is_furniture(text: str) -> bool:
    """Whether a line is an address of a site, a report's number, a page's number or a site's own banner."""
    if len(text) > 160:
        return False
    if text.startswith(("http", "www.")):
        return _WEB_LINE.match(text) is not None
    if is_report_number(text) or (len(text) <= 16 and _PAGE_LINE.match(text)):
        return True
    return text.startswith(_BOILERPLATE)


def _is_byline(text: str) -> bool:
    """Whether a line at the top of a report tells who speaks; a name has capitals, whatever follows it."""
    return len(text) <= _LONGEST_HEADING and text[:1].isupper() and _BYLINE.match(text) is not None


def is_report_number(text: str) -> bool:
    """Whether a line holds nothing but the number of a report, such as ``IF12345``."""
    return len(text) <= 16 and _NUMBER_LINE.match(text) is not None


def _with_running_heads(drafts: list[Draft], title: str) -> list[Draft]:
    """Furniture spreads to bare numbers and to the repeated title beside it."""
    furniture = FURNITURE
    seen = False
    for index, draft in enumerate(drafts):
        text = draft.passage.text
        repeated = seen and text == title
        seen = seen or text == title
        if draft.kind is not PARAGRAPH or not (repeated or (len(text) <= 6 and _BARE_NUMBER.match(text))):
            continue
        beside = (
            drafts[max(0, index - 1)].kind is furniture or drafts[min(len(drafts) - 1, index + 1)].kind is furniture
        )
        if beside:
            drafts[index] = draft._replace(kind=furniture)
    return drafts


def _with_headings(drafts: list[Draft]) -> list[Draft]:
    """A short title-like block above prose, a list, a table or fields is a heading; of many in a row the last is."""
    body = [i for i, d in enumerate(drafts) if d.kind is not FURNITURE]
    run = 0
    fields = _has_fields(drafts)
    lettered = (d for d in drafts if d.kind is PARAGRAPH and len(d.passage.text) < _LONGEST_HEADING)
    structured = any(_LETTERED.match(d.passage.text) for d in lettered)
    for at, index in enumerate(body):
        draft = drafts[index]
        if not _could_head(draft, fields=fields, longest=_LONGEST_TITLE if at == 0 else _LONGEST_HEADING):
            run = 0
            continue
        run += 1
        following = drafts[body[at + 1]] if at + 1 < len(body) else None
        if following is None or not _can_follow(draft, following, fields=fields):
            continue
        length = run if run <= _SHORT_RUN else 1
        for back in range(length):
            place = body[at - back]
            head = drafts[place]
            level = _level(head, first=place == body[0], structured=structured)
            drafts[place] = head._replace(kind=HEADING, level=level)
        run = 0
    return drafts


def _could_head(draft: Draft, *, fields: bool, longest: int = _LONGEST_HEADING) -> bool:
    text = draft.passage.text
    if len(text) > longest or draft.kind not in (PARAGRAPH, ITEM):
        return False
    if draft.kind is ITEM and not (draft.apart and _NUMBERED.match(draft.marker) and len(text) < 80):
        return False
    if text.endswith(_ENDS_OPEN) and not text.endswith(_ENDS_SHORT):
        return False
    if _BRACKETED.match(text) or _SECTION.match(text) or _LETTERED.match(text):
        return True
    if not (text[0].isupper() or text[0].isdigit()) or (fields and is_field(text)) or not _title_like(text):
        return False
    return next(sentence_breaks(text), None) is None


def _title_like(text: str) -> bool:
    words = [word for word in text.split() if word[0].isalpha()]
    if not words:
        return False
    big = sum(word[0].isupper() for word in words)
    small = sum(word[0].islower() and word not in _NOTHING_BIG for word in words)
    return small == 0 or big >= 2 * small or (len(words) <= 14 and not text.endswith((":", "?")))


def _can_follow(draft: Draft, following: Draft, *, fields: bool) -> bool:
    if following.kind is HEADING:
        return True
    if draft.kind is ITEM:
        return following.kind is PARAGRAPH and len(following.passage.text) >= _PROSE
    if following.kind in (ITEM, ROW):
        return True
    text = following.passage.text
    return len(text) >= _PROSE or text.endswith((".", ".”", '."', ".)")) or (fields and is_field(text))


def _level(draft: Draft, *, first: bool, structured: bool) -> int:
    text = draft.passage.text
    if first and not _BRACKETED.match(text):
        return 1
    if _LETTERED.match(text):
        return 3
    return 4 if structured and not _SECTION.match(text) and not text.isupper() else 2


def _has_fields(drafts: Sequence[Draft]) -> bool:
    """Whether three in ten paragraphs read ``Label: value`` beside another that does, or the only one does.

    Where most values are sentences with their full stop, the labels are run-in headings of prose.
    """
    paragraphs = [d.passage.text for d in drafts if d.kind is PARAGRAPH]
    reads = [d.kind is PARAGRAPH and is_field(d.passage.text) for d in drafts]
    neighbours = zip([False, *reads], reads, [*reads[1:], False], strict=False)
    beside = sum(this and (before or after) for before, this, after in neighbours)
    if beside < max(2, 0.3 * len(paragraphs)) and not (len(paragraphs) == 1 and any(reads)):
        return False
    values = [d.passage.text for d, read in zip(drafts, reads, strict=True) if read]
    return sum(value.endswith(".") for value in values) <= len(values) / 2


def _with_fields(drafts: list[Draft]) -> list[Draft]:
    """Lines ``Label: value`` are fields where most of their section reads so; a run-in heading alone is none."""
    if not _has_fields(drafts):
        return drafts
    wanted = (PARAGRAPH,)
    fields = [d.kind in wanted and is_field(d.passage.text) for d in drafts]
    section: list[int] = []
    for index, draft in enumerate([*drafts, None]):
        if draft is not None and draft.kind is not HEADING:
            section += [index] if draft.kind in wanted else []
            continue
        if section and sum(fields[i] for i in section) >= 0.6 * len(section):
            for i in section:
                if fields[i]:
                    drafts[i] = drafts[i]._replace(kind=FIELD)
        section = []
    return drafts


def find_title(drafts: Sequence[Draft]) -> str | None:
    """The title: the first top heading that is marked, else the first block where that is a heading; None if neither.

    What every report calls a part of itself ("Executive Summary") is no title.
    """
    marked = next((d for d in drafts[:_TOP_BLOCKS] if d.kind is HEADING and d.marker == "# "), None)
    first = next((d for d in drafts[:6] if d.kind is not FURNITURE), None)
    found = marked or first
    if found is None or found.kind is not HEADING or found.level > 1:
        return None
    return None if found.passage.text.lower().rstrip(":") in _PARTS_OF_REPORTS else found.passage.text
