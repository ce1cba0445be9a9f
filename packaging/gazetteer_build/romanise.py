"""Ukrainian names in other letters: official Latin, Polish, Russian, Latin by way of Russian."""

import re

from gazetteer_build.tables import words

_PLAIN = {
    **dict(
        zip(
            "абвгґдезиіклмнопрстуфхцчшщ",
            words("a b v h g d e z y i k l m n o p r s t u f kh ts ch sh shch"),
            strict=True,
        )
    ),
    "ж": "zh",
    **dict.fromkeys("ь'’ʼ", ""),
}
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_LATER = {"є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
_APOSTROPHES = "'’ʼ"


def official(name: str) -> str:
    """Latin letters as resolution 55 of the Ukrainian government (2010) has them."""
    out: list[str] = []
    for at, char in enumerate(name):
        letter = char.lower()
        before = name[at - 1] if at else ""
        is_first = not (before.isalpha() or (before and before in _APOSTROPHES))
        if letter == "г" and before.lower() == "з":
            latin = "gh"
        else:
            latin = (_FIRST if is_first else _LATER).get(letter) or _PLAIN.get(letter, char)
        out.append(latin.capitalize() if char != letter else latin)
    return "".join(out)


_POLISH = {
    **dict(
        zip(
            "абвгґдезиійклмнопрстуфхцчшщжьєїюя",
            words("a b w h g d e z y i j k l m n o p r s t u f ch c cz sz szcz ż ' je ji ju ja"),
            strict=True,
        )
    ),
    **dict.fromkeys("'’ʼ", ""),
}
_POLISH_SOFT = (
    (re.compile("л(?![іьєюя])"), "ł"),
    (re.compile("(?<=л)ь"), ""),
    (re.compile("нь"), "ń"),
    (re.compile("сь"), "ś"),
    (re.compile("зь"), "ź"),
    (re.compile("ць"), "ć"),
    (re.compile("ь"), ""),
    (re.compile("(?<=[бвгґджзклмнпрстфхцчшщ])є"), "ie"),
    (re.compile("(?<=[бвгґджзкмнпрстфхцчшщ])я"), "ia"),
    (re.compile("(?<=[бвгґджзкмнпрстфхцчшщ])ю"), "iu"),
    (re.compile("(?<=л)я"), "a"),
    (re.compile("(?<=л)ю"), "u"),
)


def polish(name: str) -> str:
    """As Polish papers write a Ukrainian name: `Synkiwka`, `Kupjańsk`."""
    plain = name.lower()
    for pattern, latin in _POLISH_SOFT:
        plain = pattern.sub(latin, plain)
    return _capitalised("".join(_POLISH.get(char, char) for char in plain))


_TO_RUSSIAN = tuple(
    (re.compile(pattern), russian)
    for pattern, russian in (
        (r"^червон", "красн"),
        (r"^західн", "западн"),
        (r"^східн", "восточн"),
        (r"^північн", "северн"),
        (r"^південн", "южн"),
        (r"^вільх", "ольх"),
        (r"^вільш", "ольш"),
        (r"^глибок", "глубок"),
        (r"^піщан", "песчан"),
        (r"^біл(?=[аиео])", "бел"),
        (r"^(нов|стар|мал)а\b", r"\1ая"),
        (r"^велика\b", "великая"),
        (r"^чорн", "черн"),
        (r"^вовч", "волч"),
        (r"^першотравнев", "первомайск"),
        (r"^кам[’ʼ']ян", "камен"),
        (r"^микол", "никол"),
        (r"^олекс", "алекс"),
        (r"іївк", "еевк"),
        (r"[’ʼ'](?=[яюєї])", "ь"),
        (r"(?<=[аеєиіїоуюяйь])ївк", "евк"),
        (r"(?<=[жчшщцй])івк", "евк"),
        (r"івк", "овк"),
        (r"(?<=[аеєиіїоуюя])їв\b", "ев"),
        (r"(?<=[жчшщ])ів\b", "ев"),
        (r"ів(?=\b|ськ)", "ов"),
        (r"їв(?=\b|ськ)", "ев"),
        (r"(цьк|ськ|н)(е|ий)\b", lambda m: m[1] + ("ое" if m[2] == "е" else "ый")),
        (r"ськый\b", "ский"),
        (r"цькый\b", "цкий"),
        (r"цьк", "цк"),
        (r"ськ", "ск"),
        (r"івщин", "овщин"),
        (r"ець\b", "ец"),
        (r"(?<=ц)і\b", "ы"),
        (r"(?<=[бвдзлмнпрст])и\b", "ы"),
        (r"[ії]", "и"),
        (r"є", "е"),
        (r"ґ", "г"),
        (r"(^|[\s-])е", r"\1э"),
        (r"йо", "ё"),
    )
)


def russian(name: str) -> str:
    """A likely Russian spelling of a Ukrainian name, by rule: `Синьківка`, `Синьковка`."""
    plain = name.lower()
    for pattern, replacement in _TO_RUSSIAN:
        plain = pattern.sub(replacement, plain)
    return _capitalised(plain)


_RUSSIAN_LATIN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
        words("a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya yo"),
        strict=True,
    )
)


def from_russian(name: str) -> str:
    """A Russian name in Latin letters, as news agencies write it: `Sinkovka`, `Tabaevka`."""
    plain = re.sub(r"(ы|и)й\b", "y", name.lower())
    return _capitalised("".join(_RUSSIAN_LATIN.get(char, char) for char in plain))


def from_russian_by_sound(name: str) -> str:
    """The same as maps write it (BGN/PCGN): `Tabayevka`, `Zapadnoye`."""
    return from_russian(re.sub(r"(?<=[аеёиоуыэюяьъ])е", "йе", name.lower()))


def _capitalised(name: str) -> str:
    return re.sub(r"(^|[\s-])(\w)", lambda m: m[1] + m[2].upper(), name)
