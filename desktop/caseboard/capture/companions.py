"""The pictures that lie beside a saved page."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from caseboard.capture import sniff, urls

_MAX = 500


def companions(html_path: Path, refs: Iterable[str]) -> list[Path]:
    """Those of `refs`, addresses as a page writes them, that are pictures in its own folder.

    In the order of `refs`; one call with one of them says what belongs to it. Nothing above or
    outside the page's folder is ever looked at, not through `..`, an absolute path, a drive
    letter or a symbolic link; only what its first bytes show to be a picture counts, whatever
    its name.
    """
    folder = html_path.resolve().parent
    found: list[Path] = []
    for ref in refs:
        path = _inside(folder, ref)
        if path is not None and len(found) < _MAX and _is_picture(path):
            found.append(path)
    return found


def _inside(folder: Path, ref: str) -> Path | None:
    pieces = urls.split(ref)
    name = unquote(pieces.path)
    if pieces.scheme or pieces.netloc or not name or name.startswith("/"):
        return None
    if "\\" in name or ":" in name or any(ord(character) < 32 for character in name):
        return None
    try:
        path = (folder / name).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):  # not there, or a loop of links
        return None
    return path if path.is_relative_to(folder) and path.is_file() else None


def _is_picture(path: Path) -> bool:
    try:
        return sniff.of_file(path) in sniff.IMAGES
    except OSError:
        return False
