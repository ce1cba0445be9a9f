"""Numbers in digits and in words: English, Ukrainian, Russian."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from caseboard.tagging.quantities.tokens import Sort, Token
from caseboard.tagging.quantities.words import listed


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands from token `first` to before token `last`."""

    first: int
    last: int
    value: float
    is_plural: bool = False
    """`dozens`, `hundreds`: that many at the least."""
    is_rough: bool = False
    """`десяток`, `a couple`: about that many."""
    is_bare: bool = False
    """Digits and nothing else: it may be a year or a day."""
    scale: float = 1


def _table(lines: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for line in lines.strip().splitlines():
        value, words = line.split(maxsplit=1)
        found.update(dict.fromkeys(words.split(), float(value)))
    return found


SMALL: Mapping[str, float] = _table("""
1 one один одна одне одного одну однієї одной одну
2 two два дві двох двома двом двоє две двух двумя двум двое обидва
3 three три трьох трьома трьом троє трех трёх тремя трем трём трое
4 four чотири чотирьох чотирма четверо четыре четырех четырёх четырьмя
5 five п'ять п'яти п'ятьох п'ятеро пять пяти пятью пятеро
6 six шість шести шістьох шестеро шесть шестью
7 seven сім семи сімох семеро семь семью
8 eight вісім восьми вісьмох восьмеро восемь
9 nine дев'ять дев'яти дев'ятьох дев'ятеро девять девяти
10 ten десять десяти десятьох десятеро
11 eleven одинадцять одинадцяти одиннадцать одиннадцати
12 twelve дванадцять дванадцяти двенадцать двенадцати
13 thirteen тринадцять тринадцяти тринадцать тринадцати
14 fourteen чотирнадцять чотирнадцяти четырнадцать четырнадцати
15 fifteen п'ятнадцять п'ятнадцяти пятнадцать пятнадцати
16 sixteen шістнадцять шістнадцяти шестнадцать шестнадцати
17 seventeen сімнадцять сімнадцяти семнадцать семнадцати
18 eighteen вісімнадцять вісімнадцяти восемнадцать восемнадцати
19 nineteen дев'ятнадцять дев'ятнадцяти девятнадцать девятнадцати
""")
TENS: Mapping[str, float] = _table("""
20 twenty двадцять двадцяти двадцать двадцати
30 thirty тридцять тридцяти тридцать тридцати
40 forty сорок сорока
50 fifty п'ятдесят п'ятдесяти пятьдесят пятидесяти півсотні полсотни
60 sixty шістдесят шістдесяти шестьдесят шестидесяти
70 seventy сімдесят сімдесяти семьдесят семидесяти
80 eighty вісімдесят вісімдесяти восемьдесят восьмидесяти
90 ninety дев'яносто дев'яноста девяносто девяноста
""")
HUNDREDS: Mapping[str, float] = _table("""
100 сто ста
200 двісті двохсот двести двухсот
300 триста трьохсот трехсот трёхсот
400 чотириста чотирьохсот четыреста четырехсот
500 п'ятсот п'ятисот пятьсот пятисот
600 шістсот шестисот шестьсот
700 сімсот семисот семьсот
800 вісімсот восьмисот восемьсот
900 дев'ятсот дев'ятисот девятьсот девятисот
""")
SCALES: Mapping[str, float] = _table("""
10 десяток десятка десятку десятків десятков
12 dozen дюжина дюжину дюжини дюжины
20 score
100 hundred сотня сотню сотень
1000 thousand k тисяча тисячу тисяч тис тысяча тысячу тысяч тыс
1000000 million мільйон мільйона мільйонів млн миллион миллиона миллионов
""")
PLURALS: Mapping[str, float] = _table("""
10 tens десятки
12 dozens дюжины дюжини
20 scores
100 hundreds сотні сотни
1000 thousands тисячі тысячи
""")
"""After a number they only multiply it; alone they are twice that many at the least."""
THOUSANDS = listed("thousand тисяча тисячі тисячу тисяч тысяча тысячи тысячу тысяч")
ONE_AND_A_HALF = frozenset({"півтора", "півтори", "полтора", "полторы"})
ARTICLES = frozenset({"a", "an"})


def read(tokens: Sequence[Token], at: int, *, dotted: bool = False) -> Number | None:
    """The number that begins at token `at`; with `dotted`, `1.200` is twelve hundred."""
    token = tokens[at]
    if token.sort is Sort.NUMBER:
        number = Number(
            at, at + 1, digits(token.text, dotted=dotted), is_bare=token.text.isdecimal()
        )
        return _scaled(tokens, _without_ending(tokens, number))
    if token.sort is not Sort.WORD:
        return None
    if token.key in ONE_AND_A_HALF:
        made = _scaled(tokens, Number(at, at + 1, 1.5))
        return made if made.last > at + 1 else None
    return _phrase(tokens, at) or _in_words(tokens, at)


def digits(text: str, *, dotted: bool = False) -> float:
    """`1,200`, `1 200`, `1.2` and `1,2` as numbers."""
    text = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if "," in text and "." in text.rpartition(",")[2]:
        return float(text.replace(",", ""))
    whole, mark, rest = text.partition("," if "," in text else ".")
    is_grouped = len(rest.partition(mark or ",")[0]) == 3 and whole != "0"
    if mark == "," and is_grouped and len(whole) <= 3:
        return float(text.replace(",", ""))
    if mark == "." and is_grouped and dotted and len(whole) <= 3:
        return float(text.replace(".", ""))
    return float(text.replace(",", "."))


def _phrase(tokens: Sequence[Token], at: int) -> Number | None:
    """`a dozen`, `half a dozen`, `a couple of`, `dozens`, `десяток`."""
    key, follows = tokens[at].key, _key(tokens, at + 1)
    if key == "half" and follows in ARTICLES and _key(tokens, at + 2) == "dozen":
        return Number(at, at + 3, 6)
    if key in ARTICLES and follows in {"couple", "pair"}:
        return Number(at, at + 2, 2, is_rough=follows == "couple")
    if key in ARTICLES and follows in SCALES and follows != "k":
        return Number(at, at + 2, SCALES[follows], scale=SCALES[follows])
    if key in PLURALS:
        return _plural(tokens, at)
    if key in SCALES and len(key) > 4 and not key.isascii():
        return Number(at, at + 1, SCALES[key], is_rough=SCALES[key] == 10)
    return None


def _plural(tokens: Sequence[Token], at: int) -> Number:
    """`dozens`, `hundreds of thousands`: twice that many at the least."""
    value, last = 2 * PLURALS[tokens[at].key], at + 1
    if _key(tokens, last) == "of" and (more := PLURALS.get(_key(tokens, last + 1))):
        value, last = value * more, last + 2
    return Number(at, last, value, is_plural=True)


def _in_words(tokens: Sequence[Token], at: int) -> Number | None:
    """`twenty-five`, `two thousand three hundred`, `сто двадцать три`: bigger before smaller."""
    sum_ = _Sum()
    place = at
    while place < len(tokens):
        key = tokens[place].key
        is_joined = place > at and (key == "and" or (key == "-" and tokens[place].is_glued))
        ahead = place + 1 if is_joined else place
        if not sum_.take(_key(tokens, ahead), after_and=key == "and"):
            break
        place = ahead + 1
    if not sum_.value:
        return None
    number = Number(at, place, sum_.value)
    return number if sum_.thousands else _scaled(tokens, number)


class _Sum:
    """What the words read so far come to."""

    def __init__(self) -> None:
        self.thousands = 0.0
        self._rest = 0.0
        self._room = 1e9

    @property
    def value(self) -> float:
        """All of it."""
        return self.thousands + self._rest

    def take(self, key: str, *, after_and: bool = False) -> bool:
        """Add the next word, if it belongs to the same number."""
        value = _value(key)
        if after_and and not (value and self.value >= 100 > value):
            return False
        if 0 < value < self._room:
            self._rest, self._room = self._rest + value, _room(value)
            return True
        if key == "hundred" and 0 < self._rest < 10:
            self._rest, self._room = self._rest * 100, 100
            return True
        if key in THOUSANDS and self._rest and not self.thousands:
            self.thousands, self._rest, self._room = self._rest * 1000, 0, 1000
            return True
        return False


def _value(key: str) -> float:
    return SMALL.get(key) or TENS.get(key) or HUNDREDS.get(key) or 0


def _room(value: float) -> float:
    """What may follow has to be smaller than this."""
    if value < 20:
        return 0
    return 10 if value < 100 else 100


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """With `thousand`, `тис.`, `dozen` or `десятки` after it."""
    key = _key(tokens, number.last)
    scale = SCALES.get(key) or PLURALS.get(key)
    if scale is None or (key == "k" and not tokens[number.last].is_glued):
        return number
    last = number.last + 1
    if key in {"тис", "тыс", "млн"} and _key(tokens, last) == ".":
        last += 1
    return replace(number, last=last, value=number.value * scale, scale=scale, is_bare=False)


def _without_ending(tokens: Sequence[Token], number: Number) -> Number:
    """`20-ти` is twenty; `92-ї` and `47-ма` are ordinals and no business of ours."""
    dash, ending = number.last, number.last + 1
    has_ending = _key(tokens, dash) in DASHES and _key(tokens, ending) in ENDINGS
    if has_ending and tokens[dash].is_glued and tokens[ending].is_glued:
        return replace(number, last=ending + 1, is_bare=False)
    return number


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""


DASHES = frozenset("-‐‑–—")
ENDINGS = frozenset({"ти", "тьох", "ох", "тьма", "и"})
