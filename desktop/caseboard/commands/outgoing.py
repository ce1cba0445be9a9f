"""Files that leave the library."""

from pathlib import Path

from caseboard.errors import CaseError
from caseboard.i18n import _


def put(target: Path, data: bytes) -> None:
    """Write `data` at `target`, whole or not at all; raises `CaseError` where that cannot be."""
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        raise CaseError(
            _("{name} could not be written: {reason}.").format(
                name=target.name, reason=error.strerror or error
            ),
            _("Choose another folder, or make room on the disk."),
        ) from error
    finally:
        part.unlink(missing_ok=True)
