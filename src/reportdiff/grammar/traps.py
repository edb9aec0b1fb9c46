"""Digits that are no figure: addresses, telephone numbers, clock times, coordinates, names, sections and report numbers."""

from __future__ import annotations

import re

_LABELS = (
    "Section|Sections|Sec\\.|Secs\\.|Article|Articles|Art\\.|Chapter|Title|Resolution|Resolutions|Figure|Figures|Fig\\.|Table|Tables|Part|Phase|"
    "Page|Pages|Number|No\\.|Nos\\.|no\\.|nos\\.|Version|VERSION|Volume|Vol\\.|Annex|Appendix|Paragraph|Rule|Regulation|Executive Order|Order|Decree|"
    "Law|Law No\\.|Bill|Route|Highway|Interstate|Grade|Level|Tier|Category|Type|Class|Room|Suite|Floor|Box|P\\.O\\. Box|Flight|Channel|Pillar|Goal|"
    "Goals|SDG|SDGs|Step|Group of|Chart|Map|Exhibit|Schedule|Note|Item|Line|Block|Unit|Gate|Pier|Camp|Zone|Region|District|Station|Convention|"
    "Recommendation|Amendment|Directive|Circular|Proclamation|World War|Form|Docket|Case|Report|Reference|Ref\\.|ISBN|ISSN|Lot|Model|Mark|Area|Protocol|Package|"
    "resolution|law|decree|convention|flight|route|room|postal code|zip code|highway|directive|regulation|version|paragraphs|line|protocol|"
    "page|pages|section|sections|article|articles|chapter|paragraph|figure|table|footnote|item|p\\.|pp\\.|para\\.|paras\\.|tel\\.|Tel\\.|tel:|Tel:|fax|Fax|phone|Phone|Telephone|hotline|extension|ext\\."
)
_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z])(?:{_LABELS}|(?:Version|No\.|Number|Page|Issue|Edition|Volume|Release):) ?[#(]?(?P<label>)|§+ ?(?P<section>)|(?<![A-Za-z])[Aa]g(?:es?|ed)(?: of| group)? (?P<age>)"
    r"|(?<![A-Za-z])(?:P\.L\.|Pub\. ?L\.|Public Law|[HS]\.(?:R|Res|Rept|Con\.Res|J\.Res)?\.?|E\.O\.|UNSCR|[AS]/RES/) ?(?P<law>)|(?<![A-Za-z])[A-Z]{2},? (?P<zip>)|\+[0-9]{0,3}[ -]?\(?(?P<phone>))$"
)
_BEHIND_LABEL = re.compile(
    r"[0-9]+(?:[.,-][0-9]+)*[a-z]?(?:\([0-9a-zA-Z]{1,4}\))*"
    r"(?:(?:, and |, | and | or |[-–/]| through | to )[0-9]+(?:\.[0-9]+)?(?:\([0-9a-zA-Z]{1,4}\))*(?= \(|[^ 0-9%.,]|[.,](?![0-9])| (?!percent|million|billion)|$))*"
)
_BEHIND_AGE = re.compile(
    r"[0-9]{1,3}(?:(?:[-–]| to | through | and | or )(?:[0-9]{1,3}|over|above|older|under|younger|below|up)\b)?"
)
_CODE = re.compile(r"[0-9][0-9/-]*")
_ZIP = re.compile(r"[0-9]{5}(?:-[0-9]{4})?\b(?!,[0-9])")
_PHONE = re.compile(r"[0-9][0-9 ().-]{5,18}")
_STARTS = re.compile(
    r"[0-9]{2,4}\)?[-. ][0-9]{3,4}[-.][0-9]{3,4}\b"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?|[0-9]{1,2} ?[AaPp]\.[Mm]\."
    r"|[0-9]{1,3} [0-9]{1,2}(?: [0-9]{1,2})? [NSEW]\b|[0-9]{1,3}(?:\.[0-9]+)?° ?(?:[0-9]{1,2}['′’] ?)?(?:[0-9.]{1,5}[\"″”] ?)?[NSEW]\b"
    r"|[0-9]{1,5} (?:[A-Z][A-Za-z.]+ ){1,4}(?:Avenue|Street|Road|Boulevard|Drive|Lane|Way|Place|Square|Plaza|St\.|Ave\.?|Rd\.|Blvd\.?)(?![A-Za-z])"
    r"|[0-9]+ (?:U\.S\.C\.|USC|CFR|C\.F\.R\.|Stat\.|Fed\. Reg\.|F\.R\.)(?: ?§+ ?)?[ 0-9a-z().-]{0,20}"
    r"|[0-9]{1,3}\+[0-9]{1,3}\b|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?\b(?! of)"
    r"|[0-9]{1,3}(?:[-–][0-9]{1,3}| to [0-9]{1,3})? years(?: (?:and|or) (?:over|older|above|under))?(?=:| \([a-z ]{0,12}[0-9])"
    r"|[0-9]{1,3} (?:and|or) (?:over|older|above|under)(?=[ :,)])(?! [0-9])"
)  # fmt: skip
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:gov|com|org|net|int|edu|mil)/")
_BEHIND = (
    ("label", _BEHIND_LABEL),
    ("section", _BEHIND_LABEL),
    ("age", _BEHIND_AGE),
    ("law", _CODE),
    ("zip", _ZIP),
    ("phone", _PHONE),
)
_NAME_BEFORE = re.compile(r"(?<![A-Za-z])((?:[A-Z][A-Za-z’'.]*[a-z]|[A-Z]{2,}))[ ]$")
_SENTENCE_OPENERS = frozenset(
    "The A An In Of By At On From To Over About Some Nearly Almost Approximately Around Roughly Up Under More Less Fewer Between With And Or But All Only Just "
    "Another Additional At Since For Is Are Was Were These Those Its Their Our Out Total Including Totaling Averaging Exceeding Male Female Rural Urban Other".split()
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_ATTACHED = re.compile(r"[A-Za-z_]")
_SCALE_LETTER = re.compile(
    r"(?:k|K|M|m|mn|bn|b|B|tn|T|km|kg|ha|m|cm|mm|MW|GW|kW|W|TW|kWh|MWh|GWh|TWh|GB|TB|MHz|GHz|x|X|nm|mi|ft|lb|lbs|pp|bps|yr|yrs|hr|hrs|percent)(?![A-Za-z0-9])"
)


def match_trap(text: str, start: int, at: int) -> int | None:
    """Where the digits at *at* end that measure nothing, in a sentence that begins at *start*; None for a possible figure.

    >>> match_trap("call (202) 833-9860", 0, 6), match_trap("under Section 301 of the Act", 0, 14)
    (19, 17)
    """
    if found := _STARTS.match(text, at):
        return found.end()
    if _may_be_labelled(text, start, at) and (before := _BEFORE.search(text, max(start, at - 30), at)):
        for name, pattern in _BEHIND:
            if before[name] is not None and (found := pattern.match(text, at)):
                return found.end()
    word = max(text.rfind(" ", start, at) + 1, start)
    if at - word > 3 and _ADDRESS.search(text, word, at):
        return _end_of_word(text, at)
    return None


_LOWER_LABELS = frozenset(label.replace("\\", "") for label in _LABELS.split("|") if label.islower()) | {"age", "ages", "aged", "of", "group", "code"}


def _may_be_labelled(text: str, start: int, at: int) -> bool:
    """A cheap look before the dear one: a capitalized word, a known label or a sign stands right before ``at``."""
    if at == start or text[at - 1] != " ":
        return True
    word = text[max(start, text.rfind(" ", start, at - 1) + 1) : at - 1]
    return not word or not word[0].islower() or word in _LOWER_LABELS


def _end_of_word(text: str, at: int) -> int:
    end = text.find(" ", at)
    return len(text) if end < 0 else end


def is_part_of_name(text: str, at: int, end: int) -> bool:
    """True where the digits ``text[at:end]`` belong to a name, a code or an ordinal: COVID-19, G20, IF12372, 5G, 26th.

    >>> is_part_of_name("COVID-19 cases", 6, 8), is_part_of_name("rose 19 points", 5, 7)
    (True, False)
    """
    before = text[at - 1] if at else " "
    if before.isalnum() or before in "_#§'’+%":
        return True
    if text.startswith(".", end) and text[end + 1 : end + 2].isdigit():
        return True
    if before in "-–/.:," and at > 1 and (text[at - 2].isalnum() or text[at - 2] in ").+"):
        return True
    if _ATTACHED.match(text, end) and not _SCALE_LETTER.match(text, end):
        return True
    following = text[end : end + 2]
    if len(following) == 2 and following[0] in "-–" and following[1].isupper() and not text[at - 1 : at] == "$":
        return True
    return bool(_ORDINAL.match(text, end))


def follows_a_name(text: str, start: int, at: int) -> bool:
    """True where a capitalized word that is not the first of its sentence stands right before ``at`` (Defender Europe 21)."""
    found = _NAME_BEFORE.search(text, max(start, at - 24), at)
    return bool(found and found.start(1) > start and found[1] not in _SENTENCE_OPENERS)
