"""Values on standard output: JSON, or lines for people."""

import json
import sys
import unicodedata
from typing import Any


def out(value: Any, *, as_json: bool) -> None:
    """Print a value made of dicts, lists and plain values."""
    if as_json:
        json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
        return
    for line in _lines(value):
        sys.stdout.write(f"{line}\n")


def visible(text: str) -> str:
    """`text` on one line, without what would steer a terminal or turn its direction around."""
    kept = (" " if letter.isspace() else letter for letter in text if not _steers(letter))
    return " ".join("".join(kept).split())


def _steers(letter: str) -> bool:
    is_control = unicodedata.category(letter) == "Cc" and not letter.isspace()
    return is_control or unicodedata.bidirectional(letter) in _TURNING


_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def _lines(value: Any, indent: str = "") -> list[str]:
    if isinstance(value, dict):
        return [line for key, held in value.items() for line in _entry(key, held, indent)]
    if isinstance(value, list):
        blocks = [_lines(item, indent) for item in value]
        nested = any(len(block) > 1 for block in blocks)
        return [line for block in blocks for line in ([*block, ""] if nested else block)]
    return [f"{indent}{line}" for line in str(value).splitlines() or [""]]


def _entry(key: str, held: Any, indent: str) -> list[str]:
    if held in ("", None, [], {}):
        return []
    if isinstance(held, dict | list) or "\n" in str(held):
        return [f"{indent}{key}:", *_lines(held, f"{indent}  ")]
    return [f"{indent}{key}: {held}"]
