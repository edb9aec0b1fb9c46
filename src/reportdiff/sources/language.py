"""Which language a text is written in, by its function words and its script; English is what is read here."""

from __future__ import annotations

import re
from collections import Counter

from reportdiff.model.errors import UnreadableInput

_SAMPLE = 9_000
_ENOUGH = 40
_SURELY_ENGLISH = 0.16
_TELLING = 0.14
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")

_FUNCTION_WORDS = {
    "English": """the of and to in for that is was with as by on from are at which its has have their this be not were
        an or it will been more also but they would who than other these about between after into under he had she we
        our through all there during""",
    "Spanish": """de la el que los en y las del se por con para una su al es como más lo un o este ha sus esta entre
        pero también fue han sobre desde son muy sin hasta ser está""",
    "Portuguese": """de o que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu sua ou
        quando muito nos já também pelo pela até isso foi são está""",
    "French": """de la le les et des en du que est une dans un pour qui au par sur plus ne pas ce il sont avec aux se
        sa ses cette été leur ont mais ou nous comme d l qu""",
    "Italian": """di che e la il del della in un per una è con non i le dei da al si nel sono alla più gli come anche
        delle lo dal ha ma degli questo nella stato essere""",
    "German": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus
        er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war""",
    "Dutch": """de het een van en in is dat op te zijn met voor niet aan er die om ook als bij maar door naar uit wordt
        deze over nog werd tot kan hebben heeft""",
    "Polish": """w i na z do się nie że to jest o jak po za od przez dla co są ale tym oraz przy jego ich także roku
        był może już tylko""",
    "Turkish": """ve bir bu için ile de da olarak olan çok daha en gibi sonra kadar ise ancak göre her ya ne
        tarafından olduğu""",
    "Indonesian": """yang dan di dengan untuk pada dari ini dalam tidak akan juga adalah oleh ke telah itu sebagai
        atau bahwa para lebih dapat ada tersebut""",
    "Swedish": """och i att det som en på är av för med den till inte har de ett om var från sig kan men så ska vid
        också""",
    "Romanian": """și de în la a cu pe care din nu o pentru este mai un ce sau fi au fost prin dar după sunt al ale
        se""",
    "Vietnamese": "và của là các có trong được cho với không những một đã này để người từ khi đến về tại",
    "Swahili": "ya na wa kwa ni katika la za kuwa cha hii yake ambayo hiyo kama lakini pia huo wakati",
}
_TELLS = {name: frozenset(words.split()) for name, words in _FUNCTION_WORDS.items()}

_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u3040-\ud7af]")
_SCRIPTS = (
    ("Russian, or another language in Cyrillic script", re.compile("[\u0400-\u052f]")),
    ("Greek", re.compile("[\u0370-\u03ff]")),
    ("Hebrew", re.compile("[\u0590-\u05ff]")),
    ("Arabic, or another language in Arabic script", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("Hindi, or another language in an Indic script", re.compile("[\u0900-\u0dff]")),
    ("Thai", re.compile("[\u0e00-\u0e7f]")),
    ("Korean", re.compile("[\uac00-\ud7af]")),
    ("Japanese", re.compile("[\u3040-\u30ff]")),
    ("Chinese", re.compile("[\u4e00-\u9fff]")),
)


_NO_SMALL_LETTERS = bytes(code for code in range(128) if not chr(code).islower())
_DIFFERENT = 5
"""How many different function words tell a language: one alone may be an abbreviation told again and again ("est.")."""


def find_language(text: str) -> str | None:
    """The English name of the language of *text*; None where too little of it tells.

    >>> find_language("The United States and Peru signed an agreement in the presence of their presidents. " * 4)
    'English'
    >>> find_language("La economía del país creció un 3 por ciento y los precios de las materias primas. " * 4)
    'Spanish'
    >>> find_language("GDP: $14 billion")
    """
    sample = _sample(text)
    script = None if sample.isascii() else _foreign_script(sample)
    if script is not None:
        return script
    lower = sample.lower()
    if is_plainly_english(lower):
        return "English"
    counts = Counter(_WORD.findall(lower))
    if counts.total() < _ENOUGH:
        return None
    if _share(counts, "English") >= _SURELY_ENGLISH:
        return "English"
    shares = {name: _share(counts, name) for name in _TELLS}
    best = max(shares, key=lambda name: shares[name])
    rest = max(share for name, share in shares.items() if name != best)
    several = sum(word in counts for word in _TELLS[best]) >= _DIFFERENT
    return best if several and shares[best] >= _TELLING and shares[best] > 1.15 * rest else None


def refuse_foreign(text: str, *, name: str) -> None:
    """Raise UnreadableInput for a text that is surely not English; a doubtful one passes."""
    language = find_language(text)
    if language not in (None, "English"):
        raise UnreadableInput(f"{name}: the text is in {language}; only English is read, --force takes it all the same")


def is_plainly_english(lower: str) -> bool:
    """Whether a sample in small letters is English for sure, at a look at what stands between blanks.

    All that is no small letter of English may part two words: there are no more words than that makes.
    """
    known = sum(map(_TELLS["English"].__contains__, lower.split()))
    letters = len(lower.encode("ascii", "replace").translate(None, _NO_SMALL_LETTERS))
    most_words = len(lower) + 1 - letters
    return known >= max(_ENOUGH, _SURELY_ENGLISH * most_words)


def _share(counts: Counter[str], language: str) -> float:
    """The part of all words that are function words of *language*."""
    return sum(counts[word] for word in _TELLS[language] if word in counts) / counts.total()


def _sample(text: str) -> str:
    """Three stretches of a long text: its beginning, its middle and its end."""
    third, middle = _SAMPLE // 3, len(text) // 2
    return text if len(text) <= _SAMPLE else "\n".join((text[:third], text[middle : middle + third], text[-third:]))


def _foreign_script(sample: str) -> str | None:
    outside = len(_OTHER_SCRIPT.findall(sample))
    if outside * 8 < len(sample):
        return None
    letters = len(_LETTER.findall(sample))
    for name, pattern in _SCRIPTS:
        if len(pattern.findall(sample)) > letters * (0.15 if name == "Japanese" else 0.5):
            return name
    return None
