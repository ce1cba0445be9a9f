"""The words around a number: "at least" before it, "or more" after it, whose fate it tells."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from caseboard.model.terms import QuantityKind
from caseboard.tagging.quantities.tokens import Token
from caseboard.tagging.quantities.words import listed


class Bound(Enum):
    """What a word before or after a number makes of it."""

    AT_LEAST = auto()
    AT_MOST = auto()
    ABOUT = auto()


_BEFORE: Mapping[Bound, str] = {
    Bound.AT_LEAST: "at least|no fewer than|no less than|not fewer than|not less than|a minimum of"
    "|more than|over|above|upwards of|exceeding|щонайменше|що найменше|не менше|не менше ніж"
    "|не менш як|не менш ніж|принаймні|понад|більше|більше ніж|більш як|більш ніж|мінімум"
    "|не менее|не менее чем|не меньше|как минимум|по меньшей мере|свыше|более|более чем|больше"
    "|больше чем|минимум",
    Bound.AT_MOST: "up to|at most|no more than|not more than|as many as|fewer than|less than|under"
    "|below|a maximum of|до|не більше|не більше ніж|не більш як|щонайбільше|менше|менше ніж"
    "|менш як|максимум|не более|не более чем|не больше|менее|менее чем|меньше|меньше чем",
    Bound.ABOUT: "about|around|some|approximately|approx|roughly|nearly|almost|close to"
    "|an estimated|estimated|~|≈|circa|ca|c|близько|приблизно|майже|орієнтовно|біля|десь"
    "|около|примерно|почти|порядка|ориентировочно",
}
_AFTER: Mapping[Bound, str] = {
    Bound.AT_LEAST: "or more|and more|+|plus|і більше|та більше|або більше|и более|и больше"
    "|или больше|или более",
    Bound.AT_MOST: "or fewer|or less|або менше|или меньше|или менее",
    Bound.ABOUT: "or so",
}
_FATES: Mapping[QuantityKind, str] = {
    QuantityKind.KILLED: "killed killing kill kills died dead slain вбито вбили вбив убито убили"
    " убив загинули загинуло загинув загибель загиблі погибли погибло погиб ліквідовано"
    " ліквідували ліквідував ликвидировали ликвидировано уничтожили знищили eliminated eliminating",
    QuantityKind.WOUNDED: "wounded wounding wound wounds injured injuring поранено поранили поранив"
    " поранені поранення ранено ранили ранены ранен ранения поранений постраждали",
    QuantityKind.CAPTURED: "captured capturing captures полонили полонено полон пленили плен"
    " surrendered",
    QuantityKind.LOSSES: "lost losing loses lose losses casualties втратив втратили втратила"
    " втрачено втрати потерял потеряли потеряла потери",
}
_FLYING = listed(
    "launched launching fired firing launch struck strike striking attacked attacking dropped"
    " dropping hit hitting used using запустив запустили запущено випустив випустили випустила"
    " вдарив вдарили ударив завдав атакували атакував скинув скинули застосував застосували"
    " запустил запустили выпустил выпустили ударил ударили атаковал атаковали сбросил сбросили"
    " нанес применил"
)
_ATTACKING = listed(
    "attacked assaulted attack assault stormed struck attacking assaulting атакував атакували"
    " атакувала штурмував штурмували наступав наступали атаковал атаковали атаковала штурмовал"
    " штурмовали"
)
_SHELLING = listed(
    "shelled bombed shelling обстріляв обстріляли обстрілював обстрілювали обстрелял обстреляли"
    " обстреливал обстреливали вдарив вдарили ударил ударили"
)
_OBJECTS = listed("the a an its their this that two three")
"""After a verb these begin what it is done to: `12 soldiers captured the village`."""
_BREAKS = frozenset('.;:!?…—–()«»“”"„')
_BACK, _ON = 6, 8
_MAX = 4


def before(tokens: Sequence[Token], at: int) -> tuple[list[Bound], int]:
    """What stands before token `at` and belongs to the number there, and where that begins."""
    bounds: list[Bound] = []
    while found := _ending_at(tokens, at):
        bound, at = found
        bounds.append(bound)
        if len(bounds) == 2:
            break
    return bounds, at


def after(tokens: Sequence[Token], at: int) -> tuple[Bound | None, int]:
    """What stands at token `at` and belongs to the number before it, and where that ends."""
    for length in (2, 1):
        words = " ".join(token.key for token in tokens[at : at + length])
        if words in _AFTER_WORDS and at + length <= len(tokens):
            return _AFTER_WORDS[words], at + length
    return None, at


def fate(tokens: Sequence[Token], first: int, last: int) -> QuantityKind | None:
    """Whether those counted by tokens `first` to before `last` were killed, wounded, captured."""
    near = _back(tokens, first, _FATE_WORDS, 3)
    return near or _on(tokens, last) or _back(tokens, first, _FATE_WORDS, _BACK)


def told_before(tokens: Sequence[Token], first: int) -> QuantityKind | None:
    """What a number without a noun tells, by the word right before it: `killed 12`."""
    return _FATE_WORDS.get(tokens[first - 1].key) if first else None


def is_launched(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what flies was sent off, and not shot down."""
    around = [*tokens[max(0, first - _BACK) : first], *tokens[last : last + _BACK]]
    return any(token.key in _FLYING for token in around)


def times_of(tokens: Sequence[Token], first: int) -> QuantityKind | None:
    """What was done so many times."""
    for token in reversed(tokens[max(0, first - _BACK * 2) : first]):
        if token.key in _BREAKS:
            return None
        if token.key in _ATTACKING:
            return QuantityKind.ATTACKS
        if token.key in _SHELLING:
            return QuantityKind.STRIKES
    return None


def _ending_at(tokens: Sequence[Token], at: int) -> tuple[Bound, int] | None:
    for length in range(min(_MAX, at), 0, -1):
        words = " ".join(token.key for token in tokens[at - length : at])
        if words in _BEFORE_WORDS:
            return _BEFORE_WORDS[words], at - length
    return None


def _back(
    tokens: Sequence[Token], first: int, words: Mapping[str, QuantityKind], reach: int
) -> QuantityKind | None:
    for token in reversed(tokens[max(0, first - reach) : first]):
        if token.key in _BREAKS:
            return None
        if token.key in words:
            return words[token.key]
    return None


def _on(tokens: Sequence[Token], last: int) -> QuantityKind | None:
    """The next word that tells a fate, unless it already tells that of another number."""
    for place in range(last, min(len(tokens), last + _ON)):
        token = tokens[place]
        if token.key in _BREAKS:
            return None
        if token.key in _FATE_WORDS:
            follows = tokens[place + 1].key if place + 1 < len(tokens) else ""
            return None if follows in _OBJECTS else _FATE_WORDS[token.key]
    return None


def _by_words(table: Mapping[Bound, str]) -> dict[str, Bound]:
    return {words: bound for bound, several in table.items() for words in several.split("|")}


_BEFORE_WORDS = _by_words(_BEFORE)
_AFTER_WORDS = _by_words(_AFTER)
_FATE_WORDS = {word: kind for kind, words in _FATES.items() for word in words.split()}
