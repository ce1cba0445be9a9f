"""Signing what is written out, and having its time stamped."""

from io import BytesIO

import pikepdf
import pytest

pytest.importorskip("pyhanko")

from asn1crypto import tsp
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps import DummyTimeStamper

from caseboard.commands.signing_briefings import MOST, Signing, signer
from caseboard.errors import CaseError
from caseboard.runtime.settings import Settings
from certificates import PASSPHRASE, issued


@pytest.fixture(scope="module")
def own():
    return issued()


@pytest.fixture(scope="module")
def brief():
    out = BytesIO()
    with pikepdf.new() as empty:
        empty.add_blank_page()
        empty.save(out)
    return out.getvalue()


@pytest.fixture
def path(tmp_path, own):
    path = tmp_path / "desk.p12"
    path.write_bytes(own.packed())
    return path


def signatures(data):
    return PdfFileReader(BytesIO(data)).embedded_signatures


def test_a_briefing_is_signed_without_the_network(path, brief, web):
    sign = signer(Signing(path, PASSPHRASE), Settings())
    assert len(signatures(sign(brief))) == 1
    assert web.requests == []


def test_a_time_stamp_comes_from_the_server_that_was_named(path, brief, web):
    authority = issued("Stamps", stamps=True)
    stamper = DummyTimeStamper(authority.asn1, authority.asn1_key)

    def page(visit):
        request = tsp.TimeStampReq.load(visit.handler.body)
        visit.answer(stamper.request_tsa_response(request).dump())

    url = web.add_page("/tsr", page)
    data = signer(Signing(path, PASSPHRASE, url), Settings())(brief)
    (signature,) = signatures(data)
    kinds = [each["type"].native for each in signature.signer_info["unsigned_attrs"]]
    assert kinds == ["signature_time_stamp_token"]
    assert web.paths == ["/tsr"]


def test_a_server_that_refuses_is_told_and_nothing_is_signed(path, brief, web):
    sign = signer(Signing(path, PASSPHRASE, web.url("/none")), Settings())
    with pytest.raises(CaseError, match="404"):
        sign(brief)


def test_an_address_that_is_none_is_told_before_anything_is_written(path):
    with pytest.raises(CaseError, match="time stamp server"):
        signer(Signing(path, PASSPHRASE, "tsa.example.org"), Settings())


def test_a_certificate_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CaseError, match=r"gone\.p12"):
        signer(Signing(tmp_path / "gone.p12", ""), Settings())


def test_a_file_too_large_for_a_certificate_is_not_read(tmp_path):
    path = tmp_path / "film.p12"
    path.write_bytes(b"x" * (MOST + 1))
    with pytest.raises(CaseError, match="too large"):
        signer(Signing(path, ""), Settings())


def test_a_passphrase_is_never_shown():
    assert "secret" not in repr(Signing("desk.p12", "secret"))
