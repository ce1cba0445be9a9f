"""A section of the inspector: a small heading, an action beside it, and what stands under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme


class Section(Surface):
    """A heading in small capitals over `body`, with a hairline below; `acted` for its action."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        action: str = "",
        parent: QWidget | None = None,
        *,
        last: bool = False,
    ) -> None:
        """The last of a column has no hairline."""
        super().__init__("panel_2", "" if last else "bottom", parent)
        self.heading = plain_label(size="caps")
        self.button = link_button(action, self)
        self.button.clicked.connect(self.acted)
        self._head = head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.heading)
        head.addStretch()
        head.addWidget(self.button)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(n) for n in (14, 10, 14, 12)))
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addLayout(self.body)
        self.set_title(title)
        self.set_action(action)

    def set_title(self, title: str) -> None:
        """Change the heading, such as when a count in it changes."""
        self.heading.setText(title.upper())
        self.setAccessibleName(title)

    def set_action(self, action: str) -> None:
        """Change the action; an empty one takes its button away."""
        self.button.setText(action)
        self.button.setVisible(bool(action))
