"""Taking the claims of a case out: as a table, as JSON-LD, and its marked places as annotations."""

import asyncio
from enum import StrEnum
from pathlib import Path

from sqlmodel import Session

from caseboard.commands import claims_books, outgoing
from caseboard.errors import CaseError
from caseboard.exchange import (
    annotations,
    annotations_gathering,
    claims_csv,
    claims_jsonld,
)
from caseboard.i18n import _
from caseboard.model.ids import CaseId
from caseboard.model.terms import Marking
from caseboard.store import dossiers
from caseboard.store.library import Library


class Form(StrEnum):
    """What is written."""

    TABLE = "table"
    """The claims as CSV, a row for each report."""
    LINKED = "linked"
    """The claims as JSON-LD, whole: a colleague can take them in."""
    ANNOTATIONS = "annotations"
    """The marked places as W3C Web Annotations."""


def form_of(target: Path) -> Form:
    """How claims are written to a file of this name; raises `CaseError` where it does not say."""
    forms = {".csv": Form.TABLE, ".jsonld": Form.LINKED, ".json": Form.LINKED}
    form = forms.get(target.suffix.lower())
    if form is None:
        raise CaseError(
            _("Claims are not written as {name}.").format(name=target.suffix or target.name),
            _("Give the file a name that ends in .csv or .jsonld."),
        )
    return form


async def export(library: Library, case_id: CaseId, form: Form, target: Path) -> None:
    """Write `target`, whole or not at all; raises `CaseError` where that cannot be."""
    made = await library.database.read(made_of, case_id, form)
    await asyncio.to_thread(outgoing.put, target, made)


def made_of(session: Session, case_id: CaseId, form: Form) -> bytes:
    """The bytes of an export (a `store` query); each says with whom it may be shared."""
    if form is Form.ANNOTATIONS:
        marks = annotations_gathering.gather(dossiers.read(session, case_id))
        return annotations.text(marks, notice(marks.marking)).encode()
    book = claims_books.read(session, case_id)
    if form is Form.TABLE:
        return claims_csv.write(book)
    return claims_jsonld.text(book, notice(book.marking)).encode()


def notice(marking: Marking) -> str:
    """With whom a file may be shared, after the Traffic Light Protocol 2.0 (FIRST, 2022)."""
    words = {
        Marking.CLEAR: _("It may be shared without limit."),
        Marking.GREEN: _("It may be shared within the community, not publicly."),
        Marking.AMBER: _(
            "It may be shared with whom in the organisation and its clients needs it."
        ),
        Marking.AMBER_STRICT: _(
            "It may be shared within the organisation only, with who needs it."
        ),
        Marking.RED: _("It is for those it was given to, and nobody else."),
    }[marking]
    return f"{marking.value}. {words}"
