"""Signing what is written out: whose certificate, and who stamps the time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from caseboard.briefing.release import Ceiling
from caseboard.capture.fetching import stamp
from caseboard.capture.fetching.client import Client
from caseboard.capture.fetching.network import Network
from caseboard.commands import outward
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.work import Briefing
from caseboard.runtime.settings import Settings

MOST: Final = 1_000_000
"""Bytes of a certificate's file."""


@dataclass(frozen=True, slots=True)
class Signing:
    """What was chosen: nothing of it is kept anywhere."""

    certificate: Path
    """A PKCS#12 file."""
    passphrase: str = field(repr=False)
    stamp_server: str = ""
    """The address of a time stamp server; empty: none, and the network is not used."""


def warning(briefing: Briefing, ceiling: Ceiling | None) -> str:
    """What a signature gives away that the document itself keeps back; empty where nothing."""
    if briefing.is_author_withheld or (ceiling is not None and ceiling.hides_collector):
        return _(
            "The signature names the holder of the certificate to every reader, though this copy"
            " leaves out who collected or wrote."
        )
    return ""


def signer(signing: Signing, settings: Settings) -> Callable[[bytes], bytes]:
    """What signs a PDF so; a server is asked as the settings say that sites are.

    Blocks, and so does what it gives back: to be called on a thread without a loop. Raises
    `CaseError` where the certificate cannot be used or the address is none; what it gives back
    raises it where no time stamp comes.
    """
    from caseboard.briefing.pdf.signing import Signer  # noqa: PLC0415  few briefings are signed

    data = _read(signing.certificate)
    if not signing.stamp_server:
        return Signer(data, signing.passphrase)
    url = stamp.checked(signing.stamp_server)
    rules = outward.tile_rules(settings, allow_private=stamp.is_here(url))

    async def ask(request: bytes) -> bytes:
        async with Client(rules, Network()) as client:
            return await stamp.ask(client, url, request, rules)

    return Signer(data, signing.passphrase, ask=ask)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise CaseError(
            _("The certificate {name} could not be read.").format(name=path.name),
            str(error.strerror or ""),
        ) from error
    if len(data) > MOST:
        raise CaseError(_("{name} is too large to be a certificate.").format(name=path.name))
    return data
