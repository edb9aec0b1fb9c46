"""A diff in Markdown: a comment on a pull request, which sites take up to a length of 65,536 characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.model.change import Added, Change, Changed, ChangeKind, Diff, Dropped, claim_of
from reportdiff.reports.markdown.markup import escape_markdown, mark_strong
from reportdiff.reports.markdown.page import Part, Row, cell, fit, part_lines
from reportdiff.reports.screen import Screen
from reportdiff.reports.sections import Group, Sections, is_small, sort_into_sections
from reportdiff.reports.words.annotations import say_annotations
from reportdiff.reports.words.counts import DOT, say_counts, say_framing_counts, say_wording_counts
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.quotes import UNKNOWN, quotes_of, say_publisher, say_source
from reportdiff.reports.words.values import say_claim
from reportdiff.reports.words.verdicts import ASIDES, name_group, say_verdict, values_of

ROOM = 58_000
"""Bytes of a comment, at most; the whole is meant to stay below 60,000."""

BIGGEST = 3
"""Moves that the headline names."""

MOST_QUOTES = 4
"""Quotes a side under one row."""

UNLIMITED = 1 << 40


def render_diff_markdown(diff: Diff, screen: Screen) -> str:
    """The headline, then tables with their quotes folded away, in less than 60 KB; without limit on the long screen."""
    sections = sort_into_sections(diff)
    parts = [*_news(diff, sections), *_telling(diff, screen), *_rest(diff, sections, screen)]
    head = "\n".join(_headline(diff, sections))
    kept = fit(parts, UNLIMITED if screen.everything else ROOM - len(head.encode()))
    lines = [line for part, number in zip(parts, kept, strict=True) for line in part_lines(part, number)]
    left = sum(len(part.rows) for part in parts) - sum(kept)
    closing = [f"_Left out for want of room: {left} rows. `--all` writes everything._", ""] if left else []
    return "\n".join([head, *lines, *closing])


def _headline(diff: Diff, sections: Sections) -> Iterator[str]:
    old, new = (escape_markdown(say_source(snapshot)) for snapshot in (diff.old, diff.new))
    subject = diff.new.subject
    about = "" if subject.id == UNKNOWN else f"{escape_markdown(subject.name or subject.id)}: "
    yield f"## {about}{new} against {old}"
    yield ""
    told = [say_counts(diff)] if diff.changes else []
    told += [say_framing_counts(diff.framing)] if diff.framing is not None else []
    told += [say_wording_counts(diff.wording)] if diff.wording is not None else []
    counts = "; ".join(words.replace(DOT, ", ") for words in told) or "nothing to compare"
    yield f"**{escape_markdown(counts[:1].upper() + counts[1:])}.**"
    moves = [_say_move(group) for group in (*sections.alarms, *sections.moved)]
    if moves:
        rest = f" And {len(moves) - BIGGEST} more." if len(moves) > BIGGEST else ""
        yield ""
        yield f"{' '.join(moves[:BIGGEST])}{rest}"


def _say_move(group: Group) -> str:
    """What matters most of a series, in the sentence that was made for it."""
    reason = cell(group.lead.reason)
    return reason if reason.endswith("…") else f"{reason}."


def _news(diff: Diff, sections: Sections) -> Iterator[Part]:
    new, old = (escape_markdown(say_publisher(snapshot)) for snapshot in (diff.new, diff.old))
    pair_head = ("field", escape_markdown(say_source(diff.old)), escape_markdown(say_source(diff.new)), "what happened")
    gone = "Dropped" if diff.old.document == diff.new.document else f"Not mentioned by {new}"
    yield Part("Contradicted", pair_head, tuple(_pair_row(group, diff) for group in sections.alarms))
    yield Part("Changed", pair_head, tuple(_pair_row(group, diff) for group in sections.moved))
    for title, groups, side in ((f"Added by {new}", sections.added, new), (gone, sections.gone, old)):
        large = [group for group in groups if not is_small(group)]
        yield Part(title, ("field", side), tuple(_single_row(group, diff) for group in large), _small(groups))


def _telling(diff: Diff, screen: Screen) -> Iterator[Part]:
    if diff.framing is not None:
        from reportdiff.reports.markdown.framing import framing_parts

        yield from framing_parts(diff, diff.framing)
    if diff.wording is not None:
        from reportdiff.reports.markdown.wording import wording_part

        yield wording_part(diff, diff.wording, everything=screen.everything)


def _rest(diff: Diff, sections: Sections, screen: Screen) -> Iterator[Part]:
    head = ("field", escape_markdown(say_source(diff.old)), escape_markdown(say_source(diff.new)), "what happened")
    yield Part("Confirmed", head, tuple(_pair_row(group, diff) for group in sections.quiet), folded=True)
    if screen.everything:
        rows = tuple(_pair_row(g, diff) if g.is_pair else _one_sided(g, diff) for g in sections.technical)
        yield Part("Read anew by another extractor", head, rows, folded=True)


def _pair_row(group: Group, diff: Diff) -> Row:
    """A series that both sides speak of: the pairs of the kind that leads, and in the last cell what else there is."""
    pairs = [c for c in group.changes if isinstance(c, Changed) and c.kind is group.lead.kind]
    asides: dict[ChangeKind, list[Change]] = {}
    for change in group.changes:
        if change not in pairs:
            asides.setdefault(change.kind, []).append(change)
    happened = [say_verdict(change, diff) for change in pairs]
    happened += [f"{ASIDES.get(kind, kind.value)}: {'; '.join(_told(changes))}" for kind, changes in asides.items()]
    cells = (
        _capitalized(say_measure(claim_of(group.lead))),
        "; ".join(dict.fromkeys(say_claim(change.old) for change in pairs)),
        "; ".join(dict.fromkeys(say_claim(change.new) for change in pairs)),
        "; ".join(dict.fromkeys(happened)),
    )
    return Row(tuple(map(cell, cells)), _quotes(group.changes, diff))


def _told(changes: Sequence[Change]) -> list[str]:
    return [c.reason for c in changes] if changes[0].kind is ChangeKind.FRAMING else values_of(changes)


def _single_row(group: Group, diff: Diff) -> Row:
    return Row((cell(_capitalized(name_group(group))), _values(group)), _quotes(group.changes, diff))


def _one_sided(group: Group, diff: Diff) -> Row:
    sides = ("", _values(group)) if isinstance(group.lead, Added) else (_values(group), "")
    name = cell(_capitalized(name_group(group)))
    return Row((name, *sides, group.lead.kind.value.replace("-", " ")), _quotes(group.changes, diff))


def _values(group: Group) -> str:
    return cell("; ".join(values_of(group.changes)))


def _small(groups: Sequence[Group]) -> str:
    """Small figures by their own words, which are their quotes."""
    claims = [claim_of(change) for group in groups if is_small(group) for change in group.changes]
    words = cell(" · ".join(f"“{claim.quote.exact}”" for claim in claims))
    return f"Small figures, {len(claims)}: {words}" if claims else ""


def _quotes(changes: Sequence[Change], diff: Diff) -> tuple[str, ...]:
    olds = [change.old for change in changes if isinstance(change, Changed | Dropped)]
    news = [change.new for change in changes if isinstance(change, Changed | Added)]
    told = [
        f"{escape_markdown(say_source(snapshot))}: {mark_strong(quote)}"
        for snapshot, claims in ((diff.old, olds), (diff.new, news))
        for quote in quotes_of(claims, snapshot.text)[:MOST_QUOTES]
    ]
    return (*told, *map(escape_markdown, say_annotations((*olds, *news))))


def _capitalized(words: str) -> str:
    return words[:1].upper() + words[1:]
