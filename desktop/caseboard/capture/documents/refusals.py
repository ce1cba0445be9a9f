"""What is said of documents that cannot be read: the same words, whatever their kind."""

from caseboard.errors import CaseError
from caseboard.i18n import _


def too_large() -> CaseError:
    """More bytes, packed or unpacked, than are looked at."""
    return CaseError(_("The document is too large to be read. It is kept as it is."))


def broken() -> CaseError:
    """Not what it claims to be, or not all of it."""
    return CaseError(
        _("The document is broken or incomplete. It is kept as it is."),
        _("If there is another copy of it, add that one too."),
    )


def in_part() -> str:
    """Not all of it could be read."""
    return _("The document is damaged: this is what could still be read of it.")


def locked() -> CaseError:
    """Encrypted."""
    return CaseError(
        _("The document is locked with a password. It is kept as it is."),
        _("Unlock it in the program it is read with, and add the unlocked copy too."),
    )


def no_page() -> CaseError:
    """A web archive without a page that was there."""
    return CaseError(_("There is no page in this file that can be read. It is kept as it is."))


def only_pictures() -> str:
    """A saved page or a document of which nothing but pictures can be read."""
    return _("No words can be read in this file, only its pictures. It is kept as it is.")
