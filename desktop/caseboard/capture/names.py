"""Authors as people's names, out of whatever a page writes where authors go."""

import re
import unicodedata
from collections.abc import Iterable

_LEAD = re.compile(
    r"^\s*(?:(?:written|reported|story|text|words|analysis|article|published|edited)\s+by|"
    r"(?:an?|the) (?:analysis|article|opinion|guest \w+) by|by|from|authors?|posted by|"
    r"автор(?:ка)? (?:текст[ау]|статті|статьи|матеріал[уа]|материала)|"
    r"автори?|авторка|автор(?:ы|ка)?|"
    r"текст|підготува(?:в|ла|ли)|подготовил[аи]?|матеріал підготува(?:в|ла|ли)|"
    r"(?:(?:ein )?(?:artikel|(?:gast)?beitrag|text|bericht|kommentar|analyse|interview|kolumne)|"
    r"ein \w+|geschrieben|verfasst|veröffentlicht)\s+von|von|autor(?:in|ka|en|zy)?|"
    r"(?:napisał|opracował|przygotował|opracowal)a?|tekst|oprac|rozmawiał[a]?|"
    r"(?:publicado |escrito )?por|(?:écrit |publié |propos recueillis )?par|redacción|"
    r"(?-i:(?:scritto )?di)|door|af|skriven av|av)\b\.?\s*[:—–-]?\s+|"
    r"^\s*(?:authors?|автори?|авторка|авторы|текст|autor(?:in|ka)?|redaktion|redakcja)"
    r"\s*[:—–-]\s*",
    re.I,
)
_BETWEEN = re.compile(r"\s*[,;|/•·\n]\s*|\s+(?:and|und|та|і|й|и|oraz|et|with|&|—|–|-)\s+", re.I)
_JOINED = re.compile(r"\s+(?:y|e|en|ve|og|och|ja|și|si|a|s)\s+")
_BRACKETS = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_NO_PERSON = re.compile(
    r"https?:|www\.|@|\d|[<>{}\[\]=]|\.(?:com|org|net|ua|ru|de|pl|uk)\b|"
    r"\b(?:news|staff|editors?|editorial|desk|team|press|agency|agentur|admin|administrator|"
    r"redaktion|redakcja|newsroom|"
    r"correspondents?|reporters?|journalists?|writers?|photographers?|bureau|chief|contributors?|"
    r"media|service|author|unknown|user|webmaster|magazine|times|online|tv|radio|"
    r"редакці\w*|редакци\w*|кореспондент\w*|корреспондент\w*|журналіст\w*|журналист\w*|агентств\w*|"
    r"новини|новости|адмін\w*|админ\w*|служба|min read|reuters|afp|dpa|pap|ap|unian|уніан|"
    r"укрінформ)\b",
    re.I,
)
_NOBODY = re.compile(
    r"https?:|www\.|@|[<>{}\[\]=|]|^\W*(?:admin\w*|administrator|unknown|undefined|null|none|user\d*|"
    r"webmaster|root|editor|author|autor|автор|адмін\w*|админ\w*|guest|anonymous|n/?a|\d+|"
    r"\w+\.(?:com|org|net))\W*$|^[\W\d]*$|\b(?:19|20)\d\d\b",
    re.I,
)
_NEWSROOM = re.compile(r"\s*(?:redacción|redakcja|redaktion|редакці|редакци)", re.I)
"""What a newsroom's name begins with: no label before a name."""
_PLACE = re.compile(r"(?<=\w{2})\s+(?:in|für|for|at|aus|w|у|в|з|из|для|reports?)\s+.*$")
_ARTICLE = re.compile(r"^(?:d['’]|(?:al|el|as|ash|ad|ar|an|at|ben|bin|o)-)", re.I)
_IN_CHARACTERS = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3]{2,5}")
"""Chinese and Korean: a name is one word."""
_PARTICLES = {
    "de",
    "da",
    "di",
    "du",
    "del",
    "della",
    "van",
    "von",
    "der",
    "den",
    "zu",
    "zur",
    "la",
    "le",
    "al",
    "el",
    "bin",
    "ibn",
    "ben",
    "y",
    "af",
    "av",
}
_LONGEST = 60


