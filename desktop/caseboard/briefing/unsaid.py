"""Refs to what is left out, taken out of everything the analyst wrote."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlmodel import SQLModel

from caseboard.i18n import _
from caseboard.model.dossier import Dossier
from caseboard.model.refs import short

R = TypeVar("R", bound=SQLModel)

Scrub = Callable[[str], str]
_REF = re.compile(r"\[\[\s*([^\[\]|\n]+?)\s*(?:\|[^\[\]\n]*)?\]\]")
_NUMBERED = re.compile(r"([A-Z]+)0*(\d+)\Z")
_ARGUED = (
    *("sources", "claims", "reports", "disputes", "notes", "inquiries", "hypotheses"),
    *("consistencies", "gaps", "layers", "syndications"),
)
"""What the analyst writes in; the words of evidence are never touched."""


def refs(dossier: Dossier) -> frozenset[str]:
    """What everything in `dossier` is called that a text can cite, as `key` writes it."""
    things = (
        *(each.ref for each in dossier.clips),
        *(each.ref for each in dossier.claims),
        *(each.ref for each in dossier.hypotheses),
        *(each.ref for each in dossier.gaps),
        *(each.ref for each in dossier.layers),
    )
    return frozenset(key(ref, dossier.case.ref) for ref in things)


def key(ref: str, case_ref: str) -> str:
    """A ref however it is written, as one: `E7` for `e007` and `KUP-2024-11-E007`."""
    wanted = short(ref.strip().upper().removeprefix(f"{case_ref.upper()}-"))
    shape = _NUMBERED.fullmatch(wanted)
    return f"{shape[1]}{shape[2]}" if shape else wanted


def cited(text: str, case_ref: str) -> list[str]:
    """What a text cites, as `key` writes it."""
    return [key(found[1], case_ref) for found in _REF.finditer(text)]


def scrub(gone: Collection[str], case_ref: str) -> Scrub:
    """What takes the refs `gone`, and the words put in their place, out of a text."""
    word = _("[withheld]")
    several = re.compile(rf"(?:{re.escape(word)}\s*){{2,}}(?<!\s)")

    def scrubbed(text: str) -> str:
        if "[[" not in text:
            return text
        said = _REF.sub(lambda f: word if key(f[1], case_ref) in gone else f[0], text)
        return several.sub(word, said)

    return scrubbed


def rows(dossier: Dossier, scrubbed: Scrub) -> Dossier:
    """`dossier` with all that the analyst wrote in it scrubbed."""
    left: dict[str, Any] = {name: _scrubbed(getattr(dossier, name), scrubbed) for name in _ARGUED}
    return replace(dossier, **left)


def value(anything: Any, scrubbed: Scrub) -> Any:
    """A JSON value with every text in it scrubbed."""
    match anything:
        case str():
            return scrubbed(anything)
        case list():
            return [value(each, scrubbed) for each in anything]
        case dict():
            return {name: value(each, scrubbed) for name, each in anything.items()}
        case _:
            return anything


def changed(row: R, **changes: Any) -> R:
    """A row of the same kind with other values; `row` is left as it is."""
    return type(row)(**{**row.model_dump(), **changes})


def _scrubbed(held: Sequence[R], scrubbed: Scrub) -> list[R]:
    return [_row(row, scrubbed) for row in held]


def _row(row: R, scrubbed: Scrub) -> R:
    texts = ((name, getattr(row, name)) for name in type(row).model_fields)
    found = {name: text for name, text in texts if isinstance(text, str) and "[[" in text}
    changes = {name: scrubbed(text) for name, text in found.items()}
    return changed(row, **changes) if changes != found else row
