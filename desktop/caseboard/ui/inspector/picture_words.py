"""How two copies of a picture lie to each other, in words."""

from caseboard.analysis.similarity import Turn
from caseboard.i18n import _
from caseboard.store.similar import Pictured

ALMOST = 4
"""Bits of 64 up to which two pictures differ in what a copy alone does."""
TAKEN = ("EXIF DateTimeOriginal", "EXIF DateTimeDigitized", "EXIF DateTime")


def how_alike(turn: Turn, bits: int) -> str:
    """`Almost the same picture, mirrored`."""
    if bits == 0:
        alike = _("The same picture to the eye")
    elif bits <= ALMOST:
        alike = _("Almost the same picture")
    else:
        alike = _("A similar picture")
    turned = _turn(turn)
    return _("{alike}, {turned}").format(alike=alike, turned=turned) if turned else alike


def differences(mine: Pictured, theirs: Pictured) -> list[tuple[str, bool]]:
    """What is said of the one and not of the other, a sentence each; True where it is grave."""
    found = []
    if mine.credit and theirs.credit and _plain(mine.credit) != _plain(theirs.credit):
        said = _("The credit differs: “{mine}” here, “{theirs}” there.")
        found.append((said.format(mine=mine.credit, theirs=theirs.credit), True))
    if _taken(mine) and _taken(theirs) and _taken(mine) != _taken(theirs):
        said = _("The date differs: {mine} here, {theirs} there.")
        found.append((said.format(mine=_taken(mine), theirs=_taken(theirs)), True))
    if _size(mine) and _size(theirs) and _size(mine) != _size(theirs):
        said = _("{mine} here, {theirs} there.")
        found.append((said.format(mine=_size(mine), theirs=_size(theirs)), False))
    return found


def _turn(turn: Turn) -> str:
    return {
        Turn.NONE: "",
        Turn.MIRRORED: _("mirrored"),
        Turn.UPSIDE_DOWN: _("turned upside down"),
        Turn.FLIPPED: _("mirrored top to bottom"),
        Turn.RIGHT: _("rotated 90° to the right"),
        Turn.LEFT: _("rotated 90° to the left"),
        Turn.MIRRORED_RIGHT: _("mirrored and rotated 90° to the right"),
        Turn.MIRRORED_LEFT: _("mirrored and rotated 90° to the left"),
    }[turn]


def _size(picture: Pictured) -> str:
    width, height = picture.meta.get("width"), picture.meta.get("height")
    return f"{width} × {height}" if width and height else ""


def _taken(picture: Pictured) -> str:
    return next((str(picture.meta[name]) for name in TAKEN if picture.meta.get(name)), "")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
