"""The briefings of a case as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from caseboard.briefing.words import day
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.store import briefings
from caseboard.store.briefings import BriefingRow
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.listed import ListedModel


class BriefingsModel(ListedModel[BriefingRow]):
    """Newest first; there are few, and all of them are read at once."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(desk, words, parent)
        self._rows_now: dict[str, BriefingRow] = {}

    @override
    async def read_ids(self) -> Sequence[str]:
        """Every briefing."""
        rows = await self.desk.read(briefings.rows, self.desk.case_id)
        self._rows_now = {row.id: row for row in rows}
        self.refresh()
        return list(self._rows_now)

    @override
    async def fetch_rows(self, ids: Sequence[str]) -> dict[str, BriefingRow]:
        """These rows."""
        return {row_id: self._rows_now[row_id] for row_id in ids if row_id in self._rows_now}

    @override
    def on_changed(self, change: Change) -> None:
        """List anew where one came, went, was written or was exported."""
        if change.touches("briefing", "briefing_export"):
            self.reload()


def title(row: BriefingRow) -> str:
    """What it is called."""
    return row.briefing.title.strip() or _("Untitled briefing")


def state(row: BriefingRow) -> str:
    """`Draft`, or `Version 2 · 14 Nov 2024`."""
    if row.newest is None:
        return _("Draft, not exported yet")
    return _("Version {number} · {day}").format(
        number=row.newest.version, day=day(row.newest.exported)
    )


def words(row: BriefingRow) -> str:
    """All that a row shows, as a screen reader says it."""
    return f"{title(row)}, {state(row)}"
