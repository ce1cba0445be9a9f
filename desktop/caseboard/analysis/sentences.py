"""The sentences of a short text, and what in them is somebody else's word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = re.compile(r"[.!?…]+[”\"»)\]]*(?=\s+[“\"«(\[]?[^\W\d_a-zа-яіїєґ])|\n+")
"""What ends a sentence: a stop, if a capital follows it, or a line."""
_SHORT = re.compile(
    r"(?:\b(?:[^\W\d_]|mr|mrs|ms|dr|gen|lt|col|maj|capt|sgt|brig|st|no|vs|approx|jan|feb|mar|apr"
    r"|jun|jul|aug|sept?|oct|nov|dec|ген|полк|кап|див|ст|обл|вул|ул|см|рр|им|ім))\.$",
    re.IGNORECASE,
)
"""Abbreviations and initials, after which a capital begins no sentence."""
_QUOTED = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"\n]*\"")

_ATTRIBUTED = re.compile(
    r"\b(?:according to|in the words? of|on the word of|as (?:told|seen) by|per\b|citing|quot\w+"
    r"|(?<!\bwe )(?<!\bi )(?:say|says|said|saying|stat(?:e|es|ed|ing)\b|statements?|claim\w*"
    r"|report(?:s|ed|edly|ing)?\b|accounts?\b|version\w*|announc\w+|told|tells|insist\w*|den(?:y|ies"
    r"|ied|ial|ials)\b|argu\w+|alleg\w+|wrote|writes|written|maintain\w*|assert\w*|believ\w+"
    r"|thinks?|warn\w*|confirm\w*|assess(?:es|ed)\b|acknowledg\w+|admit\w*|describ\w+|declar\w+"
    r"|mention\w*|not(?:es|ed)\b|stress\w*|add(?:s|ed)\b|show(?:s|ed|n)? on))"
    r"|\b(?:за (?:словами|даними|інформацією|повідомленням|версією|твердженням|заявою)|згідно"
    r"|на думку|повідом\w+|заяв\w+|каже|кажуть|казав|сказав|сказала|сказали|ствердж\w+|твердж\w+"
    r"|розпові\w+|наголо\w+|зазнач\w+|пише|пишуть|написа\w+|переда[єю]\w*|переда(?:в|ла|ли)\b"
    r"|нібито|буцімто|спросту\w+|запереч\w+|цитат\w+|звіт\w*|версі\w+|підтверд\w+)"
    r"|\b(?:по (?:словам|данным|информации|сообщени\w+|версии|мнению|утверждению)|согласно"
    r"|сообщ\w+|говор\w+|сказа\w+|утвержд\w+|рассказ\w+|подчерк\w+|отмет\w+|отмеч\w+|пишет|пишут"
    r"|переда[её]т|передают|передал\w*|якобы|опроверг\w*|отрица\w+|верси\w+|подтверд\w+)",
    re.IGNORECASE,
)
"""Verbs and nouns of saying; `we say` is the analyst's own."""
_HEDGED = re.compile(
    r"\b(?:if|whether|unless|may|might|could|would|should|suppos\w+|assum\w+|hypothes\w+|in case"
    r"|якщо|чи|може|можуть|міг|могла|могло|могли|би|б|припус\w+"
    r"|если|ли|может|могут|мог|бы|предполож\w+)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"n['’]t\b|\b(?:not|no|never|neither|nor|nobody|none|nothing|without|cannot"
    r"|не|ні|ніхто|ніколи|жод\w+|без|нема|немає|нет|ни|никто|никогда)\b",
    re.IGNORECASE,
)

_SMALL = """
a an the of in on at to for and or but by with from as is are was were be been being have having has
had it its this that these those they their he she his her we our which who what there into onto
than then
і й та в у на до з із зі за що це як від про по для є був була було були він вона вони їх його
и в во на к ко с со из за что это как от о об по для был была было были он она они их его
"""
SMALL = frozenset(_SMALL.split())
"""Words too small to tell one text from another, in the three languages."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text, from `start` on."""

    start: int
    text: str

    @property
    def own(self) -> str:
        """The sentence with what is quoted in it blanked out; offsets stay."""
        return _QUOTED.sub(lambda quote: " " * len(quote[0]), self.text)

    @property
    def is_attributed(self) -> bool:
        """Whether it says that somebody says so."""
        return bool(_ATTRIBUTED.search(self.own))

    @property
    def is_hedged(self) -> bool:
        """Whether it asks, supposes, or leaves open."""
        return self.text.rstrip().endswith("?") or bool(_HEDGED.search(self.own))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text` in order, without the blanks around them."""
    start = 0
    for end in _ends(text):
        whole = text[start:end]
        inner = whole.strip()
        if inner:
            yield Sentence(start + len(whole) - len(whole.lstrip()), inner)
        start = end


def is_negated(text: str) -> bool:
    """Whether `text` denies something."""
    return bool(_NEGATED.search(text))


def _ends(text: str) -> Iterator[int]:
    for found in _END.finditer(text):
        if not _SHORT.search(text, max(0, found.start() - 8), found.start() + 1):
            yield found.end()
    yield len(text)
