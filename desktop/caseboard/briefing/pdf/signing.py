"""Signs a PDF with a certificate of the analyst's: PAdES baseline B-B, with a time stamp B-T.

After ETSI EN 319 142-1 and RFC 3161, through pyHanko, which is an extra (`sign`) and loaded when it
is asked for. What is signed is certified: later changes other than further signatures show.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, cast

from typing_extensions import override

from caseboard.errors import CaseError
from caseboard.i18n import _

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from pyhanko.sign.timestamps import TimeStamper

Ask = Callable[[bytes], Awaitable[bytes]]
"""Sends a request for a time stamp to a server and gives its answer; raises `CaseError`."""

FIELD: Final = "Signature"
_ROOM: Final = 65_536
"""Characters kept free for a signature, its certificates and a time stamp: 32 kB."""


class Signer:
    """A certificate with its key, ready to sign. The key stays in memory alone."""

    def __init__(self, data: bytes, passphrase: str, *, ask: Ask | None = None) -> None:
        """Read a PKCS#12 file (RFC 7292); with `ask`, signatures are time stamped.

        Raises `CaseError` where this program cannot sign, the passphrase is wrong, the file holds
        no certificate with its key, or the certificate does not hold now.
        """
        _check_there()
        certificate = _certificate(data, passphrase)
        self.holder = certificate.subject.rfc4514_string()
        """Whom it names: anybody who has the signed file can read it."""
        _check_time(certificate)
        self._signer = _loaded(data, passphrase)
        self._ask = ask

    def __call__(self, data: bytes) -> bytes:
        """The bytes of a PDF, signed. Not on a thread whose loop is running.

        Raises `CaseError` where the server of time stamps gives none.
        """
        from pyhanko.pdf_utils.incremental_writer import (  # noqa: PLC0415  an extra
            IncrementalPdfFileWriter,
        )
        from pyhanko.sign import fields, signers, timestamps  # noqa: PLC0415  an extra

        said = signers.PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=fields.MDPPerm.FILL_FORMS,
        )
        stamper = None if self._ask is None else _stamper(self._ask)
        signer = signers.PdfSigner(said, self._signer, timestamper=stamper)
        out = BytesIO()
        writer = IncrementalPdfFileWriter(BytesIO(data))
        try:
            asyncio.run(signer.async_sign_pdf(writer, output=out, bytes_reserved=_ROOM))
        except timestamps.TimestampRequestError as error:
            raise CaseError(
                _("The server gave no time stamp: {problem}").format(problem=error),
                _("Try again later, use another server, or sign without a time stamp."),
            ) from error
        return out.getvalue()


def _check_there() -> None:
    try:
        import pyhanko  # noqa: F401, PLC0415  an extra
    except ModuleNotFoundError as error:
        raise CaseError(
            _("This copy of the program cannot sign."),
            _("Install it with its extra “sign”, which brings the library pyHanko."),
        ) from error


def _certificate(data: bytes, passphrase: str) -> "Certificate":
    from cryptography.hazmat.primitives.serialization import pkcs12  # noqa: PLC0415  slow to load

    try:
        key, certificate, _others = pkcs12.load_key_and_certificates(data, passphrase.encode())
    except ValueError as error:
        raise CaseError(
            _("The certificate could not be opened."),
            _("Look at the passphrase. The file has to be PKCS#12: its name ends in .p12 or .pfx."),
        ) from error
    if key is None or certificate is None:
        raise CaseError(
            _("There is no certificate with its private key in this file."),
            _("Export it once more from where you keep it, and its private key with it."),
        )
    return certificate


def _check_time(certificate: "Certificate") -> None:
    now = datetime.now(UTC)
    if certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        return
    raise CaseError(
        _("The certificate holds from {first} to {last}: not now.").format(
            first=certificate.not_valid_before_utc.date(),
            last=certificate.not_valid_after_utc.date(),
        ),
        _("Take one that holds, or look at the clock of this machine."),
    )


def _loaded(data: bytes, passphrase: str) -> Any:
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415  slow to load
    from pyhanko.sign.general import SigningError  # noqa: PLC0415  an extra
    from pyhanko.sign.signers import SimpleSigner  # noqa: PLC0415  an extra

    try:
        signer = SimpleSigner.load_pkcs12_data(data, (), passphrase.encode())
        signer.get_signature_mechanism_for_digest("sha256")
    except (ValueError, NotImplementedError, UnsupportedAlgorithm, SigningError) as error:
        raise CaseError(
            _("The program cannot sign with a key of this kind."),
            _("Take a certificate with an RSA or an elliptic-curve key."),
        ) from error
    return signer


def _stamper(ask: Ask) -> "TimeStamper":
    from asn1crypto import cms, core, tsp  # noqa: PLC0415  an extra
    from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError  # noqa: PLC0415  an extra

    class Response(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
        """An answer; asn1crypto's own has to hold a stamp, which a refusal does not."""

        _fields = [  # noqa: RUF012  asn1crypto takes no tuple
            ("status", tsp.PKIStatusInfo),
            ("time_stamp_token", cms.ContentInfo, {"optional": True}),
        ]

    class Stamper(TimeStamper):
        """Asks through the program's own way out, and no other."""

        @override
        async def async_request_tsa_response(self, req: Any) -> Any:
            answer = await ask(req.dump())
            try:
                read = Response.load(answer, strict=True)
                problem = _problem(req, read)
            except (ValueError, TypeError) as error:
                raise TimestampRequestError(_("its answer is no time stamp")) from error
            if problem:
                raise TimestampRequestError(problem)
            return read

    made: Any = Stamper  # its library has types for some things only
    return cast("TimeStamper", made())


def _problem(request: Any, answer: Any) -> str:
    """Why an answer is not the one to a request (RFC 3161, 2.4.2); empty where it is.

    pyHanko itself does not compare what was stamped, and fails over a foreign nonce.
    """
    status = answer["status"]["status"].native
    if status != "granted":
        return _("it refused ({status})").format(status=status)
    stamped = answer["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
    if stamped["nonce"].native != request["nonce"].native:
        return _("its answer is to another request")
    if stamped["message_imprint"].native != request["message_imprint"].native:
        return _("its answer is to another request")
    return ""
