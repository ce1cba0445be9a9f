"""The bundled type, and how large the system wants text."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QFontInfo

_USUAL_PX = {"win32": 12, "darwin": 13}
_USUAL_PX_ELSEWHERE = 15

EMOJI, EMOJI_FILE = "Noto Emoji", "NotoEmoji-Regular.ttf"


@dataclass(frozen=True)
class Families:
    """The families of each kind of text, best first; the system's stand in where ours lack."""

    ui: list[str] = field(default_factory=lambda: ["Inter", "Noto Sans", "sans-serif"])
    reading: list[str] = field(
        default_factory=lambda: ["Source Serif 4", "Noto Serif", "DejaVu Serif", "serif"]
    )
    mono: list[str] = field(
        default_factory=lambda: ["JetBrains Mono", "DejaVu Sans Mono", "monospace"]
    )


def first(folder: Path) -> list[Path]:
    """The fonts in `folder` that the first paint needs: Regular, Medium and SemiBold."""
    return sorted(folder.glob("Inter-[RMS]*.ttf"))


def rest(folder: Path) -> list[Path]:
    """The other fonts in `folder` that there is text in."""
    return sorted(set(folder.glob("*.ttf")) - {*first(folder), folder / EMOJI_FILE})


def load_emoji(folder: Path, families: Iterable[str]) -> bool:
    """Let emoji be drawn with our own outlines where none of the system's families has any."""
    if any("emoji" in family.casefold() for family in families):
        return False
    if QFontDatabase.addApplicationFont(str(folder / EMOJI_FILE)) < 0:
        return False
    QFontDatabase.addApplicationEmojiFontFamily(EMOJI)
    return True


def load(files: Iterable[Path]) -> Families:
    """Make these fonts known to Qt, and say which families there are now."""
    for file in files:
        QFontDatabase.addApplicationFont(str(file))
    here = known()
    wanted = Families()
    return Families(
        _known(wanted.ui, here), _known(wanted.reading, here), _known(wanted.mono, here)
    )


def known() -> set[str]:
    """The families there are, ours and the system's."""
    return set(QFontDatabase.families())


def system_scale() -> float:
    """How much larger than usual the system wants text: 1 to 2, small differences left out."""
    px = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    ratio = px / _USUAL_PX.get(sys.platform, _USUAL_PX_ELSEWHERE)
    return min(2.0, ratio) if ratio >= 1.15 else 1.0


def _known(families: list[str], known: set[str]) -> list[str]:
    return [name for name in families if name in known] or families
