"""Signatures under a briefing: made with a certificate of one's own, checked by pyHanko."""

import sys
from io import BytesIO

import pikepdf
import pytest
from briefing_cases import kupiansk, outline
from reading import text

pytest.importorskip("pyhanko")

from asn1crypto import tsp
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from caseboard.briefing import pdf
from caseboard.briefing.pdf.signing import Signer
from caseboard.errors import CaseError
from certificates import PASSPHRASE, issued


@pytest.fixture(scope="module")
def brief():
    return pdf.render(outline(kupiansk()))


@pytest.fixture(scope="module")
def own():
    return issued()


@pytest.fixture(scope="module")
def authority():
    return issued("Stamps", stamps=True)


@pytest.fixture(scope="module")
def signed(brief, own):
    return Signer(own.packed(), PASSPHRASE)(brief)


def checked(data, *trusted):
    (signature,) = PdfFileReader(BytesIO(data)).embedded_signatures
    trust = ValidationContext(trust_roots=[each.asn1 for each in trusted])
    return signature, validate_pdf_signature(signature, trust, trust)


class Stamps:
    """A server of time stamps, asked by hand."""

    def __init__(self, authority):
        self.requests = []
        self._stamper = DummyTimeStamper(authority.asn1, authority.asn1_key)

    async def __call__(self, request):
        self.requests.append(request)
        return self._stamper.request_tsa_response(tsp.TimeStampReq.load(request)).dump()


def answering(data):
    async def ask(_request):
        return data

    return ask


def test_a_signed_briefing_is_intact_and_whole(signed, own):
    signature, status = checked(signed, own)
    assert status.intact
    assert status.valid
    assert status.trusted
    assert status.bottom_line
    assert status.coverage.name == "ENTIRE_FILE"
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert status.timestamp_validity is None


def test_a_signature_of_someone_else_is_not_taken_for_ones_own(signed):
    _signature, status = checked(signed, issued("Somebody else"))
    assert status.intact
    assert not status.trusted


def test_one_changed_byte_shows(signed, own):
    place = signed.index(b"<xmp:CreatorTool>") + 20
    forged = signed[:place] + b"X" + signed[place + 1 :]
    _signature, status = checked(forged, own)
    assert not status.intact


def test_what_is_signed_is_the_same_briefing_with_its_structure(brief, signed):
    assert signed.startswith(brief)
    assert text(signed) == text(brief)
    with pikepdf.open(BytesIO(signed)) as read:
        assert read.Root.MarkInfo.Marked is True
        assert read.check_pdf_syntax() == []


def test_keys_on_elliptic_curves_sign_too(brief):
    certificate = issued(kind="ec")
    _signature, status = checked(Signer(certificate.packed(), PASSPHRASE)(brief), certificate)
    assert status.bottom_line


def test_a_time_stamp_is_asked_for_once_and_holds(brief, own, authority):
    server = Stamps(authority)
    data = Signer(own.packed(), PASSPHRASE, ask=server)(brief)
    _signature, status = checked(data, own, authority)
    assert len(server.requests) == 1
    assert status.bottom_line
    assert status.timestamp_validity.intact
    assert status.timestamp_validity.trusted


def test_a_server_is_told_a_hash_and_nothing_of_the_briefing(brief, own, authority):
    server = Stamps(authority)
    Signer(own.packed(), PASSPHRASE, ask=server)(brief)
    (request,) = server.requests
    assert len(request) < 100
    imprint = tsp.TimeStampReq.load(request)["message_imprint"]
    assert imprint["hash_algorithm"]["algorithm"].native == "sha256"


@pytest.mark.parametrize("answer", [b"", b"<html>no</html>", b"\x30\x82\xff\xff", b"\x30\x00"])
def test_an_answer_that_is_no_time_stamp_is_refused_in_words(brief, own, answer):
    sign = Signer(own.packed(), PASSPHRASE, ask=answering(answer))
    with pytest.raises(CaseError, match="no time stamp") as caught:
        sign(brief)
    assert "without a time stamp" in caught.value.hint


def test_a_time_stamp_that_is_denied_is_told(brief, own):
    said = tsp.PKIStatusInfo({"status": "rejection"}).dump()
    sign = Signer(own.packed(), PASSPHRASE, ask=answering(bytes([0x30, len(said)]) + said))
    with pytest.raises(CaseError, match="it refused \\(rejection\\)"):
        sign(brief)


def test_a_time_stamp_of_another_request_is_refused(brief, own, authority):
    server = Stamps(authority)
    Signer(own.packed(), PASSPHRASE, ask=server)(brief)
    stamper = DummyTimeStamper(authority.asn1, authority.asn1_key)
    other = stamper.request_tsa_response(tsp.TimeStampReq.load(server.requests[0])).dump()
    with pytest.raises(CaseError, match="no time stamp"):
        Signer(own.packed(), PASSPHRASE, ask=answering(other))(brief)


def test_a_wrong_passphrase_is_told_before_anything_is_written(own):
    with pytest.raises(CaseError, match="could not be opened") as caught:
        Signer(own.packed(), "wrong")
    assert "passphrase" in caught.value.hint


@pytest.mark.parametrize(
    "data", [b"", b"-----BEGIN CERTIFICATE-----", b"\x30\x82\x00\x00", b"x" * 999]
)
def test_a_file_that_is_no_certificate_is_told(data):
    with pytest.raises(CaseError, match="could not be opened"):
        Signer(data, "")


def test_a_certificate_without_its_key_is_told(own):
    with pytest.raises(CaseError, match="private key"):
        Signer(own.packed(with_key=False), PASSPHRASE)


@pytest.mark.parametrize(("since", "until"), [(-9, -1), (1, 9)])
def test_a_certificate_that_does_not_hold_now_is_told(since, until):
    certificate = issued(since=since, until=until)
    with pytest.raises(CaseError, match="not now"):
        Signer(certificate.packed(), PASSPHRASE)


def test_whom_a_certificate_names_is_known_beforehand(own):
    assert Signer(own.packed(), PASSPHRASE).holder == "CN=Desk 2"


def test_without_the_library_a_sentence_says_what_to_install(monkeypatch, own):
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    with pytest.raises(CaseError, match="cannot sign") as caught:
        Signer(own.packed(), PASSPHRASE)
    assert "sign" in caught.value.hint
