"""Digits that are no figure: addresses, telephone numbers, clock times, coordinates, names, sections and report numbers."""

from __future__ import annotations

import re

_LABELS = (
    "Section|Sections|Sec\\.|Secs\\.|Article|Articles|Art\\.|Chapter|Title|Resolution|Resolutions|Figure|Figures|Fig\\.|Table|Tables|Part|Phase|"
    "Page|Pages|Number|No\\.|Nos\\.|no\\.|nos\\.|Version|VERSION|Volume|Vol\\.|Annex|Appendix|Paragraph|Rule|Regulation|Executive Order|Order|Decree|"
    "Law|Law No\\.|Bill|Route|Highway|Interstate|Grade|Level|Tier|Category|Type|Class|Room|Suite|Floor|Box|P\\.O\\. Box|Flight|Channel|Pillar|Goal|"
    "Goals|SDG|SDGs|Step|Group of|Chart|Map|Exhibit|Schedule|Note|Item|Line|Block|Unit|Gate|Pier|Camp|Zone|Region|District|Station|Convention|"
    "Recommendation|Amendment|Directive|Circular|Proclamation|World War|Form|Docket|Case|Report|Reference|Ref\\.|ISBN|ISSN|Lot|Model|Mark|Area|Protocol|Package|"
    "page|pages|section|sections|article|articles|chapter|paragraph|figure|table|footnote|item|p\\.|pp\\.|para\\.|paras\\.|tel\\.|Tel\\.|tel:|Tel:|fax|Fax|phone|Phone|Telephone|hotline|extension|ext\\."
)
TRAP = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+"
    r"|[A-Za-z0-9._-]{1,64}@[A-Za-z0-9-]{1,64}\.[A-Za-z]+"
    r"|\b[a-z0-9-]{2,40}\.(?:gov|com|org|net|int|edu|mil)(?:/[^\s]*)?"
    r"|(?:\+[0-9]{1,3}[ -.]?)?\(?\b[0-9]{2,4}\)?[-. ][0-9]{3,4}[-.][0-9]{3,4}\b"
    r"|\+[0-9]{1,3}[ -][0-9][0-9 -]{5,14}"
    r"|\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?|\b[0-9]{1,2} ?[AaPp]\.[Mm]\."
    r"|\b[0-9]{1,3} [0-9]{1,2}(?: [0-9]{1,2})? [NSEW]\b|[0-9]{1,3}(?:\.[0-9]+)?° ?(?:[0-9]{1,2}['′’] ?)?(?:[0-9.]{1,5}[\"″”] ?)?[NSEW]\b"
    r"|\b[0-9]{1,5} (?:[A-Z][A-Za-z.]+ ){1,4}(?:Avenue|Street|Road|Boulevard|Drive|Lane|Way|Place|Square|Plaza|St\.|Ave\.?|Rd\.|Blvd\.?)(?![A-Za-z])"
    r"|\b[A-Z]{2},? [0-9]{5}(?:-[0-9]{4})?\b"
    r"|\b[0-9]+ (?:U\.S\.C\.|USC|CFR|C\.F\.R\.|Stat\.|Fed\. Reg\.|F\.R\.)(?: ?§+ ?)?[ 0-9a-z().-]{0,20}"
    r"|\b(?:P\.L\.|Pub\. ?L\.|Public Law|H\.R\.|S\.|H\.Res\.|S\.Res\.|H\.Rept\.|S\.Rept\.|H\.Con\.Res\.|S\.Con\.Res\.|H\.J\.Res\.|S\.J\.Res\.|E\.O\.|UNSCR|A/RES/|S/RES/) ?[0-9][0-9/-]*"
    r"|§+ ?[0-9][0-9a-z().-]*"
    rf"|\b(?:{_LABELS}) ?#?[0-9][0-9]*(?:[.,][0-9]+)*(?:\([0-9a-zA-Z]{{1,4}}\))*(?:(?:, | and | or |, and |[-–/]| through | to )[0-9]+(?:\.[0-9]+)?(?:\([0-9a-zA-Z]{{1,4}}\))*(?= \(|[^ 0-9%.,]|[.,](?![0-9])| (?!percent|million|billion)))*"
    r"|\b[0-9]{1,3}\+[0-9]{1,3}\b|\b[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?\b(?! of)"
    r"|\b(?:[Aa]ges?|[Aa]ged) (?:of )?(?:[0-9]{1,3}|six|eight|twelve|fifteen|eighteen)(?:(?:[-–]| to | through | and | or )(?:[0-9]{1,3}|over|above|older|under|younger|below|up)\b)?"
    r"|\b[0-9]{1,3}(?:[-–][0-9]{1,3}| to [0-9]{1,3})? years(?: (?:and|or) (?:over|older|above|under))?(?=:| \([a-z ]{0,12}[0-9])"
    r"|\b[0-9]{1,3} (?:and|or) (?:over|older|above|under)(?=[ :,)])(?! [0-9])"
)  # fmt: skip
_NAME_BEFORE = re.compile(r"(?<![A-Za-z])((?:[A-Z][A-Za-z’'.]*[a-z]|[A-Z]{2,}))[ ]$")
_SENTENCE_OPENERS = frozenset(
    "The A An In Of By At On From To Over About Some Nearly Almost Approximately Around Roughly Up Under More Less Fewer Between With And Or But All Only Just "
    "Another Additional At Since For Is Are Was Were These Those Its Their Our Out Total Including Totaling Averaging Exceeding Male Female Rural Urban Other"
    .split()
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_ATTACHED = re.compile(r"[A-Za-z_]")
_SCALE_LETTER = re.compile(r"(?:k|K|M|m|mn|bn|b|B|tn|T|km|kg|ha|m|cm|mm|MW|GW|kW|W|TW|kWh|MWh|GWh|TWh|GB|TB|MHz|GHz|x|X|nm|mi|ft|lb|lbs|pp|bps|yr|yrs|hr|hrs|percent)(?![A-Za-z0-9])")


def scan_traps(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places in ``text[start:end]`` whose digits measure nothing, in order."""
    return [found.span() for found in TRAP.finditer(text, start, end)]


def is_part_of_name(text: str, at: int, end: int) -> bool:
    """True where the digits ``text[at:end]`` belong to a name, a code or an ordinal: COVID-19, G20, IF12372, 5G, 26th.

    >>> is_part_of_name("COVID-19 cases", 6, 8), is_part_of_name("rose 19 points", 5, 7)
    (True, False)
    """
    before = text[at - 1] if at else " "
    if before.isalnum() or before in "_#§'’+":
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
