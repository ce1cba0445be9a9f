"""Where one has been on a map: back and forward, as in a browser."""

from dataclasses import dataclass

from caseboard.mapping.view import View

MOST = 60
AWAY = 0.5
"""Moved by so much of the view, it is another place."""
APART = 1.0
"""Zoomed by so many steps, it is another place."""


@dataclass(slots=True)
class _Stay:
    """A place one stayed at: where one came to it, and where one left it."""

    came: View
    left: View


class Trail:
    """Small moves about a place belong to it; only another place is a step."""

    def __init__(self) -> None:
        self._stays: list[_Stay] = []
        self._at = -1

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back."""
        return self._at + 1 < len(self._stays)

    def rest(self, view: View) -> None:
        """Say where one is now; a new place ends the way forward."""
        if self._stays and _is_near(self._stays[self._at].came, view):
            self._stays[self._at].left = view
            return
        self._stays[self._at + 1 :] = [_Stay(view, view)]
        del self._stays[:-MOST]
        self._at = len(self._stays) - 1

    def back(self) -> View | None:
        """The place before, as one left it; None at the first."""
        return self._step(-1) if self.can_go_back else None

    def forward(self) -> View | None:
        """The place one went back from; None at the last."""
        return self._step(1) if self.can_go_forward else None

    def _step(self, by: int) -> View:
        self._at += by
        stay = self._stays[self._at]
        stay.came = stay.left  # what is near counts from where one comes back to
        return stay.left


def _is_near(one: View, other: View) -> bool:
    if abs(one.zoom - other.zoom) >= APART:
        return False
    x, y = one.place(other.x, other.y)
    return abs(x - one.width / 2) < AWAY * one.width and abs(y - one.height / 2) < AWAY * one.height
