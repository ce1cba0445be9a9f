"""Says that a source is another one under a second name, such as a misspelt one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.commands.merging import MergeSources
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model.entities import Source
from caseboard.model.terms import Reliability
from caseboard.store.source_pages import SourcePage
from caseboard.store.source_tallies import Tally
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import FieldError
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.source_field import SourceField
from caseboard.ui.lib.labels import plain_label

if TYPE_CHECKING:
    from caseboard.model.ids import SourceId


class MergeSourceForm(Form):
    """Asks for the one that stays and says what will happen; `kept` is its id afterwards."""

    def __init__(self, desk: CaseDesk, page: SourcePage, parent: QWidget | None = None) -> None:
        title = _("Merge “{name}” into another source").format(name=page.source.name)
        super().__init__(desk.desk.theme, title, _("Merge"), parent)
        self._desk = desk
        self._page = page
        self.kept: SourceId | None = None
        self.into = SourceField(desk, _("The source that stays"), known_only=True)
        self.outcome = plain_label("", self, tone="muted", wrap=True)
        self.add(_("The source that stays"), self.into)
        self.body.addWidget(self.outcome)
        self.into.looked_up.connect(self._on_looked_up)
        self._on_looked_up()

    @override
    async def save(self) -> None:
        """Merge; raises `FieldError` where no other known source is meant."""
        gone = self._page.source
        kept = self.into.source()
        if kept is None:
            raise FieldError(
                CaseError(
                    _("The library knows no source of that name."),
                    _("Choose one of those that are offered as you type."),
                ),
                self.into.line,
            )
        if kept.id == gone.id:
            error = CaseError(_("This is the source itself."), _("Choose another source."))
            raise FieldError(error, self.into.line)
        self.kept = await self._desk.run(MergeSources(self._desk.case_id, kept.id, (gone.id,)))

    @Slot()
    def _on_looked_up(self) -> None:
        kept = self.into.source()
        is_other = kept is not None and kept.id != self._page.source.id
        self.wrong.hide()
        self.outcome.setText(outcome(self._page, kept) if is_other and kept else _hint())


def outcome(page: SourcePage, kept: Source) -> str:
    """What merging will do, in words."""
    gone = page.source
    given = _given(page.everywhere)
    told = [
        _("Goes over to “{kept}”, in every case of the library: {what}.").format(
            what=given, kept=kept.name
        )
        if given
        else _("Nothing goes over to “{kept}”: it said nothing yet.").format(kept=kept.name),
        _("“{gone}” becomes another name of it.").format(gone=gone.name),
        _("Its grade stays: {grade}.").format(grade=words.reliability(kept.reliability)),
    ]
    if gone.reliability not in {kept.reliability, Reliability.F}:
        told.append(
            _("The grade of “{gone}” goes: {grade}.").format(
                gone=gone.name, grade=words.reliability(gone.reliability)
            )
        )
    return " ".join(told)


def _given(tally: Tally) -> str:
    parts = (
        ngettext("{n} report", "{n} reports", tally.said) if tally.said else "",
        ngettext("{n} report passed on", "{n} reports passed on", tally.relayed)
        if tally.relayed
        else "",
        ngettext("{n} clip", "{n} clips", tally.published) if tally.published else "",
    )
    return ", ".join(part for part in parts if part)


def _hint() -> str:
    return _("One source under two names counts as two origins until they are merged.")
