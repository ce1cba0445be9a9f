"""Numbers of units: in figures, in Roman figures and in words, English, Ukrainian and Russian."""

import re

NUMBER = re.compile(
    r"(\d{1,5})(?:[-‐‑]?("
    r"st|nd|rd|th|"
    r"[аяйїюуеєыхи]|ша|шу|шої|шій|шою|га|гу|гої|гій|гою|тя|тю|тьої|тій|тьою|та|ту|тої|тою|"
    r"ма|му|мої|мій|мою|ої|ій|ою|ий|го|ого|ому|им|им|ім|ой|ей|ою|ею|ый|ая|ую|ые|ых|ым|ом|ем|их|ті|ть"
    r"))?\Z",
    re.IGNORECASE,
)
"""Figures, with the ending of an ordinal."""
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})\Z")
_DIGITS = {"I": 1, "V": 5, "X": 10}
_LOOKALIKES = str.maketrans("ІХ", "IX")
_ENGLISH = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_UKRAINIAN = """
    перш друг трет четверт пят шост сьом восьм девят десят одинадцят дванадцят тринадцят
    чотирнадцят пятнадцят шістнадцят сімнадцят вісімнадцят девятнадцят двадцят
"""
_RUSSIAN = """
    перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат
    четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат
"""
_EXTRA = {"трете": 3, "третьє": 3, "треть": 3, "тридцят": 30, "тридцат": 30, "сороков": 40}
_WORDS = {
    word: value
    for words in (_ENGLISH, _UKRAINIAN, _RUSSIAN)
    for value, word in enumerate(words.split(), start=1)
} | _EXTRA
TENS = {
    word: value
    for value, words in {
        20: "twenty двадцят двадцат двадцять двадцать",
        30: "thirty тридцят тридцат",
        40: "forty сорок",
        50: "fifty пятдесят пятьдесят",
        60: "sixty шістдесят шестьдесят",
        70: "seventy сімдесят семьдесят",
        80: "eighty вісімдесят восемьдесят",
        90: "ninety девяност",
        100: "сто",
    }.items()
    for word in words.split()
}
"""By the word as `tokens.stem` leaves it."""


def ordinal_word(norm: str) -> int | None:
    """The value of an ordinal in words, folded and without its ending."""
    return _WORDS.get(norm)


def roman(text: str) -> int | None:
    """The value of a Roman figure of up to 39; Cyrillic letters that look the same will do."""
    found = _ROMAN.match(text.translate(_LOOKALIKES))
    if not found or not text:
        return None
    tens, ones = found.groups()
    values = [_DIGITS[digit] for digit in tens + ones]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def english(number: int) -> str:
    """`92` as `92nd`."""
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
