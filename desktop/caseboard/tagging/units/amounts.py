"""How many: `two`, `several`, `up to three`, `кілька`, `не менее десяти`; as a range."""

from dataclasses import dataclass

from caseboard.tagging.units.tokens import Tokens, stem

_ONE = "a an one single another однa одна один одну одної однієї одним одному"
_NUMBERS = {
    1: _ONE,
    2: "two pair both два дві двох две двух двома двумя двом двум обидві обидва обе оба обох обеих",
    3: "three три трьох трех трёх трьома тремя",
    4: "four чотири чотирьох четыре четырех четырёх",
    5: "five п'ять п'яти пять пяти",
    6: "six шість шести шесть",
    7: "seven сім семи семь",
    8: "eight вісім восьми восемь",
    9: "nine дев'ять дев'яти девять девяти",
    10: "ten десять десяти",
    11: "eleven одинадцять одиннадцать",
    12: "twelve dozen дванадцять двенадцать дюжина",
    15: "fifteen п'ятнадцять пятнадцать",
    20: "twenty двадцять двадцать",
    30: "thirty тридцять тридцать",
}
_RANGES = {
    (2, 4): "few couple пару пара",
    (3, 9): "several some multiple numerous кілька кількома кількох декілька несколько нескольких "
    "несколькими ряд",
    (24, 99): "dozens десятки десятків десятків десятков",
}
_APOSTROPHES = str.maketrans("", "", "'’ʼ")


def _words(table: dict[tuple[int, int], str]) -> dict[str, tuple[int, int]]:
    return {_norm(word): amount for amount, words in table.items() for word in words.split()}


def _norm(word: str) -> str:
    plain = word.translate(_APOSTROPHES).replace("ё", "е")
    return plain if plain.isascii() else stem(plain)


_AMOUNTS = _words({(n, n): words for n, words in _NUMBERS.items()} | _RANGES)
_UP_TO = frozenset({("up", "to"), ("до",), ("as", "many", "as"), ("no", "more", "than")})
_ABOUT = frozenset(
    {("about",), ("around",), ("roughly",), ("some",), ("approximately",), ("nearly",), ("almost",)}
    | {
        (
            "an",
            "estimated",
        ),
        ("estimated",),
    }
    | {(stem(word),) for word in ("близько", "около", "приблизно", "примерно", "майже", "почти")}
)
_OVER = frozenset(
    {("at", "least"), ("more", "than"), ("over",)}
    | {
        tuple(stem(word) for word in words.split())
        for words in (
            "щонайменше",
            "не менше",
            "не менее",
            "більше",
            "понад",
            "більш як",
            "более",
            "больше",
            "минимум",
            "мінімум",
            "по меньшей мере",
            "принаймні",
            "свыше",
        )
    }
)
_ONES = frozenset(_norm(word) for word in _ONE.split())


_PAIRED = frozenset({"few", "couple", "pair", "dozens"})


@dataclass(frozen=True, slots=True)
class Amount:
    """From `low` to `high`, said by the tokens from `first` on."""

    low: int
    high: int
    first: int
    is_article: bool = False
    """Whether it is no more than `a`."""


def before(tokens: Tokens, at: int) -> Amount | None:
    """The amount whose last word is the token `at`."""
    if at < 0:
        return None
    first = last = at
    if at and tokens[at].norm in {"a", "of"} and tokens[at - 1].norm in _PAIRED:
        first = last = at - 1
    found = _said(tokens, last)
    if found is None:
        return None
    if tokens[last].norm in _PAIRED and first and tokens[first - 1].norm == "a":
        first -= 1
    for length in range(min(3, first), 0, -1):
        made = _bounded(tuple(t.norm for t in tokens.all[first - length : first]), *found)
        if made:
            return Amount(*made, first - length)
    return Amount(*found, first, is_article=tokens[last].norm in _ONES)


def _said(tokens: Tokens, at: int) -> tuple[int, int] | None:
    token = tokens[at]
    if token.number is not None and token.text.isdecimal() and 0 < token.number < 500:
        return token.number, token.number
    return _AMOUNTS.get(token.norm)


def _bounded(words: tuple[str, ...], low: int, high: int) -> tuple[int, int] | None:
    """An amount with `up to`, `at least` or `about` before it."""
    if words in _UP_TO:
        return 1, high
    if words in _OVER:
        return low, 2 * high
    if words in _ABOUT:
        spread = max(1, round(low * 0.2))
        return max(1, low - spread), high + spread
    return None


def up_to_one(tokens: Tokens, at: int) -> Amount | None:
    """`до роти`: the words end at the token `at`, and one is meant."""
    if at >= 0 and (tokens[at].norm,) in _UP_TO and not tokens[at].norm.isascii():
        return Amount(1, 1, at)
    return None
