"""How two texts are worded, as JSON."""

from __future__ import annotations

from reportdiff.model.change import Diff
from reportdiff.model.span import Span
from reportdiff.model.wording import SectionWording, SentenceChange, Share
from reportdiff.records.claim import encode_span
from reportdiff.records.fields import Record


def encode_wording(diff: Diff) -> Record | None:
    """The wording of *diff* as a JSON object, every span with its words; None where it was not looked at."""
    wording = diff.wording
    if wording is None:
        return None
    old, new = diff.old.text or "", diff.new.text or ""
    return {
        "share": _encode_share(wording.share),
        "equal": wording.equal,
        "sections": [_encode_section(section) for section in wording.sections],
        "changes": [_encode_sentences(change, old, new) for change in wording.changes],
    }


def _encode_share(share: Share) -> Record:
    return {"changed": share.changed, "total": share.total, "part": share.part}


def _encode_section(section: SectionWording) -> Record:
    return {
        "title": section.title,
        "old": None if section.old is None else encode_span(section.old),
        "new": None if section.new is None else encode_span(section.new),
        "share": _encode_share(section.share),
    }


def _encode_sentences(change: SentenceChange, old: str, new: str) -> Record:
    return {
        "kind": change.kind.value,
        "moved": change.moved,
        "old": [_encode_words(span, old) for span in change.old],
        "new": [_encode_words(span, new) for span in change.new],
        "hunks": [{"old": _encode_words(hunk.old, old), "new": _encode_words(hunk.new, new)} for hunk in change.hunks],
    }


def _encode_words(span: Span, text: str) -> Record:
    return {"start": span.start, "end": span.end, "exact": text[span.start : span.end]}
