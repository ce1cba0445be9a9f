"""The bytes of what is taken in, put into the library's files before anything else."""

from collections.abc import Sequence
from pathlib import Path

from caseboard.capture.drop import Intake, IntakeFile
from caseboard.commands.clips import KeptClip, KeptFile
from caseboard.store.files import FileStore, Stored


def keep_all(files: FileStore, intakes: Sequence[Intake]) -> list[KeptClip]:
    """Keep the files of all these; raises `CaseError` where the disk will not have them."""
    return [
        KeptClip(
            intake.kind,
            intake.title,
            tuple(_keep(files, file, n) for n, file in enumerate(intake.files)),
            intake.url,
            intake.method,
        )
        for intake in intakes
    ]


def _keep(files: FileStore, file: IntakeFile, ordinal: int) -> KeptFile:
    stored: Stored = files.add(file.data)
    url = file.data.resolve().as_uri() if isinstance(file.data, Path) else file.url
    return KeptFile(stored, file.name, file.media_type, file.role, url, ordinal)
