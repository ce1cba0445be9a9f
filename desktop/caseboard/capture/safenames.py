"""Names as strangers give them, made safe to show. They are never used as paths."""

import re
import unicodedata

_LONGEST = 200
_SLASHES = re.compile(r"[\\/]+")


def shown(name: str) -> str:
    """`name` without control and direction characters, slashes as `_`, on one line.

    Direction marks can make `gpj.exe` read as `exe.jpg`; slashes make a name look like a path.
    """
    return _short(_SLASHES.sub("_", _line(name)))


def title(text: str) -> str:
    """`text` as `shown` shows it, slashes left: words, and no name of a file."""
    return _short(_line(text))


def _line(name: str) -> str:
    kept = "".join(
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", name)
        if character.isspace()
        or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    return " ".join(kept.split())


def _short(tidy: str) -> str:
    return tidy if len(tidy) <= _LONGEST else f"{tidy[: _LONGEST - 1]}…"


def stem(name: str) -> str:
    """What `shown` makes of a file's name without its ending."""
    tidy = shown(name)
    head, dot, tail = tidy.rpartition(".")
    return head if dot and head and len(tail) <= 10 else tidy


def written(name: str) -> str:
    """`name` as given, made fit to be written down: what no file can hold is U+FFFD.

    A name on disk can be bytes that are no UTF-8; Python gives them as lone surrogates.
    """
    return name.encode("utf-8", "surrogateescape" if _has_escapes(name) else "replace").decode(
        "utf-8", "replace"
    )


def _has_escapes(name: str) -> bool:
    return all(not 0xD800 <= ord(c) <= 0xDFFF or 0xDC80 <= ord(c) <= 0xDCFF for c in name)
