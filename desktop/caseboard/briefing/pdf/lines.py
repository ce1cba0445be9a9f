"""Breaks text into lines, in time that grows with the text alone.

A line may end at a space, after a hyphen or slash between letters, after the joints of an address
or file name, and between East Asian characters; nowhere else, unless a word is wider than a line.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from caseboard.briefing.pdf.faces import advance, stretches
from caseboard.briefing.pdf.structure import Node

_SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Where a line may end: all spaces but those that say no."""
_TOKEN = re.compile(f"[{_SPACES}]+|[^{_SPACES}]+")
_JOINT = re.compile(
    r"(?<=[/&=])(?<!://)(?![/&=.,;:!?)\]>\"'”»]|$)|(?<=[^\W_])(?=[-._,?#%~+][^\W_])"
)
"""In an address a line ends after a slash and before a stop or hyphen, which thus are never taken
for a full stop or a hyphenation (Chicago Manual of Style, 14.18)."""
_BETWEEN = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W\d_])")
_EAST = "\u2e80-\u2fdf\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_EAST_ANY = re.compile(f"[{_EAST}]")
_EAST_BREAK = re.compile(
    f"(?<=[{_EAST}、。，）」])(?=[^、。，．）」！？])|(?<=[^（「])(?=[{_EAST}（「])"
)
_CLINGING = frozenset("авзійоуяАВЗІЙОУЯ±№")
"""Ukrainian words of one letter, which no line ends in, and signs that begin a number."""
_DAYS = re.compile(r"\d{1,2}(?:–\d{1,2})?")
_AMOUNT = re.compile(r"\d[\d.,–\u202f]*")
_UNITS = frozenset(("km", "m", "ha", "km²", "m²", "B", "км", "м", "га", "км²", "м²", "Б"))
_ORDINATE = re.compile(r"-?\d{1,3}\.\d+,")
_SHORT = 5
"""Letters of a month that is cut short: one written out may stand at the end of a line."""
_YEAR = re.compile(r"\d{4}(?!\d)")
_RUNT = 0.2
"""A last line narrower than this share of the width looks lost."""
_EVENED = 6
_LONG = 26
"""A token longer than this, or with a scheme, is broken at its joints."""
_TINT = re.compile("(?<=[\u203c-\U0001faff])[\U0001f3fb-\U0001f3ff]|(?<=[0-9#*])\u20e3")
"""What only changes how the emoji before it looks."""
LEAST: Final = 7.0
"""Points: nothing is printed smaller, however much is to stand on a page."""
_least: ContextVar[float] = ContextVar("_least", default=LEAST)
"""The smallest that characters are set in now, as the page will be drawn."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How characters are set, and where they lead."""

    face: str
    size: float
    colour: str
    rise: float = 0.0
    tracking: float = 0.0
    link: str = ""
    url: str = ""
    anchor: str = ""
    element: Node | None = None
    """What it is in the structure, where that is not just text of its paragraph."""


class Span(NamedTuple):
    """Characters of one ink on one line."""

    ink: Ink
    text: str
    width: float


class Line(NamedTuple):
    """Spans from left to right."""

    spans: tuple[Span, ...]
    width: float
    gap: Span | None = None
    """The space it ends at, which no one sees but who copies the text or has it read out."""


class _Atom:
    """What no line break may part, and the space that follows it."""

    __slots__ = ("is_tied", "space", "spans", "width")

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.width = 0.0
        self.space: Span | None = None
        self.is_tied = False
        """Whether it should stand on the line of what follows."""


@contextmanager
def drawn_at(share: float) -> Iterator[None]:
    """Inside it text is set that will be drawn at a share of its size: small type shrinks less."""
    token = _least.set(LEAST / share)
    try:
        yield
    finally:
        _least.reset(token)


def clean(text: str) -> str:
    """`text` as it can be set: one line, nothing invisible, nothing that reorders its neighbours.

    Control characters become a visible mark; they are never dropped without a trace. Emoji stand
    as the signs they are made of, without the colour of a skin or the frame of a key.
    """
    if text.isascii() and text.isprintable():
        return text
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _TINT.sub("", "".join(_settable(letter) for letter in text))


def break_lines(pieces: Iterable[tuple[Ink, str]], width: float) -> list[Line]:
    """Lines no wider than `width`; a short paragraph does not end in a line of one short word."""
    atoms = list(_atoms(pieces))
    lines = _broken(atoms, width)
    if 1 < len(lines) <= _EVENED and lines[-1].width < _RUNT * width:
        evener = _broken(atoms, width * (1 - _RUNT / len(lines)))
        if len(evener) == len(lines):
            return evener
    return lines


def _broken(atoms: Sequence[_Atom], width: float) -> list[Line]:
    lines: list[Line] = []
    current: list[Span] = []
    used, gap = 0.0, None
    for place, whole in enumerate(atoms):
        tied = _tied(atoms, place, width) if whole.is_tied else 0.0
        for atom in (whole,) if whole.width <= width else _fitting(whole, width):
            between = gap.width if gap else 0.0
            if current and used + between + atom.width + tied > width + 0.01:
                lines.append(_line(current, gap))
                current, used, gap, between = [], 0.0, None, 0.0
            if gap is not None and current:
                current.append(gap)
            current += atom.spans
            used += between + atom.width
            gap = atom.space
    if current:
        lines.append(_line(current))
    return lines


