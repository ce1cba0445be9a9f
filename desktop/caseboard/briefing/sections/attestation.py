"""Attestation: what the author puts their name to, with room for name, place, date and hand."""

from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    plain,
)
from caseboard.briefing.making import Making
from caseboard.briefing.release import Reason
from caseboard.briefing.sections.prose import passage
from caseboard.i18n import _
from caseboard.model.terms import Passage

_LINES = 3
"""Empty lines that leave room to sign."""


def made(making: Making) -> tuple[Block, ...]:
    """The analyst's words, or what the document itself bears out; then a row to sign in.

    Nothing in a copy that keeps back whose words they would be.
    """
    written = passage(making, Passage.ATTESTATION)
    if not written and any(each.reason is Reason.COLLECTOR for each in making.withheld):
        return ()
    written = written or (plain(_default(making)),)
    labels = (_("Full name"), _("Place and date"), _("Signature"))
    columns = tuple(Column(label, 1 / len(labels)) for label in labels)
    name = "" if making.briefing.is_author_withheld else making.briefing.author.strip()
    cells = (Cell(_room(name)), Cell(_room("")), Cell(_room("")))
    return (*written, Table(columns, (Row(cells),)))


def _default(making: Making) -> str:
    return _(
        "I have read this document. To the best of my knowledge it gives fairly what the exhibits "
        "of case {case} hold; what is assessed is told apart from what is reported; and the "
        "exhibits were collected and kept as this document says."
    ).format(case=making.case.ref)


def _room(text: str) -> tuple[Paragraph, ...]:
    empty = (Paragraph((Run("\u00a0"),), Role.TABLE) for _each in range(_LINES))
    return (plain(text or "\u00a0", Role.TABLE), *empty)
