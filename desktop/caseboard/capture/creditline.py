"""The credit line of a picture, cut from its caption exactly as published."""

import re

_AGENCIES = (
    r"getty|reuters|\bafp\b|\bap\b|\bepa\b|anadolu|ukrinform|bloomberg|shutterstock|\bdpa\b|"
    r"\bpap\b|maxar|planet labs|"
    r"alamy|istock|unsplash|imago|nurphoto|sopa|zuma|tass|libkos|openstreetmap|google earth|"
    r"copernicus|sentinel|"
    r"укрінформ|уніан|унiан|унн|рейтер|суспільне|тасс|риа|генштаб|дснс"
)
_SIGNS = re.compile(
    rf"{_AGENCIES}|/|\bvia\b|©|\(c\)|\bphotos?\b|\bpictures?\b|\bimages?\b|\bcredits?\b|"
    rf"\bcourtesy\b|\bhandout\b|"
    r"\bscreenshots?\b|\billustrat\w+|\btelegram\b|\bfacebook\b|\btwitter\b|\byoutube\b|"
    r"press service|"
    r"фото|світлин|знімок|снимок|скріншот|скриншот|відео|видео|ілюстрац|иллюстрац|джерело|"
    r"источник|телеграм|фейсбук|"
    r"прес-?служб|пресс-?служб|надано|предоставлен|foto|bild|quelle|zdjęcie|źródło|fot\.",
    re.I,
)
_LABEL = (
    r"(?:photo(?:s|graph(?:s|er|y)?)?(?:\s+(?:by|credit|courtesy\s+of))?|image(?:\s+credit)?|picture|credits?|"
    r"source|courtesy(?:\s+of)?|"
    r"фото(?:графія|графия)?|світлина|знімок|снимок|джерело|источник|автор фото|"
    r"foto|bild|quelle|zdjęcie|źródło|fot\.)"
)
_PARENTHESISED = re.compile(
    r"\s*[(\[]([^()\[\]]{2,200}(?:\([^()]{0,40}\)[^()\[\]]{0,100})?)[)\]]\s*\.?\s*$"
)
_LABELLED = re.compile(
    rf"(?:^|(?<=[.!?…»”\"|)])|\s[|—–-])\s*((?:{_LABEL}\s*[:/]|fot\.|(?:photo|image|"
    rf"picture)s?(?:graphs?|graphy)?\s+(?:by|courtesy\s+of))\s*[^:]{{2,160}})$",
    re.I,
)
_RUN_ON = re.compile(rf"\s((?-i:(?=[A-ZА-ЯІЇЄҐ])){_LABEL}\s*:\s*[^:]{{2,160}})$", re.I)
_SIGN = re.compile(r"(?:^|\s)[|—–-]?\s*(©\s*.{2,160})$")
_DOTTED = re.compile(r"\s*\bCredit(?:\.\.\.|…)\s*(.{2,160})$")
_TRAILING_LABEL = re.compile(r"\s*\b(?:credit|photo|фото)\s*:?\s*$", re.I)
_NUMBER = re.compile(r"\d{1,4}(?!\d*[/\w])")
_LOWER_START = re.compile(r"^[a-zа-яіїєґё]")


def split(caption: str, *, is_caption: bool = True) -> tuple[str, str]:
    """`(caption, credit)`: the credit exactly as it stands, without the brackets around it.

    `is_caption=False`: the text may be anything, so only what is surely a credit counts.
    """
    caption = " ".join(caption.split())
    found = _PARENTHESISED.search(caption)
    if found and is_credit(found[1], sure=not is_caption):
        return caption[: found.start()].strip(), found[1].strip()
    for pattern in (_DOTTED, _LABELLED, _RUN_ON, _SIGN) if is_caption else (_LABELLED,):
        found = pattern.search(caption)
        if found:
            return caption[: found.start()].strip(" |—–-"), found[1].strip()
    return caption, ""


def is_credit(text: str, *, sure: bool) -> bool:
    """Whether the words in brackets say who made a picture, rather than explain it."""
    if len(text) > 200 or (_NUMBER.search(text) and not _SIGNS.search(text)):
        return False
    if _SIGNS.search(text):
        # "(T-72/T-80)", "(km/h)" hold a slash too.
        pieces = [piece for piece in re.split(r"[/\s]+", text) if piece]
        if not _AGENCY.search(text) and set(text) & {"/"}:
            return all(_named(piece) for piece in pieces)
        return True
    return (
        not sure
        and not _LOWER_START.match(text)
        and 2 <= len(text.split()) <= 6
        and _capitals(text)
    )


_AGENCY = re.compile(_SIGNS.pattern.replace("/|", "", 1), re.I)


def _named(piece: str) -> bool:
    letters = piece.strip(".,'’-&@")
    return (
        bool(letters)
        and (
            letters[0].isupper()
            or letters.lower() in {"via", "for", "of", "the", "de", "van", "von", "pool"}
        )
        and not any(c.isdigit() for c in letters)
    )


def _capitals(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


def joined(caption: str, credit: str) -> tuple[str, str]:
    """A caption and a credit that the page marks as such, one cut out of the other's end."""
    caption, credit = " ".join(caption.split()), " ".join(credit.split())
    if credit and caption.endswith(credit):
        caption = caption[: -len(credit)].strip(" |—–-(")
    bracketed = re.fullmatch(r"[(\[](.*)[)\]]", credit)
    return _TRAILING_LABEL.sub("", caption).strip(), bracketed[1].strip() if bracketed else credit
