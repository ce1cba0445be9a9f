"""The colours of the program by what they mean, once for light and once for dark."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Tokens:
    """One colour per meaning; `x` is drawn on `x_soft`.

    `muted` passes 4.5:1 on every panel; `faint` is decoration only, never words.
    """

    dark: bool
    window: QColor
    panel: QColor
    panel_2: QColor
    line: QColor
    text: QColor
    muted: QColor
    faint: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    location: QColor
    location_soft: QColor
    unit: QColor
    unit_soft: QColor
    claim: QColor
    claim_soft: QColor
    person: QColor
    person_soft: QColor
    supports: QColor
    supports_soft: QColor
    contradicts: QColor
    contradicts_soft: QColor
    neutral: QColor
    neutral_soft: QColor


class Tint(StrEnum):
    """What a chip, pill or highlight is about; names its two tokens."""

    LOCATION = "location"
    UNIT = "unit"
    CLAIM = "claim"
    PERSON = "person"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MENTIONS = "neutral"
    NEUTRAL = "neutral"
    AMBER = "claim"
    ACCENT = "accent"


LIGHT = Tokens(
    dark=False,
    window=QColor("#f4f5f7"),
    panel=QColor("#ffffff"),
    panel_2=QColor("#fafbfc"),
    line=QColor("#e1e4e9"),
    text=QColor("#1c2330"),
    muted=QColor("#677084"),
    faint=QColor("#98a1b3"),
    accent=QColor("#2f5fd0"),
    accent_soft=QColor("#e8eefc"),
    on_accent=QColor("#ffffff"),
    location=QColor("#0c6f61"),
    location_soft=QColor("#d9f2ec"),
    unit=QColor("#2f5fd0"),
    unit_soft=QColor("#dfe8fd"),
    claim=QColor("#9a5200"),
    claim_soft=QColor("#fdebcf"),
    person=QColor("#7a3fb0"),
    person_soft=QColor("#eee0fa"),
    supports=QColor("#16713f"),
    supports_soft=QColor("#dcf3e6"),
    contradicts=QColor("#b02f26"),
    contradicts_soft=QColor("#fbe1de"),
    neutral=QColor("#596275"),
    neutral_soft=QColor("#e1e4e9"),
)

DARK = Tokens(
    dark=True,
    window=QColor("#14171d"),
    panel=QColor("#1b1f27"),
    panel_2=QColor("#20252e"),
    line=QColor("#2d333e"),
    text=QColor("#e4e8ef"),
    muted=QColor("#97a1b3"),
    faint=QColor("#6b7588"),
    accent=QColor("#7ba2ff"),
    accent_soft=QColor("#25304a"),
    on_accent=QColor("#10141c"),
    location=QColor("#5fd4bf"),
    location_soft=QColor("#163a35"),
    unit=QColor("#8fb0ff"),
    unit_soft=QColor("#22304f"),
    claim=QColor("#f0b45f"),
    claim_soft=QColor("#43321a"),
    person=QColor("#c79bf0"),
    person_soft=QColor("#37264a"),
    supports=QColor("#5fd394"),
    supports_soft=QColor("#173a28"),
    contradicts=QColor("#ff8d84"),
    contradicts_soft=QColor("#45211f"),
    neutral=QColor("#a9b2c2"),
    neutral_soft=QColor("#2d333e"),
)


def colours(tokens: Tokens, tint: Tint) -> tuple[QColor, QColor]:
    """The colour of words and of the ground under them."""
    return getattr(tokens, tint.value), getattr(tokens, f"{tint.value}_soft")


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
