"""Reads a manifest back, with no more trust than in any other file from outside."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from caseboard.briefing.manifest import FORMAT, FORMAT_VERSION
from caseboard.errors import CaseError
from caseboard.i18n import _

MAX_BYTES = 64 * 2**20
"""A case of ten thousand exhibits takes a third of it."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of an exhibit or a layer."""

    sha256: str
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An exhibit or a layer, and its files."""

    ref: str
    title: str
    files: tuple[ListedFile, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage of an exhibit that a report rests on; offsets are code points of its text."""

    exhibit: str
    exact: str
    start: int | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim, and the places that reports of it stand in."""

    ref: str
    statement: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A judgement (`number` from 1), a sentence of a section, or a position of a unit."""

    section: str
    text: str
    rests_on: tuple[str, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a briefing says it rests on."""

    ref: str
    title: str
    version: int | None
    exported: str
    """ISO 8601, UTC."""
    marking: str
    fingerprint: str
    """What the foot of every page says."""
    case_ref: str
    journal_seq: int
    journal_head: str
    exhibits: tuple[Listed, ...]
    layers: tuple[Listed, ...]
    claims: tuple[Claimed, ...]
    stated: tuple[Stated, ...]
    """Judgements first."""


def read(data: bytes) -> Manifest:
    """The manifest in `data`; raises `CaseError` where it is none, too large or of a newer kind."""
    if len(data) > MAX_BYTES:
        raise CaseError(_("The manifest of this briefing is too large to be read."))
    try:
        values = json.loads(data)
        if _a(str, values["format"]) != FORMAT:
            raise _damaged()
        if _a(int, values["format_version"]) > FORMAT_VERSION:
            raise CaseError(
                _("A newer version of the program made this briefing."),
                _("Check it with that version."),
            )
        return _manifest(values)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged() from error


def _damaged() -> CaseError:
    return CaseError(
        _("The manifest of this briefing is damaged, or something else wrote it."),
        _("Ask whoever sent it for another copy."),
    )


def _manifest(values: Mapping[str, Any]) -> Manifest:
    briefing, journal = values["briefing"], values["journal"]
    version = briefing["version"]
    return Manifest(
        ref=_a(str, briefing["ref"]),
        title=_a(str, briefing["title"]),
        version=None if version is None else _a(int, version),
        exported=_a(str, briefing["exported"]),
        marking=_a(str, briefing["marking"]),
        fingerprint=_a(str, briefing["fingerprint"]),
        case_ref=_a(str, values["case"]["ref"]),
        journal_seq=_a(int, journal["seq"]),
        journal_head=_a(str, journal["head"]),
        exhibits=tuple(_exhibit(each) for each in _list(values["exhibits"])),
        layers=tuple(_layer(each) for each in _list(values["layers"])),
        claims=tuple(_claim(each) for each in _list(values["claims"])),
        stated=(
            *(_judgement(each) for each in _list(values["judgements"])),
            *(_statement(each) for each in _list(values["statements"])),
            *(_position(each) for each in _list(values["positions"])),
        ),
    )


def _exhibit(values: Mapping[str, Any]) -> Listed:
    files = (
        ListedFile(_hash(file["sha256"]), _a(str, file["name"]), _a(str, file["role"]))
        for file in _list(values["files"])
    )
    return Listed(_a(str, values["ref"]), _a(str, values["title"]), tuple(files))


def _layer(values: Mapping[str, Any]) -> Listed:
    files = (ListedFile(_hash(sha256)) for sha256 in _list(values["files"]))
    return Listed(_a(str, values["ref"]), _a(str, values["name"]), tuple(files))


def _claim(values: Mapping[str, Any]) -> Claimed:
    anchors = (report["anchor"] for report in _list(values["reports"]))
    quotes = (_quoted(anchor) for anchor in anchors if anchor is not None)
    return Claimed(_a(str, values["ref"]), _a(str, values["statement"]), tuple(quotes))


def _quoted(values: Mapping[str, Any]) -> Quoted:
    start = values["start"]
    return Quoted(
        "" if values["exhibit"] is None else _a(str, values["exhibit"]),
        _a(str, values["exact"]),
        None if start is None else _a(int, start),
    )


def _judgement(values: Mapping[str, Any]) -> Stated:
    refs = tuple(_a(str, ref) for ref in _list(values["rests_on"]))
    return Stated("judgements", _a(str, values["text"]), refs, _a(int, values["number"]))


def _statement(values: Mapping[str, Any]) -> Stated:
    refs = tuple(_a(str, ref) for ref in _list(values["rests_on"]))
    return Stated(_a(str, values["section"]), _a(str, values["text"]), refs)


def _position(values: Mapping[str, Any]) -> Stated:
    return Stated("units", _a(str, values["unit"]), (_a(str, values["exhibit"]),))


def _hash(value: Any) -> str:
    """A SHA-256 in hexadecimal: it becomes part of a path."""
    text = _a(str, value)
    if len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        raise ValueError(text)
    return text


def _list(value: Any) -> Sequence[Any]:
    return _a(list, value)


def _a(kind: type[T], value: Any) -> T:
    """The value, if it is of that kind; raises `TypeError` where it is not."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError(value)
    return value
