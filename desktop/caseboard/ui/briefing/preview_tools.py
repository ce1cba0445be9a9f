"""What stands above the pages: which are in sight, how large, what is held against them."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.runtime.settings import SettingsFile
from caseboard.ui.briefing.page_layout import Fit, Zoom
from caseboard.ui.briefing.preview_pages import PreviewPages
from caseboard.ui.briefing.preview_panel import FINDINGS, VERSIONS, PreviewPanel
from caseboard.ui.lib.buttons import flat_button, menu_button
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.theme import Theme

PERCENTS = (50, 75, 100, 125, 150, 200)
CHOICE = "briefings.zoom"


class PreviewTools(QWidget):
    """One line of small tools."""

    def __init__(
        self,
        theme: Theme,
        pages: PreviewPages,
        panel: PreviewPanel,
        settings: SettingsFile,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._pages, self._panel, self._settings = pages, panel, settings
        self._has_pages = True
        self.place = plain_label("", self, tone="muted")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.zoom = menu_button("", self._menu, self, flat=True)
        self.findings = flat_button(theme, _("Checks"), self, "list-checks")
        self.versions = flat_button(theme, _("Versions"), self, "history")
        for button, page in ((self.findings, FINDINGS), (self.versions, VERSIONS)):
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_panel_wanted, page))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addStretch(1)
        row.addWidget(self.place)
        row.addStretch(1)
        for widget in (self.zoom, self.findings, self.versions):
            row.addWidget(widget)
        pages.looked_at.connect(self._on_looked)
        pages.set_zoom(_zoom(settings.settings.choices.get(CHOICE, "")))
        panel.closed.connect(self._on_panel_changed)
        self.tell_findings(None)
        self.tell_versions(0)
        self._on_looked()

    def show_pages(self, *, shown: bool) -> None:
        """Show what concerns the pages, or only what also concerns the text."""
        self._has_pages = shown
        self._on_looked()

    def open_findings(self) -> None:
        """Show what is held against the briefing."""
        self._panel.show_page(FINDINGS)
        self._on_panel_changed()

    def tell_findings(self, count: int | None) -> None:
        """Say how many findings there are; None while that is not known."""
        self.findings.setText(_("Checks {n}").format(n=count) if count else _("Checks"))
        if count is None:
            told = _("Not checked yet")
        else:
            found = ngettext("{n} finding", "{n} findings", count)
            told = found if count else _("Nothing to object to")
        self.findings.setAccessibleName(_("Checks: {findings}").format(findings=told))
        plain_tooltip(self.findings, told)

    def tell_versions(self, count: int) -> None:
        """Say how many versions there are."""
        self.versions.setText(_("Versions") if not count else _("Versions {n}").format(n=count))

    @Slot()
    def _on_looked(self) -> None:
        seen, count = self._pages.seen(), self._pages.count
        self.place.setText(_place(seen, count) if self._has_pages else "")
        self.zoom.setVisible(bool(count) and self._has_pages)
        shown = f"{self._pages.percent} %"
        if self.zoom.text() != shown:
            self.zoom.setText(shown)
            self.zoom.setAccessibleName(_("Zoom: {percent}").format(percent=shown))

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        fits = ((Fit.TWO, _("Two pages")), (Fit.WIDTH, _("Fit width")), (Fit.PAGE, _("Fit page")))
        for fit, words in fits:
            self._add(fit, words)
        self._menu.addSeparator()
        for percent in PERCENTS:
            self._add(percent, f"{percent} %")

    def _add(self, zoom: Zoom, words: str) -> None:
        action = self._menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(zoom == self._pages.zoom)
        action.triggered.connect(partial(self._choose, zoom))

    def _choose(self, zoom: Zoom, _on: bool = False) -> None:
        self._pages.set_zoom(zoom)
        choices = {**self._settings.settings.choices, CHOICE: str(zoom)}
        try:
            self._settings.change(choices=choices)
        except CaseError:  # it holds until the end, and other choices will say so
            return

    def _on_panel_wanted(self, page: str, _on: bool = False) -> None:
        self._panel.toggle(page)
        self._on_panel_changed()

    @Slot()
    def _on_panel_changed(self) -> None:
        shown = self._panel.current
        self.findings.setChecked(shown == FINDINGS)
        self.versions.setChecked(shown == VERSIONS)


def _place(seen: range, count: int) -> str:
    if not count:
        return ""
    first, last = seen.start + 1, max(seen.start + 1, seen.stop)
    if first == last:
        return _("Page {first} of {count}").format(first=first, count=count)
    return _("Page {first} – {last} of {count}").format(first=first, last=last, count=count)


def _zoom(kept: str) -> Zoom:
    if kept in set(Fit):
        return Fit(kept)
    return int(kept) if kept.isdecimal() and 20 <= int(kept) <= 400 else Fit.TWO
