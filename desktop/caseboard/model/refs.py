"""Refs: the short names people call things of a case by, and links to them."""

import re
import unicodedata
from collections.abc import Container
from datetime import datetime

_LINK = re.compile(r"\[\[\s*([^\[\]|\n]+?)\s*(?:\|[^\[\]\n]*)?\]\]")
_LAST = re.compile(r"[A-Za-z]+\d+\Z")
_SKIPPED = frozenset({"THE", "AND", "FOR", "CASE", "SPRAVA", "DELO"})
"""Words a case is not named after."""

# Ukraine's table of 2010 for passports; letters of its neighbours as they most often stand.
_SPELLING = """
    А=A Б=B В=V Г=H Ґ=G Д=D Е=E Є=YE Ж=ZH З=Z И=Y І=I Ї=YI Й=Y К=K Л=L М=M Н=N О=O П=P Р=R С=S Т=T
    У=U Ф=F Х=KH Ц=TS Ч=CH Ш=SH Щ=SHCH Ь= Ю=YU Я=YA
    Ё=E Ъ= Ы=Y Э=E Ў=U Ј=J Љ=LJ Њ=NJ Ћ=C Ђ=DJ Џ=DZ
    Ł=L Ø=O Đ=D Æ=AE Œ=OE Þ=TH
"""
_LATIN = dict(pair.split("=") for pair in _SPELLING.split())


def case_ref(title: str, when: datetime, taken: Container[str]) -> str:
    """A ref like `KUP-2024-11` that is not among `taken`.

    Three letters of the title's first telling word, in Latin letters, and the month of `when`;
    a number follows where that is taken, and `CASE` stands for a title without such a word.
    """
    ref = f"{_initials(title)}-{when:%Y-%m}"
    if ref not in taken:
        return ref
    number = 2
    while f"{ref}-{number}" in taken:
        number += 1
    return f"{ref}-{number}"


def clip_ref(case_ref: str, number: int) -> str:
    """`KUP-2024-11-E007`: exhibit `number` (from 1) of a case."""
    return f"{case_ref}-E{number:03}"


def claim_ref(case_ref: str, number: int) -> str:
    """`KUP-2024-11-C3`: claim `number` (from 1) of a case."""
    return f"{case_ref}-C{number}"


def hypothesis_ref(case_ref: str, number: int) -> str:
    """`KUP-2024-11-H2`: hypothesis `number` (from 1) of a case."""
    return f"{case_ref}-H{number}"


def gap_ref(case_ref: str, number: int) -> str:
    """`KUP-2024-11-G4`: gap `number` (from 1) of a case."""
    return f"{case_ref}-G{number}"


def layer_ref(case_ref: str, number: int) -> str:
    """`KUP-2024-11-L1`: layer `number` (from 1) of a case."""
    return f"{case_ref}-L{number}"


def briefing_ref(case_ref: str, number: int) -> str:
    """`KUP-2024-11-B1`: briefing `number` (from 1) of a case."""
    return f"{case_ref}-B{number}"


def short(ref: str) -> str:
    """A ref as it is called inside its case: `E007`; a case's own ref stays whole."""
    last = ref.rpartition("-")[2]
    return last if _LAST.match(last) else ref


def number(ref: str) -> int:
    """The number a clip or claim has in its case; raises `ValueError` for other refs."""
    last = short(ref)
    if not _LAST.match(last):
        msg = f"{ref} numbers nothing in a case"
        raise ValueError(msg)
    return int(last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))


def links(text: str) -> list[str]:
    """The refs linked to in Markdown as `[[E007]]` or `[[E007|words]]`, in capitals, each once."""
    return list(dict.fromkeys(found.upper() for found in _LINK.findall(text)))


def _initials(title: str) -> str:
    words = re.findall(r"[A-Z]{3,}", _latin(title))
    return next((word[:3] for word in words if word not in _SKIPPED), "CASE")


def _latin(text: str) -> str:
    text = unicodedata.normalize("NFC", text.upper())
    spelt = "".join(_LATIN.get(letter, letter) for letter in text)
    bare = unicodedata.normalize("NFD", re.sub(r"['’ʼ`′]", "", spelt))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
