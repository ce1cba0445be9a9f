"""Fetching a page, or whatever a link leads to, from a server on this machine."""

import asyncio
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from fetches import NoNetwork, fetched, is_sound, records

import websites
from caseboard.capture import pages
from caseboard.capture.documents import warc
from caseboard.capture.fetching.fetched import NotFetched
from caseboard.capture.fetching.network import Network
from support import child_environment, until


async def refusal(url, folder, **changes):
    with pytest.raises(NotFetched) as caught:
        await fetched(url, folder, **changes)
    assert caught.value.hint
    return caught.value


async def test_a_page_comes_with_all_that_belongs_to_it(web, tmp_path):
    page = await fetched(web.url("/article"), tmp_path)
    assert page.body.read_bytes() == websites.ARTICLE
    assert (page.media_type, page.name, page.charset) == ("text/html", "article.html", "utf-8")
    assert [(file.kind, file.url.removeprefix(web.url("/"))) for file in page.files] == [
        ("picture", "pictures/lead.jpg"),
        ("picture", "pictures/bridge.jpg"),
        ("style", "style.css"),
        ("picture", "favicon.png"),
        ("font", "fonts/text.woff2"),
        ("picture", "pictures/behind.png"),
        ("style", "more.css"),
        ("picture", "pictures/back.png"),
        ("picture", "pictures/head.png"),
    ]
    assert page.files[2].path.read_bytes() == websites.STYLE
    assert page.exchange.missing == ()


async def test_every_question_and_answer_stands_in_the_archive(web, tmp_path):
    page = await fetched(web.url("/chain/3"), tmp_path)
    kept = records(page.warc)
    responses = [record for record in kept if record.kind == "response"]
    requests = [record for record in kept if record.kind == "request"]
    assert is_sound(page.warc)
    assert sorted(record.url for record in responses) == sorted(map(web.url, web.paths))
    assert sorted(record.url for record in requests) == sorted(map(web.url, web.paths))
    assert all(r.headers.get_header("WARC-IP-Address") == "127.0.0.1" for r in responses)
    by_url = {record.url: record for record in responses}
    assert by_url[web.url("/article")].raw == websites.ARTICLE
    assert by_url[web.url("/style.css")].raw == websites.STYLE
    assert by_url[web.url("/chain/2")].http.get_statuscode() == "307"
    assert by_url[web.url("/chain/2")].http.get_header("Location") == "/chain/1"


async def test_the_exchange_says_what_happened(web, tmp_path):
    before = datetime.now(UTC)
    said = (await fetched(web.url("/chain/2#part"), tmp_path)).exchange
    assert said.asked == web.url("/chain/2#part")
    assert said.reached == web.url("/article")
    assert said.redirects == (
        {"url": web.url("/chain/2"), "status": 307, "to": web.url("/chain/1")},
        {"url": web.url("/chain/1"), "status": 302, "to": web.url("/article")},
    )
    assert said.status == 200
    assert ("Content-Type", "text/html; charset=utf-8") in said.headers
    assert before <= said.began <= said.ended <= datetime.now(UTC)
    assert abs(said.server_time - before) < timedelta(minutes=2)
    assert (said.network, said.user_agent, said.tls) == ("directly", "Caseboard tests", {})


@pytest.mark.parametrize(
    "path", ["/gzip", "/brotli", "/zstd", "/deflate", "/deflate/raw", "/twice", "/chunked",
             "/not-packed"],
)  # fmt: skip
async def test_what_is_sent_packed_is_kept_as_sent_and_handed_over_unpacked(web, tmp_path, path):
    page = await fetched(web.url(path), tmp_path)
    assert page.body.read_bytes() == websites.ARTICLE
    assert page.exchange.missing == ()
    response = next(r for r in records(page.warc) if r.url == web.url(path))
    served = web.pages[path]
    assert response.raw == (websites.ARTICLE if path == "/chunked" else served.body)
    assert is_sound(page.warc, unpacked=path != "/brotli")


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/file.pdf", "application/pdf", "file.pdf"),
        ("/file.zip", "application/zip", "file.zip"),
        ("/photo.jpg", "image/jpeg", "photo.jpg"),
        ("/mislabelled", "image/png", "mislabelled.png"),
        ("/named", "application/pdf", "міст.pdf"),
    ],
)
async def test_a_link_may_lead_to_a_file(web, tmp_path, path, kind, name):
    page = await fetched(web.url(path), tmp_path)
    assert (page.media_type, page.name, page.files) == (kind, name, ())
    assert len(web.requests) == 1


