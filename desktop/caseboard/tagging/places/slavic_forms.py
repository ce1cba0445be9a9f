"""From the words of a Ukrainian or Russian name as they stand to what it is called."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from caseboard.tagging.morphology import Form, Language, forms

_MOST = 24
"""Of ways to read several words together, the first ones are enough."""
CONNECTORS = frozenset(
    ("та", "і", "й", "и", "на", "над", "під", "под", "ла", "де", "дель", "эль", "ель")
)
_LAND = re.compile("([а-яіїєґё']{3,}?)(ччина|тчина|щина|чина)$")
_NAMED_PARTS = re.compile(r"^(.+?)([-‐‑](?:на|над|під|под|ла|ле|де|сюр|ин|эль|ель|о)[-‐‑].+)$")


def nominatives(words: Sequence[str], languages: Sequence[Language]) -> Sequence[str]:
    """What `words` may be called in the nominative, likeliest first: in lower case.

    An adjective agrees with its noun; what follows the noun may stand as it is
    (`Соединенных Штатов Америки`).
    """
    return _nominatives(tuple(words), tuple(languages))


@lru_cache(8192)
def _nominatives(words: tuple[str, ...], languages: tuple[Language, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for language in languages:
        names = _single(words[0], language) if len(words) == 1 else _several(words, language)
        found.update(dict.fromkeys(names))
    return tuple(found)


def _single(word: str, language: Language) -> Iterator[str]:
    read = [form for form in forms(word, language) if form.part in _DECLINED]
    for form in read:
        yield from _regions(form.lemma, language)
    yield from (form.nominative for form in read if form.is_place)
    yield word.casefold()
    yield from (form.nominative for form in read if form.is_noun and not form.is_place)
    yield from (form.nominative for form in read if form.is_adjective)
    yield from _parted(word, language)
    if not any(form.is_known for form in read):
        yield from _by_endings(word.casefold())


_ENDINGS = (
    ("ії", ("ія",)),
    ("ии", ("ия",)),
    ("ію", ("ія",)),
    ("ию", ("ия",)),
    ("ією", ("ія",)),
    ("ией", ("ия",)),
    ("ом", ("", "о")),
    ("ем", ("", "е")),
    ("ою", ("а",)),
    ("ой", ("а",)),
    ("ах", ("и", "ы")),
    ("і", ("", "а", "ь", "о")),
    ("е", ("", "а", "о")),
    ("и", ("а", "я", "ь")),
    ("ы", ("а",)),
    ("у", ("", "а", "о")),
    ("ю", ("я", "ь", "й")),
    ("а", ("", "о")),
    ("я", ("ь", "й")),
)
"""Of names no dictionary has: an ending as it stands, and those of the nominative."""
_LEAST = 3


def _by_endings(word: str) -> Iterator[str]:
    for ending, nominative in _ENDINGS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= _LEAST:
            yield from (stem + each for each in nominative)


def _parted(word: str, language: Language) -> Iterator[str]:
    """Of `Франкфурті-на-Майні` the first part alone is declined."""
    parted = _NAMED_PARTS.match(word.casefold())
    if parted:
        head, rest = parted.groups()
        yield from (form.nominative + rest for form in forms(head, language) if form.is_noun)


def _several(words: Sequence[str], language: Language) -> Iterator[str]:
    yield " ".join(words).casefold()
    read = [_declined(word, language) for word in words]
    for together in islice(product(*read), _MOST * 4):
        if _agree(together):
            yield " ".join(form.nominative for form in together)
    for length in range(1, len(words)):
        rest = " ".join(words[length:]).casefold()
        for together in islice(product(*read[:length]), _MOST):
            if _agree(together) and together[-1].is_noun:
                yield " ".join([*(form.nominative for form in together), rest])


_DECLINED = frozenset({"NOUN", "ADJF", "PRTF", ""})


def _declined(word: str, language: Language) -> Sequence[Form]:
    """The readings of a word that differ in what agreement asks; places first."""
    if word.casefold() in CONNECTORS:
        return (Form(word.casefold(), word.casefold(), ""),)
    read = [form for form in forms(word, language) if form.part in _DECLINED]
    read.sort(key=lambda form: (not form.is_place, bool(form.person)))
    return read or (Form(word.casefold(), word.casefold(), ""),)


def _agree(together: Sequence[Form]) -> bool:
    declined = [form for form in together if form.case]
    cases = {(_CASE.get(form.case, form.case), form.number) for form in declined}
    genders = {form.gender for form in declined if form.gender and form.number == "sing"}
    return len(cases) <= 1 and len(genders) <= 1


_CASE = {"gen2": "gent", "acc2": "accs", "loc2": "loct"}


def _regions(lemma: str, language: Language) -> Iterator[str]:
    """The oblast a word such as `Харківщина` or `Донетчина` stands for."""
    parted = _LAND.match(lemma)
    if parted:
        stem, suffix = parted.groups()
        joint = "ц" if suffix in ("ччина", "тчина") else "с"
        yield f"{stem}{joint}{'ька' if language == 'uk' else 'кая'} область"
