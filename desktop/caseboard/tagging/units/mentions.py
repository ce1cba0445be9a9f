"""Later mentions of units by less than their name: `the 92nd`, `Khartia`."""

import re
from collections.abc import Iterator, Sequence

from caseboard.i18n import _
from caseboard.tagging.suggestions import UnitSuggestion
from caseboard.tagging.units.honours import is_cyrillic
from caseboard.tagging.units.proposing import Proposer
from caseboard.tagging.units.table import Hit
from caseboard.tagging.units.tokens import Token, Tokens
from caseboard.tagging.units.words import listed

_DAYS = 31
_STOP = re.compile(r"[.,;:!?\n]")
_NOUNS = re.compile(r"(?:річ|рок|год|хвил|мин|шко|стат|стор|обл|вул|ул|будин|дом|мереж|км|мм|км/)")


def is_plain(tokens: Tokens, hit: Hit) -> bool:
    """Whether a name that could mean another thing means the unit: by the words right beside it."""
    if len(tokens) <= hit.after - hit.first + 1:
        return True
    before, after = hit.first - 1, hit.after
    is_before = before >= 0 and tokens[before].norm in listed("people")
    is_after = after < len(tokens) and tokens[after].norm in listed("people")
    return (is_before and not _STOP.search(tokens.gap(before))) or (
        is_after and not _STOP.search(tokens.gap(after - 1))
    )


def later(
    tokens: Tokens, made: Sequence[UnitSuggestion], hits: Sequence[Hit], proposer: Proposer
) -> Iterator[UnitSuggestion]:
    """Mentions of units that the text names in full elsewhere."""
    named = {unit.unit_id: unit for unit in made if unit.unit_id}
    for hit in hits:
        row = next((row for row in hit.rows if row.id in named), None)
        if row and hit.is_weak:
            start, end = tokens[hit.first].start, tokens[hit.after - 1].end
            score = min(0.78, named[row.id].score - 0.05)
            yield proposer.of_row(row, start, end, score, reason=_("named in full elsewhere"))
    numbers: dict[int, dict[str, UnitSuggestion]] = {}
    for unit in made:
        if unit.designation.isdecimal() and int(unit.designation) > _DAYS:
            numbers.setdefault(int(unit.designation), {})[unit.key] = unit
    yield from _by_number(
        tokens, {n: next(iter(by.values())) for n, by in numbers.items() if len(by) == 1}
    )


def _by_number(tokens: Tokens, numbers: dict[int, UnitSuggestion]) -> Iterator[UnitSuggestion]:
    for at, token in enumerate(tokens.all):
        unit = numbers.get(token.number or 0)
        if unit is None or not token.is_ordinal:
            continue
        if _is_cyrillic_number(tokens, at) or _is_english_number(tokens, at):
            yield _again(unit, token, tokens.text)


def _is_english_number(tokens: Tokens, at: int) -> bool:
    if at == 0 or tokens[at - 1].norm != "the" or not tokens[at].text[0].isdigit():
        return False
    if at + 1 == len(tokens) or tokens.gap(at).strip() or tokens[at].is_possessive:
        return True
    return tokens[at + 1].norm in listed("verbs")


def _is_cyrillic_number(tokens: Tokens, at: int) -> bool:
    if not re.search(r"\d[-‐‑]?[а-яіїє]", tokens[at].text):
        return False
    if at + 1 == len(tokens) or tokens.gap(at).strip():
        return True
    after = tokens[at + 1]
    return is_cyrillic(after) and not after.is_capital and not _NOUNS.match(after.norm)


def _again(unit: UnitSuggestion, token: Token, text: str) -> UnitSuggestion:
    start, end = token.start, token.end
    return UnitSuggestion(
        start=start,
        end=end,
        surface=text[start:end],
        score=round(min(0.7, unit.score - 0.05), 2),
        reason=_("named in full elsewhere"),
        name=unit.name,
        designation=unit.designation,
        side=unit.side,
        echelon=unit.echelon,
        branch=unit.branch,
        country=unit.country,
        sidc=unit.sidc,
        aliases=unit.aliases,
        unit_id=unit.unit_id,
        rests_on=unit.rests_on,
        known_id=unit.known_id,
        parent=unit.parent,
    )
