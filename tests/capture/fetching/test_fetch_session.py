"""One fetch's talk with the web: addresses, TLS, failures."""

import hashlib
import socket
import ssl
from datetime import UTC, datetime

import httpcore
import pytest
from fetches import PUBLIC, REFUSED, Broken, NoNetwork, Rerouted, fetched, is_sound, records

import websites
from caseboard.capture.fetching.fetched import NotFetched


async def refusal(url, folder, **changes):
    with pytest.raises(NotFetched) as caught:
        await fetched(url, folder, **changes)
    assert caught.value.hint
    return caught.value


async def test_a_public_name_is_asked_at_its_vetted_address(web, tmp_path):
    network = Rerouted(web.port, example_org=[PUBLIC])
    page = await fetched(
        "http://example.org/photo.jpg", tmp_path, allow_private=False, network=network
    )
    assert page.media_type == "image/jpeg"
    assert network.connected == [(PUBLIC, 80)]
    assert web.requests[0].host == "example.org"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "0x7f000001", "0177.0.0.1", "2130706433", "[::1]", "localhost",
             "[::ffff:7f00:1]", "[2002:7f00:1::]", "[64:ff9b::7f00:1]", "0.0.0.0",
             "169.254.169.254", "100.64.0.1", "[fe80::1%25lo]", "127。0。0。1"],
)  # fmt: skip
async def test_no_address_of_this_machine_or_its_network_is_asked(tmp_path, host):
    error = await refusal(f"http://{host}/", tmp_path, allow_private=False, network=NoNetwork())
    assert error.warc is None


async def test_a_redirect_to_a_private_address_is_not_followed(web, tmp_path):
    network = Rerouted(web.port, example_org=[PUBLIC])
    error = await refusal(
        "http://example.org/private", tmp_path, allow_private=False, network=network
    )
    assert "10.11.12.13 is an address of this machine or its network" in str(error)
    assert network.connected == [(PUBLIC, 80)]
    assert error.exchange.reached == "http://10.11.12.13/admin"
    assert is_sound(error.warc)


async def test_a_name_that_turns_private_between_two_hops_is_refused(web, tmp_path):
    network = Rerouted(web.port, example_org=[[PUBLIC], ["127.0.0.1"]])
    web.pages["/on"] = lambda visit: visit.answer(
        b"", {"Location": "/article", "Connection": "close"}, 302
    )
    error = await refusal("http://example.org/on", tmp_path, allow_private=False, network=network)
    assert "127.0.0.1 is an address of this machine" in str(error)
    assert network.connected == [(PUBLIC, 80)]


async def test_a_picture_at_a_private_address_is_noted_as_missing(web, tmp_path):
    network = Rerouted(web.port, example_org=[PUBLIC], inside_org=["10.1.2.3"])
    web.add("/page", '<!doctype html><img src="http://inside.org/a.jpg"><img src="/photo.jpg">')
    page = await fetched("http://example.org/page", tmp_path, allow_private=False, network=network)
    assert [file.url for file in page.files] == ["http://example.org/photo.jpg"]
    (missed,) = page.exchange.missing
    assert missed["url"] == "http://inside.org/a.jpg"
    assert "10.1.2.3 is an address of this machine or its network" in missed["reason"]


async def test_a_secure_connection_is_recorded(web, tmp_path, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(web.certificate))
    page = await fetched(web.secure("/article"), tmp_path)
    tls = page.exchange.tls
    der = ssl.PEM_cert_to_DER_cert(web.certificate.read_text())
    assert page.body.read_bytes() == websites.ARTICLE
    assert tls["version"] == "TLSv1.3"
    assert tls["cipher"]
    assert tls["subject"] == "organizationName=Caseboard tests, commonName=localhost"
    assert tls["issuer"] == tls["subject"]
    assert tls["sha256"] == hashlib.sha256(der).hexdigest()
    assert tls["verified"] is True
    begins, ends = map(datetime.fromisoformat, (tls["not_before"], tls["not_after"]))
    assert begins <= datetime.now(UTC) <= ends
    assert is_sound(page.warc)


