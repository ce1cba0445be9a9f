"""What the window's actions do to the open library."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from caseboard.commands import gazetteers, outward
from caseboard.commands.exporting_claims import Form
from caseboard.i18n import _
from caseboard.model.case import Case
from caseboard.model.ids import CaseId
from caseboard.model.terms import Method
from caseboard.store import cases
from caseboard.ui import screen_region
from caseboard.ui.cheat_sheet import CheatSheet
from caseboard.ui.claims_files import ClaimsFiles
from caseboard.ui.dropping import payload_of
from caseboard.ui.forms.link_popup import LinkPopup
from caseboard.ui.forms.new_case import CaseForm, NewCaseForm
from caseboard.ui.integrity import Verdict, is_small, verify_clips, verify_library
from caseboard.ui.lib.asyncui import ask, async_slot
from caseboard.ui.lib.banner import Kind
from caseboard.ui.lib.files import choose_files, choose_folder
from caseboard.ui.navigation import Place
from caseboard.ui.session import Session
from caseboard.ui.settings_dialog import SettingsDialog
from caseboard.ui.views.reading import INSPECTOR, LIST
from caseboard.ui.views.suggesting import ClipSuggestions

WRITING = (
    *("new_case", "edit_case", "add_sample", "clip_files", "clip_folder", "clip_screen", "paste"),
    *("clip_link", "import_list", "import_claims"),
    *("undo", "redo", "brief", "accept_sure", "suggest_again"),
)
"""Actions that a library open to read only does not have."""
OF_CASE = (
    *("brief", "edit_case", "clip_screen", "import_list", "import_claims"),
    *("accept_sure", "suggest_again"),
)
VIEW = "view_"
LISTED = 15


class Deeds(QObject):
    """Connects every action to the session; gone with it.

    `library_wanted` is sent with a folder the user wants to open instead.
    """

    library_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._window = session.window
        self._sheet: CheatSheet | None = None
        self.links = LinkPopup(session.desk.theme, self._window)
        self.links.given.connect(session.take_links)
        self.destroyed.connect(self.links.deleteLater)
        self.claims_files = ClaimsFiles(session.desk, self._window, self)
        self._slots = self._by_key()
        self._window.actions_.taken.connect(self._on_taken)
        session.case_opened.connect(self._on_case_opened)
        self._window.top.case.menu_wanted.connect(self._on_case_menu_wanted)
        self._on_case_opened()

    def _by_key(self) -> dict[str, Callable[[], object]]:
        session = self._session
        return {
            "new_case": self._new_case,
            "edit_case": self._edit_case,
            "open_library": self._open_library,
            "all_cases": session.show_start,
            "add_sample": session.open_sample,
            "verify": self._verify,
            "clip_files": self._clip_files,
            "clip_folder": self._clip_folder,
            "clip_link": self._clip_link,
            "import_list": self._import_list,
            "import_gazetteer": self._import_gazetteer,
            "clip_screen": self._clip_screen,
            "paste": self._paste,
            "search": session.palette.begin,
            "back": session.navigator.back,
            "forward": session.navigator.forward,
            "undo": self._undo,
            "redo": self._redo,
            "brief": session.start_briefing,
            "export_claims_table": lambda: self._export_claims(Form.TABLE),
            "export_claims": lambda: self._export_claims(Form.LINKED),
            "export_annotations": lambda: self._export_claims(Form.ANNOTATIONS),
            "import_claims": self._import_claims,
            "next_suggestion": lambda: self._with_suggestions(lambda asked: asked.step(1)),
            "previous_suggestion": lambda: self._with_suggestions(lambda asked: asked.step(-1)),
            "accept_sure": lambda: self._with_suggestions(ClipSuggestions.accept_sure),
            "suggest_again": lambda: self._with_suggestions(ClipSuggestions.again),
            "fold_list": lambda: session.fold(LIST),
            "fold_inspector": lambda: session.fold(INSPECTOR),
            "settings": self._settings,
            "theme_light": lambda: self._use_theme("light"),
            "theme_dark": lambda: self._use_theme("dark"),
            "theme_system": lambda: self._use_theme("system"),
            "cheat_sheet": self._show_cheat_sheet,
        }

    @Slot(str)
    def _on_taken(self, key: str) -> None:
        if key.startswith(VIEW):
            self._session.navigator.open_view(key.removeprefix(VIEW))
        elif key in self._slots:
            self._slots[key]()

    @Slot()
    def _on_case_opened(self) -> None:
        is_writable = not self._session.desk.library.read_only
        for key in WRITING:
            is_open = key not in OF_CASE or self._session.case_id is not None
            self._window.actions_[key].setEnabled(is_writable and is_open)

    @async_slot()
    async def _new_case(self) -> None:
        analyst = self._session.desk.settings.settings.analyst
        form = NewCaseForm(self._window, self._session.desk.theme, analyst)
        if await ask(form):
            case_id = await self._session.desk.run(form.command())
            await self._session.go_to(case_id, Place("clip"))
        form.deleteLater()

    @async_slot()
    async def _edit_case(self) -> None:
        view = self._session.case_view
        case = await self._session.read_case()
        if view is not None and case is not None:
            form = CaseForm(view.desk, case, self._window)
            await ask(form)
            form.deleteLater()

    @async_slot()
    async def _open_library(self) -> None:
        folder = await choose_folder(self._window, _("Open the folder of a library"))
        if folder is not None:
            self.library_wanted.emit(folder)

    @async_slot()
    async def _clip_files(self) -> None:
        files = await choose_files(self._window, _("Clip files"))
        if files:
            await self._session.take_files(files)

    @async_slot()
    async def _clip_folder(self) -> None:
        folder = await choose_folder(self._window, _("Clip every file in a folder"))
        if folder is not None:
            await self._session.take_files([folder])

    @async_slot()
    async def _clip_screen(self) -> None:
        shot = await screen_region.choose(self._window)
        if shot is not None:
            await self._session.take_screen(shot)

    @async_slot()
    async def _import_list(self) -> None:
        for path in (await choose_files(self._window, _("Import a list")))[:1]:
            await self._session.import_list(path)

    @async_slot()
    async def _import_gazetteer(self) -> None:
        filters = _("Files of GeoNames ({patterns})").format(patterns="*.txt *.zip")
        chosen = await choose_files(self._window, _("Import a gazetteer"), filters)
        if chosen:
            desk = self._session.desk
            done = await gazetteers.import_gazetteer(desk.jobs, chosen[0])
            await desk.suggesting.renew()
            self._window.status.say(gazetteers.sentence(done))

    @async_slot(object)
    async def _export_claims(self, form: Form) -> None:
        case = await self._session.read_case()
        if case is not None:
            await self.claims_files.export(case, form)

    @async_slot()
    async def _import_claims(self) -> None:
        if self._session.case_id is not None:
            await self.claims_files.take_in(self._session.case_id)

    @Slot()
    def _clip_link(self) -> None:
        """Ask for links under the button that clips, or where that is not shown, the field."""
        top = self._window.top
        near = top.clip if top.clip.isVisible() else top.field
        self.links.open_under(QRect(near.mapToGlobal(QPoint(0, 0)), near.size()))

    @Slot()
    def _paste(self) -> None:
        payload = payload_of(QGuiApplication.clipboard().mimeData())
        if payload:
            self._session.take(payload, Method.PASTE)
        else:
            self._window.status.say(_("There is nothing on the clipboard."))

    @Slot()
    def _undo(self) -> None:
        self._undo_in(self._session.case_id)  # of the case that is open now, should it be left

    @Slot()
    def _redo(self) -> None:
        self._redo_in(self._session.case_id)

    @async_slot(object)
    async def _undo_in(self, case_id: CaseId | None) -> None:
        await self._session.keep()  # what was typed last is what is taken back
        label = await self._session.desk.history.undo(case_id)
        self._say_done(label, _("Undone: {what}"), _("There is nothing to undo."), "redo")

    @async_slot(object)
    async def _redo_in(self, case_id: CaseId | None) -> None:
        await self._session.keep()
        label = await self._session.desk.history.redo(case_id)
        self._say_done(label, _("Done again: {what}"), _("There is nothing to redo."), "undo")

    def _say_done(self, label: str | None, done: str, nothing: str, back: str) -> None:
        if label is None:
            self._window.status.say(nothing)
            return
        action = self._window.actions_[back]
        self._window.status.say(done.format(what=label), action.text(), action.trigger)

    def _with_suggestions(self, act: Callable[[ClipSuggestions], object]) -> None:
        """Do something with what is proposed of the open clip, where that is to be seen."""
        if self._session.case_view is not None:
            if not self._session.case_view.reading.isVisible():
                self._session.navigator.open_view("clip")
            act(self._session.case_view.reading.suggestions)

    @async_slot()
    async def _verify(self) -> None:
        self._show(await verify_library(self._session.desk), is_whole=True)

    @async_slot()
    async def verify_if_small(self) -> None:
        """Check the library unasked where that takes no time."""
        if await self._session.desk.read(is_small):
            self._verify()

    @async_slot(list)
    async def verify_clips(self, clip_ids: list[str]) -> None:
        """Hash the files of these clips again and say what came of it."""
        self._show(await verify_clips(self._session.desk, clip_ids), is_whole=False)

    def _show(self, verdict: Verdict, *, is_whole: bool) -> None:
        if is_whole:
            self._session.say_integrity(verdict.words(), is_sound=verdict.is_sound)
        if not verdict.is_sound:
            self._window.banner.show_notice(Kind.ERROR, verdict.sentence())
        elif not is_whole:
            self._window.status.say(_("Every file is as it was stored."))

    @async_slot()
    async def _settings(self) -> None:
        kept, theme = self._session.desk.settings, self._session.desk.theme
        why_not = await asyncio.to_thread(outward.why_not_drawn)
        dialog = SettingsDialog(theme, kept.settings, self._window, why_no_drawing=why_not)
        before = kept.settings.spacy_model
        if await ask(dialog):
            kept.change(**dialog.choices())
        if kept.settings.spacy_model != before:
            await self._session.desk.suggesting.renew()
        dialog.deleteLater()

    def _use_theme(self, choice: str) -> None:
        self._session.desk.theme.choose(choice)
        self._session.desk.settings.change(theme=choice)

    @async_slot()
    async def _show_cheat_sheet(self) -> None:
        sheet = CheatSheet(self._session.desk.theme, self._window.actions_, self._window)
        await ask(sheet)
        sheet.deleteLater()

    @async_slot(QPoint)
    async def _on_case_menu_wanted(self, place: QPoint) -> None:
        cards = await self._session.desk.read(cases.cards)
        menu = self.case_menu([card.case for card in cards])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def case_menu(self, others: Sequence[Case]) -> QMenu:
        """The other cases of the library, and where to find all of them."""
        menu = QMenu(self._window)
        for case in [case for case in others if case.id != self._session.case_id][:LISTED]:
            action = menu.addAction(case.title.replace("&", "&&"))
            action.triggered.connect(partial(self._session.open_case, case.id))
        menu.addSeparator()
        for key in ("edit_case", "all_cases", "new_case"):
            menu.addAction(self._window.actions_[key])
        return menu
