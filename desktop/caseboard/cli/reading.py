"""A file read as a clip of it would be, without any library."""

import mimetypes
from pathlib import Path

from caseboard.capture import drop as drops
from caseboard.capture.drop import Drop, Intake
from caseboard.capture.reading import Reading
from caseboard.capture.worker import Worker
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.terms import Method


def read(file: Path, worker: Worker, url: str = "") -> tuple[Intake, Reading]:
    """What is taken in and what it says; `url`: where the page was. Raises `CaseError`."""
    if not file.is_file():
        raise CaseError(_("There is no file {name}.").format(name=file))
    intake = drops.sort(Drop(files=(file,), method=Method.FILE))[0]
    media_type = intake.files[0].media_type or mimetypes.guess_type(file.name)[0] or ""
    return intake, worker.read(intake.kind, media_type, file.read_bytes(), url=url)
