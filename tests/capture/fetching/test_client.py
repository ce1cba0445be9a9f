"""The HTTP client of one fetch: what it sends, to whom, and through whom."""

import asyncio
import contextlib
import re

import pytest
from fetches import PUBLIC, REFUSED, Broken, NoNetwork, Rerouted, fetched, is_sound, records

import websites
from caseboard.capture.fetching.fetched import NotFetched
from socksserver import IPV4, NAME, SocksServer


@pytest.fixture
def socks(web):
    server = SocksServer(web.port)
    yield server
    server.close()


async def refusal(url, folder, **changes):
    with pytest.raises(NotFetched) as caught:
        await fetched(url, folder, **changes)
    return caught.value


async def test_little_is_said_of_the_one_who_asks(web, tmp_path):
    await fetched(web.url("/chain/2"), tmp_path, user_agent="A  name\r\nof Jürgen")
    for request in web.requests:
        assert sorted(request.headers) == ["Accept", "Accept-Encoding", "Host", "User-Agent"]
        assert request.headers["User-Agent"] == "A name of J?rgen"
        assert request.headers["Accept-Encoding"] == "gzip, deflate"


async def test_what_was_sent_is_what_the_archive_says_was_sent(web, tmp_path):
    page = await fetched(web.url("/cookie?a=b"), tmp_path)
    kept = [r.http for r in records(page.warc) if r.kind == "request"]
    assert [http.headers for http in kept] == [list(r.headers.items()) for r in web.requests]
    assert [http.statusline for http in kept] == [f"{r.path} HTTP/1.1" for r in web.requests]


async def test_cookies_last_for_one_fetch_and_no_longer(web, tmp_path):
    for name in ("first", "second"):
        web.requests.clear()
        (tmp_path / name).mkdir()
        page = await fetched(web.url("/cookie"), tmp_path / name)
        assert b"Cookie seen=1" in page.body.read_bytes()
        assert [r.headers.get("Cookie") for r in web.requests] == [None, "seen=1"]


async def test_a_cookie_that_cannot_be_sent_is_dropped(web, tmp_path):
    cookies = [("Set-Cookie", "bad=\u0082"), ("Set-Cookie", "good=1"), ("Location", "/article")]
    web.add("/odd", b"", headers=cookies, status=302)
    await fetched(web.url("/odd"), tmp_path)
    assert web.requests[1].headers["Cookie"] == "good=1"


async def test_nothing_is_taken_from_the_environment(web, tmp_path, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login user password secret")
    monkeypatch.setenv("NETRC", str(netrc))
    (tmp_path / "scratch").mkdir()
    await fetched(web.url("/article"), tmp_path / "scratch")
    assert all("Authorization" not in request.headers for request in web.requests)


async def test_a_socks_proxy_is_sent_names_and_nothing_is_looked_up_here(socks, tmp_path):
    class Unresolving(Rerouted):
        async def resolve(self, host, _port):
            assert host == "127.0.0.1"
            return [host]

        async def connect(self, address, port, seconds):
            self.connected.append((address, port))
            return await super(Rerouted, self).connect(address, port, seconds)

    network = Unresolving(0)
    page = await fetched(
        "http://example.org/article", tmp_path, proxy=socks.url, allow_private=False,
        network=network,
    )  # fmt: skip
    assert page.body.read_bytes() == websites.ARTICLE
    assert len(page.files) == 9
    assert {(kind, host) for kind, host, _port in socks.asked} == {(NAME, "example.org")}
    assert {f"socks5://{host}:{port}" for host, port in network.connected} == {socks.url}
    assert page.exchange.network == "through a SOCKS proxy"
    response = next(r for r in records(page.warc) if r.kind == "response")
    assert response.headers.get_header("WARC-IP-Address") is None  # the proxy's would be a lie
    assert is_sound(page.warc)


async def test_tor_is_reached_through_a_proxy(socks, tmp_path):
    onion = f"{'a' * 56}.onion"
    page = await fetched(
        f"http://{onion}/photo.jpg", tmp_path, proxy=socks.url, allow_private=False
    )
    assert page.media_type == "image/jpeg"
    assert socks.asked == [(NAME, onion, 80)]


async def test_tls_goes_through_a_socks_proxy(web, tmp_path, monkeypatch):
    port = int(web.secure("").rsplit(":", 1)[-1])
    monkeypatch.setenv("SSL_CERT_FILE", str(web.certificate))
    server = SocksServer(port)
    page = await fetched(
        f"https://example.com:{port}/photo.jpg", tmp_path, proxy=server.url, allow_private=False
    )
    server.close()
    assert page.media_type == "image/jpeg"
    assert server.asked == [(NAME, "example.com", port)]
    assert page.exchange.tls["verified"] is True


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:10.0.0.1]", "localhost",
             "intranet", "nas.local", "db.internal"],
)  # fmt: skip
async def test_private_addresses_are_not_sent_to_a_proxy_either(socks, tmp_path, host):
    error = await refusal(f"http://{host}/article", tmp_path, proxy=socks.url, allow_private=False)
    assert re.search("this machine or its network|no address of the web", str(error))
    assert socks.asked == []


