"""Who published a clip, how far they are to be relied on, and whether its bytes are still whole."""

import asyncio

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.files import read_from
from caseboard.model.terms import ClipKind
from caseboard.store.clips import ClipView
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.clip_form import ClipForm
from caseboard.ui.forms.form import fill
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.keyvalue import Fact, KeyValues
from caseboard.ui.lib.section import Section


class SourceSection(Section):
    """The hash is checked against the file each time another clip is opened."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        action = "" if desk.desk.library.read_only else _("Edit…")
        super().__init__(desk.desk.theme, _("Source"), action, parent, last=True)
        self._desk = desk
        self._view: ClipView | None = None
        self._sound: dict[str, bool] = {}
        self.facts = KeyValues(desk.desk.theme, self)
        self.button.setAccessibleName(_("Edit the clip"))
        self.body.addWidget(self.facts)
        self.acted.connect(self._on_edit)

    def show_clip(self, view: ClipView | None) -> None:
        """Show who published this clip."""
        self._view = view
        self.setVisible(view is not None)
        if view is None:
            return
        self._show()
        file = _source(view)
        if file is not None and file.sha256 not in self._sound:
            self._check(file.sha256)

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        facts = [Fact(_("Outlet"), view.source.name if view.source else view.clip.site or "—")]
        if view.source:
            grade = words.reliability(view.source.reliability)
            facts.append(Fact(_("Reliability"), grade, tip=view.source.reliability_reason))
        facts += _filled(view.clip)
        file = _source(view)
        if file is not None:
            facts.append(Fact(_("SHA-256"), self._hash(file.sha256), mono=True, tip=file.sha256))
        self.facts.set_facts(facts)

    def _hash(self, sha256: str) -> str:
        short = f"{sha256[:6]}…{sha256[-4:]}"
        match self._sound.get(sha256):
            case True:
                return _("{hash} ✓").format(hash=short)
            case False:
                return _("{hash} — the file is damaged or missing").format(hash=short)
            case _:
                return short

    @async_slot()
    async def _check(self, sha256: str) -> None:
        sound = await asyncio.to_thread(self._desk.desk.library.files.is_sound, sha256)
        if isValid(self):
            self._sound[sha256] = sound
            self._show()

    @async_slot()
    async def _on_edit(self) -> None:
        view = self._view
        if view is not None:
            await fill(ClipForm(self._desk, view.clip, view.source, self.window()))


def _filled(clip: Clip) -> list[Fact]:
    """What was read from the clip or set by the analyst, and where it was read."""
    published = moments.show(clip.published) if clip.published else ""
    taken = _("Taken") if clip.kind is ClipKind.IMAGE else _("Published")
    lines = [
        (_("Author"), clip.author, "author"),
        (taken, published, "published"),
        (_("Credit"), clip.credit, "credit"),
        (_("Licence"), clip.licence, "licence"),
    ]
    return [
        Fact(name, value, note=words.said_in(clip, field)) for name, value, field in lines if value
    ]


def _source(view: ClipView) -> ClipFile | None:
    """The file that is read: of a link, what its address answered."""
    return read_from(view.files) if view.files else None
