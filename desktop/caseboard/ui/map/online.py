"""Online tiles under the map: off unless the analyst wants them, and seen when they are on."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.content import Overlay
from caseboard.model.terms import LayerKind
from caseboard.paths import cache_folder
from caseboard.runtime.disk_cache import DiskCache
from caseboard.runtime.settings import Settings
from caseboard.ui.desk import Desk
from caseboard.ui.lib.asyncui import start
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme
from caseboard.ui.listening import follow

if TYPE_CHECKING:
    from caseboard.commands.tile_fetching import TileFetching

DISK = 200 * 2**20
FRESH = 14 * 86_400.0
"""Seconds for which a picture is not asked for again."""
GATHER = 120
"""Milliseconds for which tiles gather before the map is drawn with them."""
_FETCHING = "caseboard.commands.tile_fetching"
"""Loaded when tiles are turned on: it brings the whole client of the web."""
_OSM = ("openstreetmap.org", "osm.org")


class OnlineTiles(QObject):
    """Follows the settings `map_tiles` and `map_tiles_url`; nothing is asked for while it is off.

    `overlay` is another object whenever more of it can be drawn.
    """

    changed = Signal()
    """On or off, more to be drawn, or in trouble: all of the below is fresh."""

    def __init__(
        self, desk: Desk, parent: QObject | None = None, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cache = DiskCache(folder or cache_folder() / "tiles", DISK, FRESH)
        self._fetching: TileFetching | None = None
        self._chosen: tuple[object, ...] = ()
        self.host = ""
        """Whom it asks, or would; empty where no sound address was set."""
        self.overlay: Overlay | None = None
        """What lies below all layers; None while it is off."""
        self._asked = _asked(desk.settings.settings)
        self._coming = QTimer(self, singleShot=True, interval=GATHER)
        self._coming.timeout.connect(self._renew)
        follow(self, desk.settings.changed, self._on_settings)
        self._adopt(desk.settings.settings)

    @property
    def is_on(self) -> bool:
        """Whether the network is asked."""
        return self.overlay is not None

    @property
    def trouble(self) -> str:
        """Why nothing comes, in a sentence; empty where all is well."""
        return self._fetching.trouble if self._fetching else ""

    @Slot(bool)
    def turn(self, on: bool) -> None:
        """Ask the network from now on, or no longer, and remember that."""
        self._desk.settings.change(map_tiles=on)

    def _on_settings(self, settings: Settings) -> None:
        """Most of what is chosen, such as from where one looks, is no concern of tiles."""
        if _asked(settings) != self._asked:
            self._asked = _asked(settings)
            self._adopt(settings)
            self.changed.emit()

    def _adopt(self, settings: Settings) -> None:
        self._chosen = _of(settings)
        if self._fetching is not None:
            self._fetching.close()
        self._fetching, self.overlay = None, None
        if not settings.map_tiles_url.strip():
            self.host = ""
            return
        tile = import_module("caseboard.capture.fetching.tile")
        try:
            address = tile.checked(settings.map_tiles_url)
        except CaseError:
            self.host = ""
            return
        self.host = address.host
        if settings.map_tiles:
            outward = import_module("caseboard.commands.outward")
            rules = outward.tile_rules(settings, allow_private=address.is_here)
            made = import_module(_FETCHING).TileFetching(
                address, rules, self._cache, lambda work: start(self, work)
            )
            made.came = self._on_came
            self.destroyed.connect(made.close)
            self._fetching, self.overlay = made, self._made(made)

    def _on_came(self) -> None:
        if isValid(self) and not self._coming.isActive():
            self._coming.start()

    @Slot()
    def _renew(self) -> None:
        if self._fetching is not None:
            self.overlay = self._made(self._fetching)
            self.changed.emit()

    def _made(self, fetching: "TileFetching") -> Overlay:
        is_osm = any(self.host == known or self.host.endswith(f".{known}") for known in _OSM)
        return Overlay(
            id="online",
            ref="",
            name=_("Online tiles"),
            kind=LayerKind.TILES,
            attribution=_("© OpenStreetMap contributors") if is_osm else self.host,
            tiles=fetching.tiles,
        )


def _asked(settings: Settings) -> tuple[object, ...]:
    """All that decides whether, where and how tiles are asked for."""
    return (settings.map_tiles, settings.map_tiles_url, settings.user_agent, settings.proxy)


def _of(settings: Settings) -> tuple[object, ...]:
    """What of the settings it depends on: others are written while the map is moved."""
    return settings.map_tiles, settings.map_tiles_url, settings.user_agent, settings.proxy


class OnlineSign(Card):
    """Says over the map that the network is used, and whom it asks; not seen while it is not."""

    def __init__(self, theme: Theme, online: OnlineTiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._online = online
        self._icon = plain_label("", self)
        self.words = plain_label("", self, size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(n) for n in (8, 4, 10, 4)))
        row.setSpacing(theme.px(6))
        row.addWidget(self._icon)
        row.addWidget(self.words)
        online.changed.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say how it is now."""
        online, theme = self._online, self._theme
        is_failing = bool(online.trouble)
        said = _("No tiles from {host}") if is_failing else _("Network: tiles from {host}")
        self.words.setText(said.format(host=online.host))
        colour = theme.tokens.contradicts if is_failing else theme.tokens.accent
        icon = theme.icon("wifi-off" if is_failing else "globe", colour)
        self._icon.setPixmap(icon.pixmap(theme.px(14), theme.px(14)))
        self.setAccessibleName(f"{self.words.text()}. {online.trouble}".strip())
        plain_tooltip(self, online.trouble)
        self.setVisible(online.is_on)
        self.adjustSize()
