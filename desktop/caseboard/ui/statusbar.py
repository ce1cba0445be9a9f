"""The line at the bottom: is it saved, what is there, is it whole, what is being done."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import ElidedLabel, Tone, plain_label, set_tone
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme

if TYPE_CHECKING:
    from caseboard.ui.jobs_strip import JobsStrip

HEIGHT = 26
Act = Callable[[], object] | None
NO_OFFER: tuple[str, Act] = ("", None)


class Saved(Enum):
    """What has become of the last change."""

    SAVED = "saved"
    SAVING = "saving"
    READ_ONLY = "read only"
    NOTHING = "nothing"


class StatusLine(Surface):
    """Shows states; a message stays until the next one, and may offer to take something back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("panel", "top", parent)
        self._theme = theme
        self._act: Act = None
        self.saved = plain_label("", self, size="small")
        self.counts = _line(self)
        self.integrity = plain_label("", self, size="small")
        self.network = plain_label("", self, size="small")
        self.network.hide()
        self.message = _line(self)
        self._also: Act = None
        self.offer: QPushButton = link_button("", self)
        self.offer.clicked.connect(self._on_offer_taken)
        self.offer.hide()
        self.second_offer: QPushButton = link_button("", self)
        self.second_offer.clicked.connect(self._on_second_taken)
        self.second_offer.hide()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.saved)
        self._row.addWidget(self.counts)
        self._row.addWidget(self.integrity)
        self._row.addWidget(self.network)
        self._row.addWidget(self.message)
        self._row.addWidget(self.offer)
        self._row.addWidget(self.second_offer)
        self._row.addStretch(1)
        self.setAccessibleName(_("Status"))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.set_saved(Saved.NOTHING)

    def set_saved(self, saved: Saved) -> None:
        """Say what has become of the last change."""
        words: dict[Saved, tuple[str, Tone]] = {
            Saved.SAVED: (_("● Saved"), "good"),
            Saved.SAVING: (_("○ Saving…"), "muted"),
            Saved.READ_ONLY: (_("○ Open to read only"), "muted"),
            Saved.NOTHING: ("", "muted"),
        }
        text, tone = words[saved]
        self.saved.setText(text)
        set_tone(self.saved, tone)

    def set_counts(self, text: str) -> None:
        """Say how much there is."""
        self.counts.setText(text)
        self.counts.setVisible(bool(text))

    def set_integrity(self, text: str, *, is_sound: bool = True) -> None:
        """Say when the library was last found whole, or that it was not."""
        self.integrity.setText(text)
        self.integrity.setVisible(bool(text))
        set_tone(self.integrity, "good" if is_sound else "bad")

    def set_network(self, text: str, *, is_used: bool) -> None:
        """Say whether the network is in use, or that it never is."""
        self.network.setText(text)
        self.network.setVisible(bool(text))
        set_tone(self.network, "accent" if is_used else "muted")

    def say(
        self,
        text: str,
        offer: str = "",
        act: Act = None,
        *,
        also: tuple[str, Act] = NO_OFFER,
    ) -> None:
        """Say `text`, and offer an action or two on what it says."""
        self.message.setText(text)
        self.message.setAccessibleName(text)
        self._act, self._also = act, also[1]
        for button, name in ((self.offer, offer), (self.second_offer, also[0])):
            button.setText(name)
            button.setAccessibleName(f"{name}: {text}" if name else "")
            button.setVisible(bool(name))

    def add_jobs(self, strip: "JobsStrip") -> None:
        """Show running jobs at the right end."""
        self._row.addWidget(strip)

    @Slot()
    def _on_offer_taken(self) -> None:
        self._take(self._act)

    @Slot()
    def _on_second_taken(self) -> None:
        self._take(self._also)

    def _take(self, act: Act) -> None:
        self.say("")
        if act is not None:
            act()

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), 0, px(14), 0)
        self._row.setSpacing(px(18))
        self.setFixedHeight(px(HEIGHT))


def _line(parent: QWidget) -> ElidedLabel:
    label = ElidedLabel("", parent, tone="muted", size="small")
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    label.setMinimumSize(QSize(0, 0))
    return label
