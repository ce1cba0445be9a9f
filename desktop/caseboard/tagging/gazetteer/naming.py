"""Names as the gazetteer is asked for them."""

import re
import unicodedata
from functools import lru_cache

_KEPT = {"й": "\ue001", "ї": "\ue002", "ё": "е"}
_BACK = {"\ue001": "й", "\ue002": "ї"}
_APOSTROPHES = re.compile("[’ʼ'`´‘”\"ʹʺʹ′＇]")
_GAPS = re.compile(r"[-‐‑–—−_\s\u00a0]+")


@lru_cache(maxsize=8_192)  # a text asks for the same words again and again
def key(name: str) -> str:
    """`name` without case, apostrophes, hyphens, and accents that tell no letters apart.

    й and ї stay letters of their own; ё is е.
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = _without_accents(plain)
    return _GAPS.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def _without_accents(plain: str) -> str:
    for letter, kept in _KEPT.items():
        plain = plain.replace(letter, kept)
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    for kept, letter in _BACK.items():
        plain = plain.replace(kept, letter)
    return plain
