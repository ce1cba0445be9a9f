"""Dialogs that ask for files, awaited like any other."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from caseboard.ui.lib.asyncui import ask


async def choose_files(parent: QWidget, title: str, filters: str = "") -> list[Path]:
    """The files the user picks to read; none where they think better of it."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return await _chosen(dialog, filters)


async def choose_folder(parent: QWidget, title: str) -> Path | None:
    """The folder the user picks, or None."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(await _chosen(dialog, "")), None)


async def choose_target(parent: QWidget, title: str, name: str, filters: str = "") -> Path | None:
    """Where the user wants a file to be written, or None; Qt asks before one is replaced."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    return next(iter(await _chosen(dialog, filters)), None)


async def _chosen(dialog: QFileDialog, filters: str) -> list[Path]:
    if filters:
        dialog.setNameFilter(filters)
    is_accepted = await ask(dialog)
    chosen = [Path(name) for name in dialog.selectedFiles()] if is_accepted else []
    dialog.deleteLater()
    return chosen
