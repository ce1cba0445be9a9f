"""The grounds everything stands on: panels, rails and cards, with hairlines between them."""

from typing import Literal

from PySide6.QtWidgets import QFrame, QWidget

Ground = Literal["window", "panel", "panel_2"]
Edge = Literal["", "left", "right", "top", "bottom"]


class Surface(QFrame):
    """A ground in one of the three colours, with a hairline on one edge if asked."""

    def __init__(
        self, ground: Ground = "panel", edge: Edge = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", ground)
        self.setProperty("edge", edge)


class Card(QFrame):
    """A panel with an outline and round corners."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