@pytest.mark.parametrize(
    ("path", "status"), [("/missing", 404), ("/forbidden", 403), ("/error", 500)]
)
async def test_an_error_with_a_page_in_it_is_a_page_with_that_status(web, tmp_path, path, status):
    page = await fetched(web.url(path), tmp_path)
    assert page.exchange.status == status
    assert page.body.read_bytes() == web.pages[path].body


@pytest.mark.parametrize("path", ["/missing/empty", "/empty", "/nothing"])
async def test_an_answer_with_nothing_in_it_is_no_page(web, tmp_path, path):
    error = await refusal(web.url(path), tmp_path)
    assert "with nothing in it" in str(error)
    assert error.exchange.asked == web.url(path)
    assert error.exchange.status == web.pages[path].status
    assert is_sound(error.warc)


async def test_another_site_is_followed_to_without_the_cookies_of_this_one(web, tmp_path):
    other = web.url("/article", host="localhost")
    web.add("/over", b"", headers={"Set-Cookie": "secret=1", "Location": other}, status=302)
    page = await fetched(web.url("/over"), tmp_path)
    assert page.exchange.reached == other
    assert page.body.read_bytes() == websites.ARTICLE
    assert [request.headers.get("Cookie") for request in web.requests] == [None] * len(web.paths)


async def test_pictures_that_are_loaded_late_are_fetched_at_once(web, tmp_path):
    page = await fetched(web.url("/lazy"), tmp_path)
    names = {file.url.rsplit("/", 1)[-1] for file in page.files}
    assert names >= {"lazy.jpg", "wide.jpg"}


async def test_the_charset_that_only_the_header_states_is_handed_on(web, tmp_path):
    page = await fetched(web.url("/wrong-charset"), tmp_path)
    assert page.charset == "windows-1251"
    assert "Міст відкрито".encode("cp1251") in page.body.read_bytes()


async def test_a_page_that_sends_on_by_itself_is_followed(web, tmp_path):
    page = await fetched(web.url("/refresh"), tmp_path)
    assert page.body.read_bytes() == websites.ARTICLE
    assert page.exchange.redirects == (
        {"url": web.url("/refresh"), "status": 200, "to": web.url("/article")},
    )


async def test_a_page_that_sends_on_to_nowhere_is_what_there_is(web, tmp_path):
    where = web.add("/on", '<meta http-equiv="refresh" content="0;url=/reset"><p>Words</p>')
    page = await fetched(where, tmp_path)
    assert page.exchange.reached == where
    (missed,) = page.exchange.missing
    assert missed["kind"] == "page"
    assert missed["url"] == web.url("/reset")
    assert "closed the connection" in missed["reason"]


async def test_pages_that_send_on_to_each_other_are_followed_once(web, tmp_path):
    web.add("/one", '<meta http-equiv="refresh" content="0;url=/two"><p>One</p>')
    web.add("/two", '<meta http-equiv="refresh" content="0;url=/one"><p>Two</p>')
    page = await fetched(web.url("/one"), tmp_path)
    assert page.body.read_bytes().endswith(b"<p>Two</p>")
    assert web.paths == ["/one", "/two"]


async def test_a_slow_page_is_used_as_far_as_it_came(web, tmp_path):
    page = await fetched(web.url("/slow"), tmp_path, quiet_seconds=2)
    assert page.body.read_bytes() == websites.ARTICLE[:1000]
    assert page.exchange.missing[0]["kind"] == "page"
    assert "Only 1 kB came in the time there was." in page.exchange.missing[0]["reason"]
    cut = next(r for r in records(page.warc) if r.kind == "response")
    assert cut.headers.get_header("WARC-Truncated") == "time"
    assert cut.raw == websites.ARTICLE[:1000]
    assert is_sound(page.warc)


