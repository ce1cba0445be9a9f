"""Showing where a file lies."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_in_folder(path: Path) -> bool:
    """Open the folder of `path` in the system's file manager; whether there was one to ask."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
