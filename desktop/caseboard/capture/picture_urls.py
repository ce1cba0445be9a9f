"""What the address of a picture tells: which picture it is, how small, and whether it is one."""

import re

from caseboard.capture import urls

_PLACEHOLDER = re.compile(
    r"^data:|^about:|^javascript:|placeholder|/blank\.|/spacer\.|1x1|transparent\.|lazy[-_]?load|"
    r"(?:^|[/_-])(?:no|missing|default|dummy|fallback|empty)[-_]?(?:image|img|photo|pic(?:ture)?|"
    r"thumb(?:nail)?|cover|poster)s?\b|/default[-_.][a-z]{0,3}\.?[a-z]*(?:\?|$)|/fallback[-_.]|"
    r"/(?:lazy|load(?:ing|er)?|spinner|gr[ae]y|empty|clear|trans|px|pixel|bg)[-_\w]{0,12}\."
    r"(?:gif|png|svg|jpe?g|webp)|[?&]blur=\d",
    re.I,
)
_ORNAMENT = re.compile(
    r"pixel|beacon|tracking|spacer|sprite|emoji|avatar|gravatar|favicon|\blogo|icon[-_./]|"
    r"[-_/]icons?\b|captcha|button|badge|counter|matomo|piwik|separator|divider",
    re.I,
)
_LOGO = re.compile(r"logos?(?![a-z])|[-_]og[-_.]|^og[-_.]?(?:image|default)|"
                   r"(?:share|social|facebook|twitter)[-_](?:image|card|default|logo|preview)",
                   re.I)  # fmt: skip
_FOLDER = re.compile(
    r"/(?:avatars?|icons?|emojis?|emblems?|flags?|badges?|smil(?:ies|eys?)|sprites?|"
    r"(?:wp-content/)?(?:plugins|themes)|wp-includes|authors?|autor(?:en|es)?|ads?|banners?)/",
    re.I,
)
_SIZE = re.compile(r"(?<![\dA-Za-z])(\d{1,4})[x×](\d{1,4})(?!\d)")
_WIDTH = re.compile(r"(?:[?&](?:w|width|sz|size)=|[/_,-]w[_-]?)(\d{1,4})(?![\dA-Za-z])", re.I)
_RATIO = 30
"""Smaller numbers are those of a ratio, such as 16x9."""
_SMALL = 150
"""Pixels: a picture so small in both directions is a portrait or a sign."""
_VARIANT = (
    r"[-_]\d{2,4}x\d{2,4}|[-_](?:scaled|large|medium|small|thumb(?:nail)?|full|orig(?:inal)?|"
    r"mobile|desktop|tablet|hero|lead|square|wide|jumbo|super-?jumbo|facebook-?jumbo|article-?"
    r"large|x{0,3}l|[sm])|@\d(?:\.\d)?x|[-_]w\d{2,4}(?:[-_][a-z]{1,4}[\d.]+)*|"
    r"[-_]\d{3,4}-\d{2}|~_v-.*|(?<=\d{6})_\d{1,3}"
)
_VARIANT_AT_END = re.compile(rf"(?:{_VARIANT})$")
_PREFIX = re.compile(r"^(?:csm_|thumbs?_|f?\d{2,4}x\d{2,4}[-_]|\d{2,4}_\d{2,4}_(?=\d{9}))")
_HASHED = re.compile(r"_[0-9a-f]{10}$")
_EXTENSION = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|bmp|tiff?|heic)$", re.I)
_NO_NAME = re.compile(
    r"(?:\d{1,4}(?:x\d{1,4})?|w\d+|h\d+|image|img|original|master|default|large|medium|small|"
    r"thumb(?:nail)?|full|media|photo|picture|resize|crop|raw|file|[a-z]+__\d+x\d+.*|imrs\.php|\d{3,4}_\d{3,4}[-_]?)?",
    re.I,
)


def is_placeholder(url: str) -> bool:
    """Whether what stands at `url` only keeps the place of a picture that comes later."""
    return bool(_PLACEHOLDER.search(url))


def is_ornament(url: str) -> bool:
    """Whether `url` is that of a counter, a sign or a portrait, by its name or its size."""
    if _ORNAMENT.search(urls.last_name(url)) or is_placeholder(url):
        return True
    return bool(_FOLDER.search(urls.split(url).path)) or is_small(url)


def is_logo(url: str) -> bool:
    """Whether `url` is that of an outlet's logo or of what it puts where a picture is missing."""
    return bool(_LOGO.search(urls.last_name(url)))


def is_small(url: str) -> bool:
    """Whether the address itself says that the picture is tiny."""
    sizes = [max(int(w), int(h)) for w, h in _SIZE.findall(url[-400:])]
    sizes += [int(width) for width in _WIDTH.findall(url[-400:])]
    sizes = [size for size in sizes if size >= _RATIO]
    return bool(sizes) and max(sizes) <= _SMALL


def same(one: str, two: str) -> bool:
    """Whether two addresses name one picture, perhaps in two sizes or crops."""
    return one == two or key(one) == key(two) != ""


def key(url: str) -> str:
    """What is left of a picture's address in every size of it; empty where nothing is."""
    pieces = [piece for piece in urls.path_names(url) if piece]
    last = pieces[-1].lower() if pieces else ""
    name = _bare(last)
    if not (_NO_NAME.fullmatch(name) or _NO_NAME.fullmatch(last)):
        return name
    # The last piece is a size: the picture's own name stands before it. Small numbers count.
    rest = [bare for piece in pieces[:-1] if not _NO_NAME.fullmatch(bare := _bare(piece))]
    is_size = len(name) > 2 and (name[-1] == "0" or "master" in pieces) and name[0] != "0"
    number = name if name.isdigit() and not is_size else ""
    return "/".join([*rest[-2:], number]) if rest else ""


def _bare(name: str) -> str:
    bare = name.lower()
    while (shorter := _EXTENSION.sub("", bare)) != bare:
        bare = shorter
    bare = _HASHED.sub("", _PREFIX.sub("", bare))
    for _round in range(3):
        found = _VARIANT_AT_END.search(bare)
        if found is None or found.start() < 3:
            break
        bare = bare[: found.start()]
    return bare
