"""How links are fetched: whether, by what name, through which proxy, and drawn or not."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from caseboard.commands import outward
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.runtime.settings import Settings
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme

SECONDS = (30, 60, 180, 600)
MEGABYTES = (10, 50, 200, 500)
OWN_TEXT = "own"
TOR = "tor"


class FetchingSettings(QWidget):
    """A page of the settings; what is typed is looked at by `check` before it is taken."""

    def __init__(
        self, theme: Theme, settings: Settings, why_no_drawing: str, parent: QWidget
    ) -> None:
        """`why_no_drawing` is a sentence where pages cannot be drawn on this machine."""
        super().__init__(parent)
        self._theme = theme
        self.fetches = QCheckBox(_("Fetch the page when a link is clipped"), self)
        self.fetches.setChecked(settings.fetch_pages)
        self.agent = self._agents(settings.user_agent)
        self.own_agent = QLineEdit(self)
        self.own_agent.setAccessibleName(_("Name told to sites, as you write it"))
        self.proxy = self._proxies(settings.proxy)
        self.proxy_at = QLineEdit(self)
        self.proxy_at.setPlaceholderText(_("host:port"))
        self.proxy_at.setAccessibleName(_("Address of the proxy"))
        self.seconds = _choices(SECONDS, settings.fetch_seconds, _how_long, self)
        self.megabytes = _choices(MEGABYTES, settings.fetch_megabytes, _how_large, self)
        self.draws = QCheckBox(_("Draw pages as they are seen, as a picture and a PDF"), self)
        self.draws.setChecked(settings.render_pages)
        self.draws.setEnabled(not why_no_drawing)
        self.problem = plain_label("", self, tone="bad", size="small", wrap=True)
        self.problem.hide()
        self._show_typed(settings)
        self._lay_out(why_no_drawing)
        self.agent.currentIndexChanged.connect(self._on_agent_chosen)
        self.proxy.currentIndexChanged.connect(self._on_proxy_chosen)

    def choices(self) -> dict[str, object]:
        """What was chosen, by the names of `Settings`; raises `CaseError` for what cannot be."""
        return {
            "fetch_pages": self.fetches.isChecked(),
            "user_agent": outward.checked_agent(self._agent()),
            "proxy": outward.checked_proxy(self._proxy()),
            "fetch_seconds": self.seconds.currentData(),
            "fetch_megabytes": self.megabytes.currentData(),
            "render_pages": self.draws.isChecked(),
        }

    def check(self) -> bool:
        """Whether it can be taken; if not, it says why, and where."""
        for field, look in ((self.own_agent, self._look_at_agent), (self.proxy_at, self._look)):
            try:
                look()
            except CaseError as error:
                self._say(f"{error} {error.hint}".strip())
                field.setFocus()
                return False
        self._say("")
        return True

    def _look_at_agent(self) -> None:
        outward.checked_agent(self._agent())

    def _look(self) -> None:
        kind = self.proxy.currentData()
        if kind in outward.SCHEMES and not self.proxy_at.text().strip():
            raise CaseError(_("Say where the proxy is, as host:port, or choose no proxy."))
        outward.checked_proxy(self._proxy())

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.window().adjustSize()  # a sentence more takes room

    def _agent(self) -> str:
        kind = self.agent.currentData()
        return self.own_agent.text() if kind == OWN_TEXT else str(kind)

    def _proxy(self) -> str:
        kind, typed = self.proxy.currentData(), self.proxy_at.text().strip()
        if kind == TOR:
            return outward.TOR
        return f"{kind}://{typed}" if kind and typed else ""

    def _agents(self, chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.addItem(_("This program"), "")
        box.addItem(_("A browser in common use"), outward.BROWSER)
        box.addItem(_("My own words"), OWN_TEXT)
        found = box.findData(chosen)
        box.setCurrentIndex(found if found >= 0 else box.findData(OWN_TEXT))
        return box

    def _proxies(self, chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.addItem(_("None"), "")
        box.addItem(_("Tor on this machine"), TOR)
        box.addItem(_("SOCKS5 proxy"), "socks5")
        box.addItem(_("HTTP proxy"), "http")
        kind = TOR if chosen == outward.TOR else chosen.partition("://")[0]
        box.setCurrentIndex(max(0, box.findData(kind)))
        return box

    def _show_typed(self, settings: Settings) -> None:
        if self.agent.currentData() == OWN_TEXT:
            self.own_agent.setText(settings.user_agent)
        if self.proxy.currentData() in outward.SCHEMES:
            self.proxy_at.setText(settings.proxy.partition("://")[2])
        self._on_agent_chosen()
        self._on_proxy_chosen()

    def _lay_out(self, why_no_drawing: str) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.fetches)
        column.addWidget(
            self._note(_("Off: a link is kept, and fetched only when you ask for it."))
        )
        column.addSpacing(px(6))
        form = QFormLayout()
        form.setHorizontalSpacing(px(20))
        form.setVerticalSpacing(px(12))
        rows = (
            (_("Sites are told"), self.agent, self.own_agent),
            (_("Proxy"), self.proxy, self.proxy_at),
            (_("Give up after"), self.seconds, self.megabytes),
        )
        self.megabytes.setAccessibleName(_("Give up a page that is larger"))
        for name, box, field in rows:
            label = plain_label(name, self, tone="muted")
            label.setBuddy(box)
            label.setMinimumHeight(box.sizeHint().height())  # in line with what stands beside it
            box.setAccessibleName(name)
            pair = QHBoxLayout()
            pair.setSpacing(px(8))
            pair.addWidget(box, 1)
            if field is self.megabytes:
                pair.addWidget(plain_label(_("or"), self, tone="muted"))
            pair.addWidget(field, 1)
            form.addRow(label, pair)
        column.addLayout(form)
        column.addSpacing(px(6))
        column.addWidget(self.draws)
        seen = _(
            "A drawn page runs its programs, in a process of its own, and asks more of the site."
        )
        column.addWidget(self._note(why_no_drawing or seen))
        column.addWidget(self.problem)
        column.addStretch(1)

    def _note(self, text: str) -> QWidget:
        note = plain_label(text, self, tone="muted", size="small", wrap=True)
        note.setContentsMargins(self._theme.px(24), 0, 0, 0)
        return note

    @Slot()
    def _on_agent_chosen(self) -> None:
        kind = self.agent.currentData()
        self.own_agent.setEnabled(kind == OWN_TEXT)
        told = outward.OWN_NAME if not kind else outward.BROWSER
        self.own_agent.setPlaceholderText("" if kind == OWN_TEXT else told)
        self._say("")

    @Slot()
    def _on_proxy_chosen(self) -> None:
        kind = self.proxy.currentData()
        self.proxy_at.setEnabled(kind in outward.SCHEMES)
        is_tor = kind == TOR
        self.proxy_at.setPlaceholderText(
            outward.TOR.partition("://")[2] if is_tor else _("host:port") if kind else ""
        )
        self._say("")


def _choices(
    offered: Sequence[int], chosen: int, name: Callable[[int], str], parent: QWidget
) -> QComboBox:
    """What is offered, and what was chosen in another way."""
    box = QComboBox(parent)
    for value in sorted({*offered, chosen}):
        box.addItem(name(value), value)
    box.setCurrentIndex(box.findData(chosen))
    return box


def _how_long(seconds: int) -> str:
    if seconds % 60:
        return ngettext("{n} second", "{n} seconds", seconds)
    return ngettext("{n} minute", "{n} minutes", seconds // 60)


def _how_large(megabytes: int) -> str:
    return _("{n} MB").format(n=megabytes)