async def test_a_public_address_may_be_sent_to_a_proxy(socks, tmp_path):
    await fetched(f"http://{PUBLIC}/photo.jpg", tmp_path, proxy=socks.url, allow_private=False)
    assert socks.asked[0][0] == IPV4


async def test_an_http_proxy_is_asked_for_the_whole_address(web, tmp_path):
    page = await fetched(
        "http://example.org/photo.jpg", tmp_path, proxy=web.url(""), allow_private=False
    )
    assert web.paths == ["http://example.org/photo.jpg"]
    assert page.exchange.network == "through an HTTP proxy"


async def test_an_http_proxy_is_asked_for_a_tunnel_to_a_secure_site(web, tmp_path, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(web.certificate))
    port = int(web.secure("").rsplit(":", 1)[-1])
    asked = []

    async def copy(reader, writer):
        with contextlib.suppress(OSError):
            while data := await reader.read(65_536):
                writer.write(data)
        writer.close()

    async def tunnel(reader, writer):
        asked.append((await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")[0])
        there = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"HTTP/1.1 200 Go on\r\n\r\n")
        await asyncio.gather(copy(reader, there[1]), copy(there[0], writer))

    server = await asyncio.start_server(tunnel, "127.0.0.1", 0)
    proxy = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    page = await fetched(
        "https://example.com/photo.jpg", tmp_path, proxy=proxy, allow_private=False
    )
    server.close()
    await server.wait_closed()
    assert asked == [b"CONNECT example.com:443 HTTP/1.1"]
    assert page.media_type == "image/jpeg"
    assert page.exchange.tls["verified"] is True


async def test_a_proxy_that_refuses_is_named_as_such(web, tmp_path):
    server = SocksServer(web.port, refuses=True)
    error = await refusal("http://example.org/", tmp_path, proxy=server.url)
    server.close()
    assert "The proxy did not let the request through" in str(error)


async def test_a_proxy_that_is_not_there_is_named_as_such(tmp_path):
    error = await refusal(
        "http://example.org/", tmp_path, proxy="socks5://127.0.0.1:9", network=Broken(REFUSED)
    )
    assert "The proxy could not be reached" in str(error)
    assert error.warc is None


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad request\r\n\r\n", b"", None])
async def test_what_is_no_socks_proxy_is_named_as_such(tmp_path, answer):
    async def talk(reader, writer):
        await reader.read(3)
        if answer is None:
            await reader.read()
        else:
            writer.write(answer)
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    proxy = f"socks5://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    error = await refusal("http://example.org/", tmp_path, proxy=proxy, quiet_seconds=0.2)
    server.close()
    await server.wait_closed()
    assert "The proxy did not let the request through: no answer" in str(error)


@pytest.mark.parametrize("proxy", ["nonsense", "ftp://127.0.0.1:1", "socks5://[", "socks5://"])
async def test_what_is_no_address_of_a_proxy_is_said_before_anything_is_asked(tmp_path, proxy):
    error = await refusal("http://example.org/", tmp_path, proxy=proxy, network=NoNetwork())
    assert "is no address of a proxy" in str(error)
