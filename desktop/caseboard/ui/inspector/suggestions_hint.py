"""The line that names the keys with which suggestions are answered."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.keys import KeyCap
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme


class SuggestionHint(QWidget):
    """`Enter accept · X reject · J K next, previous`, on as many lines as it takes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, theme.px(5))
        for caps, word in (
            ((_("Enter"),), _("accept")),
            (("X",), _("reject")),
            (("J", "K"), _("next, previous")),
        ):
            flow.addWidget(_group(theme, caps, word, self))


def _group(theme: Theme, caps: tuple[str, ...], word: str, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(3))
    for cap in caps:
        row.addWidget(KeyCap(theme, cap, holder))
    row.addWidget(plain_label(word, holder, tone="muted", size="small"))
    return holder
