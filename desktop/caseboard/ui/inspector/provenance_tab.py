"""Where a clip comes from, every file of it, and proof that they are what was taken in."""

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.briefing.words import utc
from caseboard.commands import custody
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model.clip import ClipFile
from caseboard.model.collection import Collection
from caseboard.model.terms import FileRole
from caseboard.runtime.jobs import Job
from caseboard.store.clips import ClipView
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.filenames import safe
from caseboard.ui.inspector.completeness_section import CompletenessSection
from caseboard.ui.inspector.file_card import FileCard
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.files import choose_target
from caseboard.ui.lib.keyvalue import Fact, KeyValues
from caseboard.ui.lib.labels import plain_label, set_tone
from caseboard.ui.lib.section import Section
from caseboard.ui.markings import mark_name, mark_of, reuse_name

ORDER = (FileRole.ORIGINAL, FileRole.PICTURE, FileRole.SCREENSHOT, FileRole.WARC)


class ProvenanceTab(QScrollArea):
    """Facts first, then a card for each file, the original before what was made from it."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: ClipView | None = None
        self._shown: list[ClipFile] = []
        self.cards: list[FileCard] = []
        theme = desk.desk.theme
        self.origin = Section(theme, _("Where it comes from"))
        self.facts = KeyValues(theme, self)
        self.completeness = CompletenessSection(theme)
        self.completeness.report_wanted.connect(self._save_report)
        self.completeness.archive_wanted.connect(self._save_archive)
        self.files = Section(theme, _("Files"), _("Verify"), last=True)
        self.result = plain_label("", self, size="small", wrap=True)
        self.result.hide()
        self.origin.body.addWidget(self.facts)
        self.files.body.addWidget(self.result)
        self.files.acted.connect(self._verify)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.origin)
        column.addWidget(self.completeness)
        column.addWidget(self.files)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inside)

    def show_clip(self, view: ClipView | None) -> None:
        """Show where this clip comes from."""
        is_other = view is None or self._view is None or self._view.clip.id != view.clip.id
        self._view = view
        self.origin.setVisible(view is not None)
        self.completeness.setVisible(view is not None)
        self.files.setVisible(view is not None)
        if is_other:
            self.result.hide()
        if view is None:
            return
        self.facts.set_facts(_origin(view))
        self.completeness.show_clip(view)
        files = sorted(view.files, key=_rank)
        if files != self._shown:
            self._show_files(files)

    @async_slot()
    async def _verify(self) -> None:
        if self._view is None or not self.cards:
            return
        clip, cards = self._view.clip, list(self.cards)
        self.files.button.setEnabled(False)
        store = self._desk.desk.library.files

        async def work(job: Job) -> list[bool]:
            found = []
            for done, card in enumerate(cards, 1):
                found.append(await asyncio.to_thread(store.is_sound, card.file.sha256))
                job.step(done, len(cards))
            return found

        try:
            title = _("Verifying {ref}").format(ref=clip.ref)
            found = await self._desk.desk.jobs.run(title, work)
        finally:
            if isValid(self):
                self.files.button.setEnabled(True)
        if isValid(self) and self._view is not None and self._view.clip.id == clip.id:
            self._say(cards, found)

    def _say(self, cards: list[FileCard], found: list[bool]) -> None:
        for card, sound in zip(cards, found, strict=True):
            if isValid(card):
                card.show_checked(sound=sound)
        bad = found.count(False)
        whole = ngettext("{n} file, sound.", "{n} files, all sound.", len(found))
        broken = ngettext("{n} file is damaged.", "{n} files are damaged.", bad)
        self.result.setText(broken if bad else whole)
        set_tone(self.result, "bad" if bad else "good")
        self.result.show()

    def _show_files(self, files: list[ClipFile]) -> None:
        self._shown = files
        for card in self.cards:
            self.files.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        names = {file.id: file.name for file in files}
        theme = self._desk.desk.theme
        self.cards = [
            FileCard(theme, file, names.get(file.made_from_id or file.id, ""), self.files)
            if file.made_from_id
            else FileCard(theme, file, "", self.files)
            for file in files
        ]
        for card in self.cards:
            card.copy_wanted.connect(self._on_copy_wanted)
            self.files.body.addWidget(card)
        self.files.set_title(_("Files · {n}").format(n=len(files)))

    @Slot()
    def _on_copy_wanted(self) -> None:
        card = self.sender()
        if isinstance(card, FileCard):
            self._save_copy(card.file)

    @async_slot()
    async def _save_copy(self, file: ClipFile) -> None:
        target = await choose_target(self.window(), _("Save a copy"), safe(file.name))
        if target is not None:
            await self.save_to(file, target)

    @async_slot()
    async def _save_report(self) -> None:
        if self._view is None:
            return
        clip, desk = self._view.clip, self._desk.desk
        name = f"{clip.ref}-collection.json"
        target = await choose_target(self.window(), _("Save collection report"), safe(name))
        if target is not None:
            await custody.export_report(desk.library, clip.id, target)

    @async_slot()
    async def _save_archive(self) -> None:
        if self._view is None:
            return
        clip, desk = self._view.clip, self._desk.desk
        target = await choose_target(self.window(), _("Save web archive"), safe(f"{clip.ref}.wacz"))
        if target is not None:
            await custody.export_wacz(desk.library, desk.worker, clip.id, target)

    async def save_to(self, file: ClipFile, target: Path) -> None:
        """Write the bytes of a file to `target`; raises `CaseError` where that cannot be."""
        store = self._desk.desk.library.files

        def copy() -> None:
            data = store.read(file.sha256)  # checked against its hash
            try:
                target.write_bytes(data)
            except OSError as error:
                raise CaseError(
                    _("{name} could not be written: {reason}.").format(
                        name=target.name, reason=error.strerror
                    ),
                    _("Choose another folder, or make room on the disk."),
                ) from error

        await asyncio.to_thread(copy)


def _rank(file: ClipFile) -> tuple[int, int, str]:
    place = ORDER.index(file.role) if file.role in ORDER else len(ORDER)
    return (place + (file.role is FileRole.DERIVATIVE), file.ordinal, file.id)


def _origin(view: ClipView) -> list[Fact]:
    clip, how = view.clip, view.collection
    facts = [
        Fact(_("Exhibit"), clip.ref, mono=True),
        Fact(_("Captured"), utc(clip.captured)),
        Fact(_("How"), words.term(clip.method)),
        Fact(_("Collector"), _collector(how)),
        Fact(_("With"), clip.tool),
        Fact(_("Address asked"), clip.url_asked or "—"),
        Fact(_("Address reached"), clip.url_reached or "—"),
        Fact(_("Date as printed"), clip.published_as_printed),
        Fact(_("Language"), clip.language),
        Fact(_("Licence"), clip.licence),
        Fact(_("Re-use of its pictures"), reuse_name(clip.reuse)),
        Fact(_("Marking"), mark_name(mark_of(clip.marking))),
        *(_fetch(how) if how and how.status else ()),
    ]
    return [fact for fact in facts if fact.value]


def _collector(how: Collection | None) -> str:
    if how is None:
        return ""
    return ", ".join(part for part in (how.collector, how.machine, how.system) if part)


def _fetch(how: Collection) -> list[Fact]:
    """What the site answered, and how it was reached."""
    tls = " · ".join(str(how.tls.get(name, "")) for name in ("version", "issuer") if how.tls)
    moved = " → ".join([*(str(step["url"]) for step in how.redirects), ""]).strip(" →")
    return [
        Fact(_("Answer"), _("HTTP status {status}").format(status=how.status)),
        Fact(_("Redirected"), moved),
        Fact(_("Encryption"), tls or _("None: the connection was not encrypted")),
        Fact(_("Network"), how.network),
        Fact(_("Asked as"), how.user_agent),
    ]
