"""Files that are kept with their hash and not read: what is said of each kind."""

from caseboard.capture import sniff
from caseboard.errors import CaseError
from caseboard.i18n import _

ARCHIVES = frozenset(
    {
        "application/zip",
        "application/gzip",
        "application/x-7z-compressed",
        "application/vnd.rar",
        "application/x-xz",
        "application/zstd",
    }
)

_OFFICE = frozenset(
    {
        sniff.OLE,
        sniff.RTF,
        sniff.EPUB,
        sniff.XLSX,
        sniff.PPTX,
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.presentation",
    }
)


def sentence(media_type: str) -> CaseError:
    """Why nothing is read from a file of this media type, and what to do."""
    if media_type == sniff.EMPTY:
        return CaseError(
            _("This file is empty: there is not a single byte in it. It is kept all the same."),
            _("Look whether it was saved or copied to the end."),
        )
    if media_type in ARCHIVES:
        return CaseError(
            _("Archives are kept as they are, but not unpacked."),
            _("Unpack it and add the files or the folder."),
        )
    if media_type == sniff.OUTLOOK or media_type in _OFFICE:
        return _of_an_office(media_type)
    if media_type.startswith("video/"):
        return CaseError(_("Films are kept as they are, but not read."))
    if media_type.startswith("audio/"):
        return CaseError(_("Sound recordings are kept as they are, but not read."))
    return CaseError(_("Files of this kind are kept as they are, but not read yet."))


def _of_an_office(media_type: str) -> CaseError:
    if media_type == sniff.OUTLOOK:
        return CaseError(
            _("Mail that Outlook saved as .msg is kept as it is, but not read."),
            _("Open it in a mail program, save it as .eml, and add that too."),
        )
    return CaseError(
        _("Documents of this kind are kept as they are, but not read yet."),
        _("Open it in the program it was made with, save it as PDF, and add that too."),
    )
