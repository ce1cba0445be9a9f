"""What the user has chosen, kept between two starts."""

import dataclasses
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.runtime.events import Event

VERSION = 1
_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Settings:
    """Every choice there is. Holds no title, note or address of a case."""

    theme: str = "system"
    """`system`, `light` or `dark`."""
    language: str = ""
    """A key of `i18n.LANGUAGES`; empty follows the system."""
    text_scale: float = 1.0
    """1 to 2, on top of what the system asks for."""
    analyst: str = ""
    """Who is written down as the collector of what is clipped."""
    last_library: str = ""
    last_case: str = ""
    """The id of a case of `last_library`."""
    recent_libraries: tuple[str, ...] = ()
    fetch_pages: bool = True
    """Whether links are followed unasked; off is the "fetch nothing" mode."""
    user_agent: str = ""
    """What sites are told that asks; empty is the program's own name."""
    proxy: str = ""
    """`socks5://host:port` or `http://host:port`; empty is none."""
    fetch_seconds: int = 60
    """How long a page may take to come."""
    fetch_megabytes: int = 50
    """How long its answer may be, in millions of bytes."""
    render_pages: bool = False
    """Whether fetched pages are drawn as they are seen, where that is possible."""
    suggest: bool = True
    """Whether places, units and people are proposed in new clips."""
    spacy_model: str = ""
    """The name of an installed spaCy pipeline that helps to find them; empty is none."""
    map_tiles: bool = False
    """Whether pictures of the ground are asked for on the network."""
    map_tiles_url: str = ""
    """Where: an address with `{x}`, `{y}` and `{z}`."""
    geometry: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    """By window: what `saveGeometry` or `saveState` gave, in base64."""
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: _EMPTY)
    """By splitter: the width of each pane, in pixels."""
    columns: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: _EMPTY)
    """By table: the width of each column, in pixels."""
    choices: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    """By view and what is chosen in it, such as `claims.order`: the key of the choice."""
    pins: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: _EMPTY)
    """By case and node, joined by a colon: where it was put in the graph of links, in pixels."""


class SettingsFile:
    """The settings and the file they are written to, whole, each time one changes.

    A file that cannot be read, or was written by a newer version, is kept beside under another
    name, and the settings start afresh; `notice` then says so.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.changed: Event[Settings] = Event()
        self.notice = ""
        self.settings = self._load()

    def change(self, **choices: Any) -> Settings:
        """Make these choices and write them down.

        Raises `CaseError` where the file cannot be written; the choice holds until the end then.
        """
        before, self.settings = self.settings, dataclasses.replace(self.settings, **choices)
        if self.settings != before:
            self.changed.emit(self.settings)
            self._save()
        return self.settings

    def _load(self) -> Settings:
        if not self._path.exists():
            return Settings()
        try:
            return _from_json(self._path.read_text("utf-8"))
        except (OSError, ValueError, TypeError) as error:
            kept = self._put_aside()
            self.notice = _("The settings could not be read and start afresh. ({why})").format(
                why=error
            )
            if kept:
                self.notice += " " + _("The file was kept as {name}.").format(name=kept.name)
            return Settings()

    def _put_aside(self) -> Path | None:
        names = (self._path.with_suffix(f".{number}.kept") for number in range(1, 10_000))
        kept = next(name for name in names if not name.exists())
        try:
            self._path.rename(kept)
        except OSError:
            return None
        return kept

    def _save(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, _to_json(self.settings))
        except OSError as error:
            raise CaseError(
                _("The settings could not be saved; they hold until you quit."),
                _("Look whether the disk is full and {folder} may be written.").format(
                    folder=self._path.parent
                ),
            ) from error


def write_whole(path: Path, text: str) -> None:
    """Put `text` at `path` so that a reader sees the old file or the new one, never a part."""
    new = path.with_name(path.name + ".new")
    with new.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _to_json(settings: Settings) -> str:
    values = {f.name: getattr(settings, f.name) for f in dataclasses.fields(settings)}
    values = {k: dict(v) if isinstance(v, Mapping) else v for k, v in values.items()}
    return json.dumps({"version": VERSION, **values}, ensure_ascii=False, indent=1)


def _from_json(text: str) -> Settings:
    """Settings as they were written; ValueError or TypeError where that is not what this is."""
    values = json.loads(text)
    if not isinstance(values, dict) or not isinstance(version := values.pop("version", None), int):
        raise ValueError(_("It is not a settings file."))  # noqa: TRY004  one kind for "not ours"
    if version > VERSION:
        raise ValueError(_("It was written by a newer version of the program."))
    known = {f.name: f for f in dataclasses.fields(Settings)}
    given = {name: _like(name, value) for name, value in values.items() if name in known}
    return Settings(**given)


def _like(name: str, value: Any) -> Any:
    """`value` in the type its field wants; TypeError or ValueError where it cannot be."""
    if name in _PLAIN:
        return _PLAIN[name](value)
    if name == "recent_libraries":
        return tuple(_text(each) for each in value)
    if not isinstance(value, dict):
        raise TypeError(_("A table is missing."))
    if name in {"geometry", "choices"}:
        return {_text(key): _text(blob) for key, blob in value.items()}
    return {_text(key): tuple(int(width) for width in widths) for key, widths in value.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(_("A text is missing."))
    return value


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(_("A choice of yes or no is missing."))
    return value


_TEXTS = (
    "theme", "language", "analyst", "last_library", "last_case", "user_agent", "proxy",
    "spacy_model", "map_tiles_url",
)  # fmt: skip
_SWITCHES = ("fetch_pages", "render_pages", "suggest", "map_tiles")
_PLAIN: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(_SWITCHES, _switch),
    "text_scale": lambda value: min(2.0, max(1.0, float(value))),
    "fetch_seconds": lambda value: min(3600, max(10, int(value))),
    "fetch_megabytes": lambda value: min(2000, max(1, int(value))),
}
