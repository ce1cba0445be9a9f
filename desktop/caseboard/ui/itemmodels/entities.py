"""The locations or people a case names, as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.model import numerals
from caseboard.model.change import Change
from caseboard.model.entities import Location, Named
from caseboard.store import entities, entity_pages
from caseboard.store.entities import EntityRow
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.listed import ListedModel

NAMING = ("tag", "anchor")
"""Tables whose rows say what a case names, and how often."""


class EntitiesModel(ListedModel[EntityRow]):
    """Those of one kind, by name, read when they come into sight."""

    def __init__(self, desk: CaseDesk, model: type[Named], parent: QObject | None = None) -> None:
        super().__init__(desk, said, parent)
        self._model = model
        self._table = words.TABLES[model]

    @override
    async def read_ids(self) -> Sequence[str]:
        """Those that go by a name that holds what is typed."""
        return await self.desk.read(entity_pages.ids, self._model, self.desk.case_id, self.typed)

    @override
    async def fetch_rows(self, ids: Sequence[str]) -> dict[str, EntityRow]:
        """These rows."""
        return await self.desk.read(entities.rows, self._model, self.desk.case_id, ids)

    @override
    def on_changed(self, change: Change) -> None:
        """List anew where what is named, or its name, may have changed."""
        is_named = change.touches(*NAMING) or "clip" in change.moved
        if is_named or change.touches(self._table):
            self.reload()
            self.refresh()


def second(row: EntityRow) -> str:
    """What tells it from others: position and precision, or role."""
    entity = row.entity
    if isinstance(entity, Location):
        place = words.position(entity) or _("no coordinates")
        precise = precision(entity.precision_m) if entity.lat is not None else ""
        parts: Sequence[str] = (words.term(entity.kind), place, precise)
    else:
        parts = (words.about(entity),)
    return " · ".join(part for part in parts if part)


def precision(metres: float | None) -> str:
    """`± 3 km`; empty where it is not known."""
    if metres is None:
        return ""
    if metres < 1000:
        return _("± {n} m").format(n=numerals.figure(metres, 6))
    return _("± {n} km").format(n=numerals.figure(metres / 1000, 6))


def mentions(row: EntityRow) -> str:
    """`3 in 2 clips`."""
    if not row.mentions:
        return ""
    return _("{n} in {clips}").format(
        n=row.mentions, clips=ngettext("{n} clip", "{n} clips", row.clips)
    )


def said(row: EntityRow) -> str:
    """All that a row shows, as a screen reader says it."""
    times = ngettext("{n} mention", "{n} mentions", row.mentions)
    clips = ngettext("in {n} clip", "in {n} clips", row.clips)
    parts = (row.entity.name, second(row), f"{times} {clips}" if row.mentions else "")
    return ", ".join(part for part in parts if part)
