"""Whether the name of a capital acts in Ukrainian or Russian as a government does."""

from collections.abc import Sequence

from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.morphology import Language
from caseboard.tagging.places import slavic_words as tables
from caseboard.tagging.places.governments import Government, seats
from caseboard.tagging.places.slavic_text import SlavicText
from caseboard.tagging.places.slavic_weight import Seen

_WITH = frozenset(("з", "із", "зі", "с", "со", "між", "между"))
_FAR = 2
"""How many words may stand between a name and its verb: `Москва вже двічі заявила`."""


def acting(text: SlavicText, seen: Seen) -> str:
    """The state whose government is meant, ISO 3166-1 alpha-2 or `EU`; empty for none."""
    government = next(filter(None, map(_seat, seen.names)), None)
    if government is None or seen.is_typed:
        return ""
    acts = _says(text, seen) or _owns(text, seen.first) or _talks(text, seen.first)
    return government.country if acts else ""


def _seat(name: str) -> Government | None:
    return seats().get(key(name))


def _says(text: SlavicText, seen: Seen) -> bool:
    """`Москва заявила`: the subject of a verb of saying."""
    if not any(form.is_noun and form.case == "nomn" for form in text.forms(seen.first)):
        return False
    if seen.first and _is_preposition(text, seen.first - 1):
        return False
    at = seen.last + 1
    while at - seen.last <= _FAR + 1 and text.joins(at - 1):
        if _has(text, at, "says"):
            return True
        if text.is_capital(at):
            return False
        at += 1
    return False


def _owns(text: SlavicText, at: int) -> bool:
    """`війська Москви`, `позиция Киева`."""
    return at > 0 and text.joins(at - 1) and _is_genitive(text, at) and _has(text, at - 1, "owned")


def _talks(text: SlavicText, at: int) -> bool:
    """`переговори з Києвом`, `отношения между Москвой и Анкарой`."""
    before = at - 1
    if before > 1 and text.words[before].text in tables.AND and text.is_capital(before - 1):
        before -= 2
    if before < 1 or text.words[before].text.casefold() not in _WITH:
        return False
    return text.joins(before - 1) and _has(text, before - 1, "talks")


def _is_genitive(text: SlavicText, at: int) -> bool:
    return any(form.case == "gent" for form in text.forms(at))


def _is_preposition(text: SlavicText, at: int) -> bool:
    return any(text.words[at].text.casefold() in tables.words("near", each) for each in _all(text))


def _has(text: SlavicText, at: int, role: str) -> bool:
    lemmas = frozenset(text.lemmas(at))
    return any(lemmas & tables.words(role, each).keys() for each in _all(text))


def _all(text: SlavicText) -> Sequence[Language]:
    return text.languages
