"""Everything that can be done from the keyboard, a menu or the command line of the search field."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from caseboard.i18n import _


@dataclass(frozen=True, slots=True)
class Deed:
    """One action: its key in code, what it is called, its shortcuts and where it is listed."""

    key: str
    name: str
    keys: tuple[str, ...] = ()
    in_case: bool = False
    """Whether it needs an open case."""


def groups() -> dict[str, tuple[Deed, ...]]:
    """Every action of the window, by the heading of the cheat sheet it stands under."""
    return {
        _("Cases"): (
            Deed("new_case", _("New case…"), ("Ctrl+N",)),
            Deed("open_library", _("Open library…"), ("Ctrl+O",)),
            Deed("all_cases", _("All cases"), ("Alt+Home",)),
            Deed("edit_case", _("Edit the case…"), in_case=True),
            Deed("add_sample", _("Open the sample case")),
            Deed("verify", _("Verify integrity")),
            Deed("import_gazetteer", _("Import gazetteer…")),
        ),
        _("Clipping"): (
            Deed("clip_files", _("Clip files…"), ("Ctrl+Shift+O",)),
            Deed("clip_folder", _("Clip a folder…")),
            Deed("clip_link", _("New from link…"), ("Ctrl+L",)),
            Deed("import_list", _("Import a list…"), in_case=True),
            Deed("clip_screen", _("Clip a region of the screen…"), ("Ctrl+Shift+S",), in_case=True),
            Deed("paste", _("Clip from the clipboard"), ("Ctrl+V",)),
        ),
        _("Going about"): (
            Deed("search", _("Search or run a command"), ("Ctrl+K", "Ctrl+Shift+F")),
            Deed("back", _("Back"), ("Alt+Left",), in_case=True),
            Deed("forward", _("Forward"), ("Alt+Right",), in_case=True),
            Deed("view_clip", _("Clips"), ("Ctrl+1",), in_case=True),
            Deed("view_claim", _("Claims"), ("Ctrl+2",), in_case=True),
            Deed("view_location", _("Locations"), ("Ctrl+3",), in_case=True),
            Deed("view_unit", _("Units"), ("Ctrl+4",), in_case=True),
            Deed("view_person", _("People"), ("Ctrl+5",), in_case=True),
            Deed("view_source", _("Sources"), ("Ctrl+6",), in_case=True),
            Deed("view_note", _("Notes"), ("Ctrl+7",), in_case=True),
            Deed("view_briefing", _("Briefings"), ("Ctrl+8",), in_case=True),
            Deed("view_change_set", _("History"), ("Ctrl+9",), in_case=True),
        ),
        _("Work"): (
            Deed("undo", _("Undo"), ("Ctrl+Z",)),
            Deed("redo", _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
            Deed("brief", _("Brief…"), ("Ctrl+B",), in_case=True),
            Deed("export_claims_table", _("Export claims as a table (CSV)…"), in_case=True),
            Deed("export_claims", _("Export claims (JSON-LD)…"), in_case=True),
            Deed("export_annotations", _("Export marked places (Web Annotations)…"), in_case=True),
            Deed("import_claims", _("Import claims…"), in_case=True),
        ),
        _("Suggestions"): (
            Deed("next_suggestion", _("Next suggestion"), in_case=True),
            Deed("previous_suggestion", _("Previous suggestion"), in_case=True),
            Deed("accept_sure", _("Suggestions: accept all above 90 %"), in_case=True),
            Deed("suggest_again", _("Suggest again"), in_case=True),
        ),
        _("Window"): (
            Deed("fold_list", _("Fold the list away"), ("F8",), in_case=True),
            Deed("fold_inspector", _("Fold the inspector away"), ("F9",), in_case=True),
            Deed("full_screen", _("Full screen"), ("F11",)),
            Deed("settings", _("Settings…"), ("Ctrl+,",)),
            Deed("theme_light", _("Use the light theme")),
            Deed("theme_dark", _("Use the dark theme")),
            Deed("theme_system", _("Use the theme of the system")),
            Deed("cheat_sheet", _("Keyboard shortcuts"), ("?", "F1")),
            Deed("quit", _("Quit"), ("Ctrl+Q",)),
        ),
    }


class Actions(QObject):
    """The window's actions, by key; those that need a case are off until there is one.

    `taken` is sent with the key of the one that the user takes, however that was done.
    """

    taken = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.groups = groups()
        self._actions = {deed.key: _action(deed, window) for deed in self.deeds()}
        for key, action in self._actions.items():
            action.triggered.connect(lambda _checked=False, key=key: self.taken.emit(key))
        self.set_in_case(is_open=False)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def deeds(self) -> Iterator[Deed]:
        """Every deed, in the order of the cheat sheet."""
        for deeds in self.groups.values():
            yield from deeds

    def set_in_case(self, *, is_open: bool) -> None:
        """Switch what needs a case on or off."""
        for deed in self.deeds():
            if deed.in_case:
                self._actions[deed.key].setEnabled(is_open)


def _action(deed: Deed, window: QWidget) -> QAction:
    action = QAction(deed.name, window)
    action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setAutoRepeat(deed.key in {"undo", "redo"})
    window.addAction(action)
    return action
