"""Tells `3 бригади`, three of them, from `3 бригада`, the third; and `12 brigades` from `12th`."""

import re

from caseboard.model.terms import Echelon
from caseboard.tagging.units.terms import Seen, Sort
from caseboard.tagging.units.tokens import Tokens

_FEW = 20
"""More of one size than this are not counted in one place."""
_CYRILLIC = re.compile(r"[а-яіїєґ]")
_MANY_ADJECTIVE = re.compile(r"(?:[іыи]е|і|их|ых|ими|ыми)\Z")
_MANY_NOUN = re.compile(
    r"(?:ів|їв|ов|ев|ам|ям|ах|ях|ами|ями|бригад|рот|дивізій|дивизий|армій|армий)\Z"
)
_ONE_NOUN = re.compile(
    r"(?:бригад[ауіе]|бригад[оі][юй]|рот[ауоі]|роті|дивізі[яює]|дивізією|дивизи[яю]|"
    r"дивизией|армі[яю]|арми[яю]|полк|полку|полком|полке|корпус|корпусу|корпусом|"
    r"батальйон|батальон|батальйону|батальону|взвод|взводу)\Z"
)
_BATTALION_GROUP = "Battalion Tactical Group"
_YEARS = range(1900, 2100)


def is_designation(tokens: Tokens, at: int, head: Seen, *, is_list: bool) -> bool:
    """Whether the number at `at` names a unit, and does not count several."""
    token = tokens[at]
    number = token.number or 0
    if number == 0:
        return False
    if head.term.sort is Sort.SHORT:
        return _is_short(tokens, at, head)
    if token.is_ordinal:
        return not (token.text == "I" and head.first != at + 1 and not _follows(tokens, at))
    if head.term.english == _BATTALION_GROUP or number in _YEARS:
        return False
    word = tokens[head.first].text.casefold()
    if _CYRILLIC.search(word):
        return _is_one(tokens, at, head, is_list=is_list)
    return not _is_plural(word) and (
        number > _FEW or tokens[head.first].is_capital or head.first > at + 1
    )


def _follows(tokens: Tokens, at: int) -> bool:
    return tokens[at + 1].is_capital


def _is_plural(word: str) -> bool:
    return word.endswith("s") and word != "corps"


def _is_short(tokens: Tokens, at: int, head: Seen) -> bool:
    """An abbreviation stands with its number; a short one could be any word, so it has capitals."""
    text = tokens.text[tokens[head.first].start : tokens[head.after - 1].end]
    if _CYRILLIC.search(text.casefold()):
        is_word = text.casefold() in {"та", "ак", "оа", "оп", "обр"}
        return not is_word or text.upper() == text or text == "ОБр"
    if len(text) <= 2:
        return text.isupper() and tokens[at].is_ordinal
    return len(text) > 3 or text.isupper()


def _is_one(tokens: Tokens, at: int, head: Seen, *, is_list: bool) -> bool:
    number = tokens[at].number or 0
    if number > _FEW and (is_list or head.term.echelon is not Echelon.COMPANY):
        return number > 60 or is_list or not _MANY_NOUN.search(_word(tokens, head.first))
    if at + 1 < head.first:
        return not _MANY_ADJECTIVE.search(_word(tokens, at + 1))
    return bool(_ONE_NOUN.search(_word(tokens, head.first)))


def _word(tokens: Tokens, at: int) -> str:
    return tokens[at].text.casefold()