def people(written: Iterable[str], site: str = "") -> tuple[str, ...]:
    """The persons named in `written`, in order, each once; outlets and roles are left out."""
    found: dict[str, str] = {}
    for text in written:
        for piece in _BETWEEN.split(_BRACKETS.sub(" , ", _without_lead(text[:500]))):
            for one in _apart(_tidy(piece)):
                name = _without_place(_without_site(one, site))
                if is_person(name) and not _same(name, site):
                    found.setdefault(name.casefold(), name)
    return tuple(found.values())[:20]


def _apart(names: str) -> list[str]:
    """Two names joined by a short word that can be part of a name as well: `Ana Gil y Juan Mas`."""
    pieces = _JOINED.split(names)
    return pieces if len(pieces) > 1 and all(map(is_person, pieces)) else [names]


def anyone(written: Iterable[str]) -> tuple[str, ...]:
    """Whatever names stand in `written`, pen names and newsrooms too, each once.

    For places that hold an author and nothing else. What systems put for "nobody" (`admin`,
    `unknown`) never counts.
    """
    found: dict[str, str] = {}
    for text in written:
        name = _tidy(text if _NEWSROOM.match(text) else _without_lead(text[:500]))
        if 2 <= len(name) <= _LONGEST and len(name.split()) <= 7 and not _NOBODY.search(name):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:20]


def is_site(name: str, site: str, host: str = "") -> bool:
    """Whether `name` is the outlet's own, as far as `site` or the host of its pages says it."""
    return _same(name, site) or _same(name.casefold().removeprefix("www."), host)


def is_person(name: str) -> bool:
    """Whether `name` can be that of a person: two to five words, capitals, nothing else."""
    words = name.split()
    least = 1 if _IN_CHARACTERS.fullmatch(name) else 2
    if not least <= len(words) <= 5 or len(name) > _LONGEST or _NO_PERSON.search(name):
        return False
    return all(map(_is_name_word, words)) and any(not c.islower() for c in words[-1])


def _is_name_word(word: str) -> bool:
    if word.lower().rstrip(".") in _PARTICLES:
        return True
    letters = _ARTICLE.sub("", word).strip(".'’ʼ-")
    # Many scripts have no capitals.
    begins = letters[:1].isalpha() and not letters[:1].islower()
    return begins and all(c.isalpha() or unicodedata.combining(c) or c in ".'’ʼ-`" for c in letters)


def begins_as_byline(text: str) -> bool:
    """Whether a line begins with `by`, `oprac.`, `ein Gastbeitrag von` and the like."""
    return bool(_LEAD.match(text.replace("\xa0", " ")))


def _without_lead(text: str) -> str:
    return _LEAD.sub("", text.replace("\xa0", " "), count=1)


def _tidy(piece: str) -> str:
    name = " ".join(piece.split()).strip(" .:*_–—-\"'«»“”()") if piece.strip() else ""
    words = name.split()
    if len(words) > 1 and name.isupper():
        return " ".join(word.capitalize() if "-" not in word else word.title() for word in words)
    return name


def _without_place(name: str) -> str:
    """`name` less where its owner reports from, and for whom: `Jane Doe in Kyiv`."""
    cut = _PLACE.sub("", name)
    return cut if len(cut.split()) > 1 else name


def _without_site(name: str, site: str) -> str:
    """`name` less an outlet's name glued on behind."""
    if site and name.casefold().endswith(f" {site.casefold()}"):
        return name[: -len(site)].strip()
    return name


def _same(name: str, site: str) -> bool:
    return bool(site) and name.casefold() == site.casefold()


def without(text: str, people: Iterable[str]) -> str:
    """`text` less the names of `people`."""
    for name in people:
        text = re.sub(re.escape(name), " ", text, flags=re.I)
    return text