def _tied(atoms: Sequence[_Atom], place: int, width: float) -> float:
    """How wide what is tied to an atom is; nothing where they would not fit a line together."""
    more, used = 0.0, atoms[place].width
    while atoms[place].is_tied and place + 1 < len(atoms):
        space = atoms[place].space
        place += 1
        more += atoms[place].width + (space.width if space else 0.0)
    return more if used + more <= width else 0.0


def measure(text: str, ink: Ink) -> float:
    """The width of `text`, in points."""
    return advance(text, ink.face) * ink.size / 1000 + ink.tracking * len(text)


def spans(pieces: Iterable[tuple[Ink, str]]) -> tuple[Span, ...]:
    """Pieces as they stand on one line, however long."""
    return tuple(_measured(ink, text) for ink, text in _set(pieces))


def _line(line: Sequence[Span], gap: Span | None = None) -> Line:
    merged: list[Span] = []
    ink, texts, width, total = line[0].ink, list[str](), 0.0, 0.0
    for span in line:
        if span.ink is not ink and span.ink != ink:
            merged.append(Span(ink, "".join(texts), width))
            ink, texts, width = span.ink, [], 0.0
        texts.append(span.text)
        width += span.width
        total += span.width
    merged.append(Span(ink, "".join(texts), width))
    return Line(tuple(merged), total, gap)


def _set(pieces: Iterable[tuple[Ink, str]]) -> Iterator[tuple[Ink, str]]:
    """Pieces cut where a glyph has to come from another face, none too small to be read."""
    least = _least.get()
    for given, raw in pieces:
        ink = given if given.size >= least else replace(given, size=least)
        for name, text in stretches(clean(raw), ink.face):
            yield (ink if name == ink.face else _in_face(ink, name)), text


def _in_face(ink: Ink, name: str) -> Ink:
    return replace(ink, face=name)


def _measured(ink: Ink, text: str) -> Span:
    return Span(ink, text, measure(text, ink))


def _atoms(pieces: Iterable[tuple[Ink, str]]) -> Iterator[_Atom]:
    atom, before, earlier = _Atom(), None, None
    for ink, text in _set(pieces):
        for token in _TOKEN.findall(text):
            if token[0] in _SPACES:
                atom.space = _measured(ink, token)
                if atom.spans:
                    yield atom
                    earlier, before = before, atom
                atom = _Atom()
                continue
            if before is not None and not atom.spans:
                before.is_tied = _ties(earlier, before, token)
            for place, chunk in enumerate(_chunks(token)):
                if place:
                    yield atom
                    atom = _Atom()
                _append(atom, _measured(ink, chunk))
    if atom.spans:
        yield atom


def _ties(earlier: _Atom | None, before: _Atom, following: str) -> bool:
    """Whether a line does not well end between: `13 | November`, `13 лист. | 2024`, `у | місті`."""
    word = _word(before)
    if word in _CLINGING:
        return True
    if following[0].isdigit():  # the other half of a position, or the year of a date
        if word.endswith(","):
            return _ORDINATE.fullmatch(word) is not None
        if earlier is None or len(word) > _SHORT or not _YEAR.match(following):
            return False
        return _DAYS.fullmatch(_word(earlier)) is not None
    if not word[:1].isdigit() or not following[0].isalpha():
        return False
    is_amount = following.rstrip(".,;:)") in _UNITS and _AMOUNT.fullmatch(word)
    return bool(is_amount or _DAYS.fullmatch(word))


def _word(atom: _Atom) -> str:
    """What it says, without what opens a bracket; empty where it is set in several inks."""
    return atom.spans[0].text.lstrip("([«“") if len(atom.spans) == 1 else ""


def _append(atom: _Atom, span: Span) -> None:
    atom.spans.append(span)
    atom.width += span.width


def _chunks(token: str) -> list[str]:
    """A token cut where a line may end inside it."""
    if len(token) <= _LONG and token.isascii() and token.isalnum():
        return [token]
    if _EAST_ANY.search(token):
        return _EAST_BREAK.split(token)
    if len(token) > _LONG or "://" in token:
        return _JOINT.split(token)
    if token.isalnum():
        return [token]
    return _BETWEEN.split(token)


def _fitting(atom: _Atom, width: float) -> Iterator[_Atom]:
    """An atom that is wider than a line, cut between characters."""
    part = _Atom()
    for span in atom.spans:
        start, used = 0, part.width
        for place, letter in enumerate(span.text):
            step = measure(letter, span.ink)
            if used + step > width and (part.spans or place > start):
                if place > start:
                    _append(part, _measured(span.ink, span.text[start:place]))
                yield part
                part, start, used = _Atom(), place, 0.0
            used += step
        if start < len(span.text):
            _append(part, _measured(span.ink, span.text[start:]))
    part.space = atom.space
    if part.spans:
        yield part


def _settable(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter in "\t\n\r\v\f\u0085\u2028\u2029":
        return " "
    if category == "Cf" or letter in "\ufe0e\ufe0f":
        return ""
    return "\ufffd" if category in ("Cc", "Cs") else letter
