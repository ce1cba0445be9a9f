"""Names, styles and signs of features, as publishers of maps write them.

Styles are simplestyle 1.1.0. DeepStateMap writes a name as `uk /// en /// key` and the picture of
a point into its description: `{icon=arrow_12}` is an attack towards the west.
"""

import html
import re
from collections.abc import Mapping
from typing import Any

_LONGEST_NAME, _LONGEST_TEXT = 300, 2_000
_BETWEEN = re.compile(r"\s*///\s*")
_KEY = re.compile(r"geoJSON\.[\w.#-]+")
_ICON = re.compile(r"\{icon=([\w-]+)[^{}]{0,80}\}")
_BRACES = re.compile(r"\{\{?[^{}]{0,200}\}?\}")
_MARKUP = re.compile(r"<[^<>]{0,2000}>")
_SPACE = re.compile(r"[\s\u00a0]+")
_ARROW = re.compile(r"arrow_(\d{1,2})")
_STEP = 22.5
"""Degrees between DeepStateMap's arrows; the sixteenth points north."""
_COLOUR = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_NAME_KEYS = ("name", "title", "label", "назва", "название")
_NAME_IN = re.compile(r"name[:_](en|uk|ru|pl|de|fr|be)")
_COLOURS = ("stroke", "fill", "marker-color")
_SHARES = ("stroke-opacity", "fill-opacity")
_WIDEST = 20.0


def properties(given: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a feature: names, description, style, sign; anything else is left."""
    found: dict[str, Any] = {}
    lower = {str(key).lower(): value for key, value in list(given.items())[:200]}
    found |= names(lower)
    words, sign = described(lower)
    found |= words
    found |= sign
    found |= style(lower)
    return found


def names(given: Mapping[str, Any]) -> dict[str, str]:
    """`name`, and `name:en`, `name:uk` … as far as they are told apart."""
    whole = next((_text(given[key]) for key in _NAME_KEYS if given.get(key)), "")
    found = _in_two(whole, _LONGEST_NAME, "name")
    for key, value in given.items():
        known = _NAME_IN.fullmatch(key)
        if known and _text(value):
            found[f"name:{known[1]}"] = plain(_text(value), _LONGEST_NAME)
    if "name" not in found:
        other = next(iter(found.values()), "")
        return {"name": other, **found} if other else {}
    return found


def described(given: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """Its description in plain words, and the sign that is drawn at a point."""
    whole = _text(given.get("description") or given.get("desc"))
    icon = _ICON.search(whole)
    kind = icon[1] if icon else _text(given.get("marker-symbol"))
    return _in_two(whole, _LONGEST_TEXT, "description"), _sign(kind, given.get("arrow"))


def style(given: Mapping[str, Any]) -> dict[str, Any]:
    """The simplestyle properties that are sound: colours `#rrggbb`, shares 0 to 1, pixels."""
    found: dict[str, Any] = {}
    for key in _COLOURS:
        if known := colour(given.get(key)):
            found[key] = known
    for key in _SHARES:
        share = _number(given.get(key))
        if share is not None and 0 <= share <= 1:
            found[key] = round(share, 3)
    width = _number(given.get("stroke-width"))
    if width is not None and 0 <= width <= _WIDEST:
        found["stroke-width"] = width
    return found


def colour(value: Any) -> str:
    """`#rrggbb` in small letters; empty for what is no colour."""
    known = _COLOUR.fullmatch(value.strip()) if isinstance(value, str) else None
    if known is None:
        return ""
    digits = known[1].lower()
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits[:6]}"


def plain(text: str, longest: int) -> str:
    """Words without markup, on one line."""
    bare = html.unescape(_MARKUP.sub(" ", text[: 4 * longest]))
    return _SPACE.sub(" ", _BRACES.sub(" ", bare)).strip()[:longest]


def _in_two(whole: str, longest: int, key: str) -> dict[str, str]:
    """The Ukrainian and English halves of DeepStateMap's texts; others are in no language."""
    parts = [plain(part, longest) for part in _BETWEEN.split(whole[: 8 * longest])]
    words = [part for part in parts if part and not _KEY.fullmatch(part)]
    if not words:
        return {}
    if len(parts) < 2 or len(words) != 2:
        return {key: " / ".join(words)[:longest]}
    return {key: words[1], f"{key}:uk": words[0], f"{key}:en": words[1]}


def _sign(kind: str, bearing: Any) -> dict[str, Any]:
    known = _ARROW.fullmatch(kind)
    if known and 1 <= int(known[1]) <= 16:
        return {"marker-symbol": "arrow", "arrow": int(known[1]) % 16 * _STEP}
    found: dict[str, Any] = {"marker-symbol": plain(kind, 60)} if kind else {}
    degrees = _number(bearing)
    if degrees is not None and 0 <= degrees <= 360:
        found["arrow"] = degrees % 360
    return found


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _number(value: Any) -> float | None:
    """A finite number, also where it was written as text."""
    try:
        number = float(value) if not isinstance(value, bool) else None
    except (TypeError, ValueError, OverflowError):
        return None
    return number if number is not None and abs(number) < 1e9 else None