async def test_tls_is_spoken_with_the_name_though_the_address_is_connected_to(
    web, tmp_path, monkeypatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(web.certificate))
    port = int(web.secure("").rsplit(":", 1)[-1])
    network = Rerouted(port, example_com=[PUBLIC])
    page = await fetched(
        "https://example.com/photo.jpg", tmp_path, allow_private=False, network=network
    )
    assert network.connected == [(PUBLIC, 443)]
    assert page.exchange.tls["verified"] is True


async def test_a_certificate_of_another_name_is_not_accepted(web, tmp_path, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(web.certificate))
    port = int(web.secure("").rsplit(":", 1)[-1])
    network = Rerouted(port, example_org=[PUBLIC])
    error = await refusal("https://example.org/article", tmp_path, network=network)
    assert "example.org could not prove that it is example.org" in str(error)
    assert web.requests == []


async def test_a_certificate_that_nobody_vouches_for_is_not_accepted(web, tmp_path):
    error = await refusal(web.secure("/article"), tmp_path)
    assert "could not prove that it is 127.0.0.1: self-signed certificate" in str(error)
    assert web.requests == []
    assert error.warc is None


async def test_http_where_tls_is_expected_is_no_secure_connection(web, tmp_path):
    error = await refusal(web.url("/article").replace("http:", "https:"), tmp_path)
    assert "No secure connection to 127.0.0.1" in str(error)


@pytest.mark.parametrize(
    ("error", "words", "attempts"),
    [
        (REFUSED, "example.org could not be reached.", 1),
        (httpcore.ConnectTimeout(), "could not be reached in time", 2),
        (httpcore.ReadError(), "closed the connection without an answer", 2),
    ],
)
async def test_a_failure_to_connect_is_said_in_words(tmp_path, error, words, attempts):
    class Known(Broken):
        async def resolve(self, *_where):
            return [PUBLIC]

    network = Known(error)
    refused = await refusal("http://example.org/", tmp_path, network=network)
    assert words in str(refused)
    assert network.attempts == attempts
    assert refused.warc is None  # nothing was sent


async def test_a_name_that_does_not_exist_is_said_in_words(tmp_path):
    class Unknown(NoNetwork):
        async def resolve(self, *_where):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    error = await refusal("http://nowhere.example.org/", tmp_path, network=Unknown())
    assert "There is no site nowhere.example.org" in str(error)
    assert error.warc is None


async def test_an_address_in_other_letters_is_asked_by_its_ascii_name(web, tmp_path):
    network = Rerouted(web.port)
    network._names["xn--l1akd2f.xn--j1amh"] = [PUBLIC]
    page = await fetched("http://міст.укр/новини?як=що", tmp_path, network=network)
    assert page.exchange.status == 404
    asked = next(r for r in records(page.warc) if r.kind == "request")
    assert asked.url.startswith("http://xn--")
    assert asked.url.isascii()


async def test_headers_that_are_no_ascii_are_kept(web, tmp_path):
    def odd(visit):
        visit.write(
            b"HTTP/1.1 200 Sch\xf6n\r\nX-Place: K\xf6ln\r\nx-city: " + "Київ".encode() +
            b"\r\nContent-Length: 4\r\n\r\nword"
        )  # fmt: skip

    page = await fetched(web.add_page("/odd", odd), tmp_path)
    assert page.exchange.headers[:2] == (("X-Place", "Köln"), ("x-city", "Київ"))
    kept = next(r for r in records(page.warc) if r.kind == "response")
    assert kept.http.headers[:2] == [("X-Place", "Köln"), ("x-city", "Київ")]
    assert is_sound(page.warc)


async def test_bodies_of_redirects_are_not_taken_at_length(web, tmp_path):
    web.add("/wordy", b"x" * 3_000_000, headers={"Location": "/photo.jpg"}, status=302)
    page = await fetched(web.url("/wordy"), tmp_path)
    assert page.media_type == "image/jpeg"
    first = next(r for r in records(page.warc) if r.kind == "response")
    assert len(first.raw) == 1_000_000
    assert first.headers.get_header("WARC-Truncated") == "length"