async def test_a_page_may_not_dribble_for_longer_than_a_page_may_take(web, tmp_path):
    def dribble(visit):
        visit.begin([*websites.HTML, ("Content-Length", "1000000")])
        visit.write(websites.ARTICLE)
        while not visit.web.go_on.wait(0.02) and visit.write(b"<p>more</p>"):
            pass

    page = await fetched(web.add_page("/dribble", dribble), tmp_path, seconds=3)
    assert page.body.read_bytes().startswith(websites.ARTICLE)
    assert "in the time there was" in page.exchange.missing[0]["reason"]


async def test_a_site_that_says_nothing_is_asked_twice_and_given_up(web, tmp_path):
    error = await refusal(web.url("/silent"), tmp_path, quiet_seconds=0.4)
    assert "did not answer in time" in str(error)
    assert web.paths == ["/silent", "/silent"]
    assert [record.kind for record in records(error.warc)] == ["warcinfo", "request", "request"]
    assert is_sound(error.warc)


async def test_the_time_of_a_page_counts_before_its_answer_too(web, tmp_path):
    error = await refusal(web.url("/silent"), tmp_path, seconds=0.3)
    assert "took longer than a page may take" in str(error)


@pytest.mark.parametrize(
    ("path", "came"),
    [
        ("/cut", websites.ARTICLE[: len(websites.ARTICLE) * 2 // 3]),
        ("/too-long", websites.ARTICLE),
        ("/chunks-cut", websites.ARTICLE[:1000] + b"ends here"),
    ],
)
async def test_a_page_whose_connection_broke_is_used_as_far_as_it_came(web, tmp_path, path, came):
    page = await fetched(web.url(path), tmp_path)
    assert page.body.read_bytes() == came
    reasons = [missed["reason"] for missed in page.exchange.missing if missed["kind"] == "page"]
    assert len(reasons) == 1
    assert "The connection broke after" in reasons[0]
    cut = next(r for r in records(page.warc) if r.url == web.url(path))
    assert cut.headers.get_header("WARC-Truncated") == "disconnect"
    assert is_sound(page.warc)


async def test_no_more_is_taken_than_is_announced(web, tmp_path):
    page = await fetched(web.url("/too-short"), tmp_path)
    assert page.body.read_bytes() == websites.ARTICLE[: len(websites.ARTICLE) // 2]
    assert is_sound(page.warc)


async def test_a_packed_page_that_breaks_off_is_used_as_far_as_it_goes(web, tmp_path):
    page = await fetched(web.url("/packed-and-cut"), tmp_path)
    came = page.body.read_bytes()
    assert came
    assert websites.ARTICLE.startswith(came)
    assert "could not be unpacked to its end" in page.exchange.missing[0]["reason"]


async def test_a_file_that_broke_off_is_not_passed_off_as_whole(web, tmp_path):
    def broken(visit):
        visit.begin({"Content-Type": "application/pdf", "Content-Length": "5000"})
        visit.write(websites.PDF)
        visit.cut()

    error = await refusal(web.add_page("/broken.pdf", broken), tmp_path)
    assert "did not come whole" in str(error)
    assert records(error.warc)[1].raw == websites.PDF


async def test_a_connection_that_is_reset_is_tried_once_more(web, tmp_path):
    error = await refusal(web.url("/reset"), tmp_path)
    assert "closed the connection without an answer" in str(error)
    assert web.paths == ["/reset", "/reset"]


async def test_a_second_attempt_may_succeed(web, tmp_path):
    def first_reset(visit):
        if len(visit.web.requests) == 1:
            visit.cut(harshly=True)
        else:
            visit.answer(websites.ARTICLE, websites.HTML)

    page = await fetched(web.add_page("/moody", first_reset), tmp_path)
    assert page.body.read_bytes() == websites.ARTICLE
    assert is_sound(page.warc)


async def test_what_is_not_http_is_said_to_be_none(web, tmp_path):
    assert "is not HTTP" in str(await refusal(web.url("/nonsense"), tmp_path))


async def test_circles_and_endless_redirects_end_in_words(web, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    error = await refusal(web.url("/loop"), tmp_path / "a")
    assert "in circles" in str(error)
    assert [hop["to"] for hop in error.exchange.redirects] == [
        web.url("/loop/again"),
        web.url("/loop"),
    ]
    web.requests.clear()
    error = await refusal(web.url("/endless/1"), tmp_path / "b", redirects=4)
    assert "no more than 4 redirects are followed" in str(error)
    assert web.paths == [f"/endless/{number}" for number in range(1, 6)]
    assert error.exchange.reached == web.url("/endless/6")
    assert is_sound(error.warc)


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "data:,x"]
)
async def test_a_redirect_out_of_the_web_is_not_followed(web, tmp_path, to):
    web.add("/out", b"", headers={"Location": to}, status=302)
    error = await refusal(web.url("/out"), tmp_path)
    assert "no address of the web" in str(error)


@pytest.mark.parametrize(
    "url", ["", "words", "file:///etc/passwd", "ftp://a.org/", "http://", "http://[", "//a.org/x",
            "javascript:alert(1)", "http://a.org/\r\nX: y", "https:///path", "http://a.org:99999/"],
)  # fmt: skip
async def test_what_is_no_address_of_the_web_is_not_asked(tmp_path, url):
    error = await refusal(url, tmp_path, network=NoNetwork())
    assert error.warc is None
    assert error.exchange is None
    assert list(tmp_path.iterdir()) == []


async def test_user_and_password_in_an_address_are_not_sent(web, tmp_path):
    page = await fetched(web.url("/echo").replace("http://", "http://user:secret@"), tmp_path)
    assert b"Authorization" not in page.body.read_bytes()
    assert page.exchange.reached == web.url("/echo")
    assert b"secret" not in b"".join(record.raw for record in records(page.warc))


@pytest.mark.seconds(120)
async def test_300_mb_are_taken_where_that_is_allowed_without_holding_them(web, tmp_path):
    news = []
    page = await fetched(
        web.url("/large"),
        tmp_path,
        page_bytes=400_000_000,
        total_bytes=400_000_000,
        seconds=100,
        all_seconds=100,
        told=lambda *one: news.append(one),
    )
    assert page.body.stat().st_size == websites.LARGE
    assert page.media_type == "application/zip"
    assert news[-1][2] == websites.LARGE
    assert is_sound(page.warc)


async def test_a_file_that_says_it_is_too_long_is_not_begun(web, tmp_path):
    error = await refusal(web.url("/large"), tmp_path)
    assert "is 300 MB long; no more than 50 MB are fetched" in str(error)
    cut = records(error.warc)[1]
    assert cut.headers.get_header("WARC-Truncated") == "length"
    assert cut.raw == b""
    assert is_sound(error.warc)


async def test_a_page_that_is_too_long_is_used_as_far_as_is_taken(web, tmp_path):
    where = web.add("/long", websites.ARTICLE + b"<p>more</p>" * 100_000)
    page = await fetched(where, tmp_path, page_bytes=50_000)
    assert page.body.stat().st_size == 50_000
    assert "Only the first 50 kB were taken" in page.exchange.missing[0]["reason"]
    cut = records(page.warc)[1]
    assert cut.headers.get_header("WARC-Truncated") == "length"
    assert len(cut.raw) == 50_000
    assert is_sound(page.warc)


async def test_a_bomb_goes_off_only_so_far(web, tmp_path):
    page = await fetched(web.url("/bomb"), tmp_path, page_bytes=2_000_000)
    assert page.body.stat().st_size == 2_000_000
    assert "Unpacked it is longer than 2 MB" in page.exchange.missing[0]["reason"]
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 5_000_000
    assert records(page.warc)[1].raw == websites.bomb()


async def test_cancelling_cuts_the_connection_and_leaves_the_folder_alone(web, tmp_path):
    task = asyncio.create_task(fetched(web.url("/slow"), tmp_path))
    await until(web.waiting.is_set)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    web.go_on.set()
    await until(lambda: web.connections == 0)
    assert {task for task in asyncio.all_tasks() if task is not asyncio.current_task()} == set()


async def test_cancelling_ends_what_belongs_to_a_page_too(web, tmp_path):
    pictures = "".join(f'<img src="/slow?{number}">' for number in range(9))
    where = web.add("/many", f"<!doctype html><html><body>{pictures}</body></html>")
    task = asyncio.create_task(fetched(where, tmp_path))
    await until(lambda: len(web.requests) == 5)  # the page, and four of one host
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    web.go_on.set()
    await until(lambda: web.connections == 0)


async def test_progress_is_told_in_sentences(web, tmp_path):
    news = []
    await fetched(web.url("/article"), tmp_path, told=lambda *one: news.append(one))
    assert news[0] == ("Asking 127.0.0.1", 0, 0)
    assert all(done <= later for (_s, done, _e), (_t, later, _f) in pairwise(news))


async def test_cancelling_cuts_a_connection_that_is_being_secured(tmp_path):
    greeted, cut = asyncio.Event(), asyncio.Event()

    async def silent(reader, writer):
        await reader.read(100)
        greeted.set()
        while await reader.read(1000):
            pass
        cut.set()
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    task = asyncio.create_task(fetched(f"https://127.0.0.1:{port}/", tmp_path))
    await greeted.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await cut.wait()
    server.close()
    await server.wait_closed()


async def test_cancelling_while_a_name_is_looked_up_ends_at_once(tmp_path):
    class Forgetful(Network):
        asked = asyncio.Event()

        async def resolve(self, *_where):
            self.asked.set()
            await asyncio.Event().wait()

    network = Forgetful()
    task = asyncio.create_task(fetched("http://example.org/", tmp_path, network=network))
    await network.asked.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert list(tmp_path.iterdir()) == []


async def test_the_archive_reads_as_the_article_it_was_made_of(web, tmp_path):
    fetched_page = await fetched(web.url("/chain/2"), tmp_path)
    reading = warc.read(fetched_page.warc.read_bytes())
    assert reading.title == websites.TITLE
    assert reading.canonical_url == web.url("/article")
    assert reading.text == pages.read(websites.ARTICLE, url=web.url("/article")).text


def test_it_works_on_a_plain_loop_too(web, tmp_path):
    page = asyncio.run(fetched(web.url("/article"), tmp_path))
    assert len(page.files) == 9


@pytest.mark.parametrize(
    "date", ["Fri, 31 Dec 9999 23:59:59 -2359", "Tue, 99 Xyz 2024", "yesterday", ""]
)
async def test_a_date_that_is_none_is_not_taken_for_the_servers_time(web, tmp_path, date):
    def dated(visit):
        head = f"HTTP/1.1 200 OK\r\nDate: {date}\r\nContent-Length: 5\r\n\r\nwords"
        visit.write(head.encode())

    page = await fetched(web.add_page("/dated", dated), tmp_path)
    assert page.exchange.server_time is None


async def test_several_fetches_run_side_by_side(web, tmp_path):
    folders = [tmp_path / str(number) for number in range(5)]
    for folder in folders:
        folder.mkdir()
    pages = await asyncio.gather(*(fetched(web.url("/article"), folder) for folder in folders))
    assert {page.body.read_bytes() for page in pages} == {websites.ARTICLE}
    assert all(is_sound(page.warc) for page in pages)


def test_the_http_client_is_not_imported_before_the_first_fetch():
    look = (
        "import sys; from caseboard.capture.fetching import fetch, needed; "
        "sys.exit(any(name in sys.modules for name in ('httpx', 'httpcore', 'warcio', 'anyio')))"
    )
    done = subprocess.run([sys.executable, "-c", look], env=child_environment(), check=False)
    assert done.returncode == 0


async def test_what_only_counts_readers_is_not_asked_for_and_written_down(web, tmp_path):
    page = b'<p>Words.</p><img src="/count.gif" width=1 height=1><img src="/pictures/lead.jpg">'
    web.add("/counted", page, headers={"Content-Type": "text/html"})
    came = await fetched(web.url("/counted"), tmp_path)
    assert [file.kind for file in came.files] == ["picture"]
    assert not any("count.gif" in str(request) for request in web.requests)
    (missed,) = came.exchange.missing
    assert (missed["kind"], missed["url"]) == ("tracking", web.url("/count.gif"))
