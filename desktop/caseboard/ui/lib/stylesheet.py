"""The palette and style sheet that make Fusion look like the program."""

from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette

from caseboard.ui.lib.fonts import Families
from caseboard.ui.lib.sheet import SHEET
from caseboard.ui.lib.tokens import Tokens

Group = QPalette.ColorGroup
Role = QPalette.ColorRole


def palette(tokens: Tokens) -> QPalette:
    """The tokens in the roles Qt draws with."""
    palette = QPalette()
    for role, color in _roles(tokens).items():
        palette.setColor(role, color)
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText):
        palette.setColor(Group.Disabled, role, tokens.faint)
    palette.setColor(Group.Disabled, Role.Highlight, tokens.line)
    return palette


def style_sheet(tokens: Tokens, scale: float, families: Families, resources: Path) -> str:
    """The style sheet in these colours and fonts, with every length times `scale`."""
    folder = resources / "controls" / ("dark" if tokens.dark else "light")
    lengths = {f"px{n}": f"{max(1, round(n * scale))}px" for n in range(1, 65)}
    ring = (round(14 * scale) + 2) // 2  # Qt draws a corner square where the radius is too large
    lengths |= {
        "ring": f"{ring}px",
        "fine": f"{11.5 * scale:.1f}px",
        "fine_2": f"{12 * scale:.1f}px",
    }
    lengths |= {"read": f"{15.5 * scale:.1f}px"}
    fonts = {"mono": _quoted(families.mono), "reading": _quoted(families.reading)}
    return Template(SHEET).substitute(lengths | fonts | _names(tokens), controls=folder.as_posix())


def _names(tokens: Tokens) -> dict[str, str]:
    colors = {k: v for k, v in vars(tokens).items() if isinstance(v, QColor)}
    names = {name: color.name() for name, color in colors.items()}
    hover = tokens.accent.lighter(108) if tokens.dark else tokens.accent.darker(108)
    return names | {"accent_hover": hover.name()}


def _quoted(families: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in families)


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, QColor]:
    return {
        Role.Window: tokens.window,
        Role.WindowText: tokens.text,
        Role.Base: tokens.panel,
        Role.AlternateBase: tokens.panel_2,
        Role.Text: tokens.text,
        Role.PlaceholderText: tokens.muted,
        Role.Button: tokens.panel,
        Role.ButtonText: tokens.text,
        Role.BrightText: tokens.contradicts,
        Role.ToolTipBase: tokens.panel,
        Role.ToolTipText: tokens.text,
        Role.Light: tokens.panel_2,
        Role.Midlight: tokens.line,
        Role.Mid: tokens.line,
        Role.Dark: tokens.faint,
        Role.Shadow: tokens.window,
        Role.Highlight: tokens.accent_soft,
        Role.HighlightedText: tokens.text,
        Role.Accent: tokens.accent,
        Role.Link: tokens.accent,
        Role.LinkVisited: tokens.person,
    }
