"""What belongs to a page: its pictures, stylesheets and fonts."""

import asyncio
import gzip
import random
import resource
import threading

import pytest
from captured import picture
from fetches import fetched, is_sound, page_needs, records, rules

import websites
from caseboard.capture.fetching.fetch import fetch
from caseboard.capture.fetching.threads import NotKept
from caseboard.capture.reading import Unreadable
from support import real_input, until


def page_with(web, body, path="/page"):
    return web.add(path, f"<!doctype html><html><body>{body}</body></html>")


def missing(page):
    return {missed["url"].rsplit("/", 1)[-1]: missed["reason"] for missed in page.exchange.missing}


async def test_what_is_not_to_be_had_is_noted_and_costs_nothing_else(web, tmp_path):
    web.add("/empty.png", b"")
    images = ("/none.png", "/empty.png", "/reset", "/article", "/loop", "/cut", "/photo.jpg")
    where = page_with(web, "".join(f'<img src="{image}">' for image in images))
    page = await fetched(where, tmp_path)
    assert [file.url for file in page.files] == [web.url("/photo.jpg")]
    assert missing(page) == {
        "none.png": "The site answered 404 Not Found.",
        "empty.png": "The site answered with nothing in it.",
        "reset": "127.0.0.1 closed the connection without an answer.",
        "article": "A page came in its place.",
        "loop": "127.0.0.1 sends on in circles, from one address to the next and back.",
        "cut": "The connection broke after 959 bytes.",
    }
    assert {missed["kind"] for missed in page.exchange.missing} == {"picture"}
    assert is_sound(page.warc)


async def test_the_same_address_is_asked_once(web, tmp_path):
    where = page_with(
        web,
        '<img src="/photo.jpg"><img src="photo.jpg#a"><div style="background: url(/photo.jpg)">'
        '<img src="/page"><link rel="stylesheet" href="/style.css">'
        '<link rel="stylesheet" href="/more.css">',
    )
    await fetched(where, tmp_path)
    assert len(web.paths) == len(set(web.paths))


async def test_pictures_go_first_then_styles_then_fonts(web, tmp_path):
    four = threading.Barrier(4)

    def together(visit):
        four.wait(30)
        visit.answer(picture("PNG"), {"Content-Type": "image/png"})

    for path in ("/1.png", "/2.png", "/3.png", "/4.png"):
        web.add_page(path, together)
    head = (
        '<link rel="preload" as="font" href="/fonts/a.woff2"><link rel="stylesheet" href="/b.css">'
    )
    images = "".join(f'<img src="/{number}.png">' for number in range(1, 5))
    page = await fetched(page_with(web, head + images), tmp_path)
    assert len(page.files) == 5
    assert set(web.paths[1:5]) == {"/1.png", "/2.png", "/3.png", "/4.png"}
    assert web.paths[5:] in (["/b.css", "/fonts/a.woff2"], ["/fonts/a.woff2", "/b.css"])


async def test_not_more_than_four_at_a_time_are_asked_of_one_host(web, tmp_path):
    at_once, most, lock = 0, 0, threading.Lock()
    full = threading.Event()

    def counted(visit):
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
            if at_once == 4:
                full.set()
        full.wait(30)
        with lock:
            at_once -= 1
        visit.answer(picture("PNG"), {"Content-Type": "image/png"})

    images = "".join(f'<img src="/counted/{number}.png">' for number in range(12))
    web.add_page("/counted/*", counted)
    page = await fetched(page_with(web, images), tmp_path)
    assert len(page.files) == 12
    assert most == 4


async def test_a_slow_site_does_not_hold_up_another(web, tmp_path):
    images = "".join(f'<img src="/silent?{number}">' for number in range(6))
    other = web.url("/photo.jpg", host="localhost")
    where = page_with(web, f'{images}<img src="{other}">')
    task = asyncio.create_task(fetched(where, tmp_path))
    await until(lambda: "/photo.jpg" in web.paths)
    assert not web.go_on.is_set()
    web.go_on.set()
    assert [file.url for file in (await task).files] == [other]


async def test_only_so_many_files_of_a_page_are_fetched(web, tmp_path):
    images = "".join(f'<img src="/pictures/{number}.jpg">' for number in range(5))
    page = await fetched(page_with(web, images), tmp_path, files=3)
    assert len(page.files) == 3
    assert missing(page) == dict.fromkeys(
        ("3.jpg", "4.jpg"), "No more than 3 files of a page are fetched."
    )


async def test_a_file_that_is_too_long_is_noted(web, tmp_path):
    web.add("/long.png", picture("PNG") + bytes(5_000))
    page = await fetched(page_with(web, '<img src="/long.png">'), tmp_path, file_bytes=3_000)
    assert missing(page) == {
        "long.png": "What 127.0.0.1 sends is 5 kB long; no more than 3 kB are fetched."
    }


async def test_a_page_and_its_files_together_have_a_limit(web, tmp_path):
    def endless(visit):
        visit.begin({"Content-Type": "image/png", "Transfer-Encoding": "chunked"})
        piece = b"\x89PNG\r\n\x1a\n" + bytes(992)
        while visit.write(b"3e8\r\n%s\r\n" % piece):
            pass

    web.add_page("/endless.png", endless)
    web.add_page("/more.png", endless)
    where = page_with(web, '<img src="/endless.png"><img src="/more.png"><img src="/photo.jpg">')
    page = await fetched(where, tmp_path, total_bytes=2_000_000)
    responses = [r for r in records(page.warc) if r.kind == "response"]
    assert sum(len(record.raw) for record in responses) == 2_000_000
    assert set(missing(page)) >= {"endless.png", "more.png"}
    assert is_sound(page.warc)


async def test_what_is_not_begun_when_the_limit_is_reached_says_so(web, tmp_path):
    images = "".join(f'<img src="/pictures/{number}.jpg">' for number in range(30))
    page = await fetched(page_with(web, images), tmp_path, total_bytes=10_000)
    assert "together are as large as is fetched" in missing(page)["29.jpg"]
    assert missing(page)["29.jpg"] == missing(page)["28.jpg"]


async def test_the_time_for_a_page_and_its_files_has_an_end(web, tmp_path):
    images = "".join(f'<img src="/silent?{number}">' for number in range(6))
    page = await fetched(page_with(web, f'{images}<img src="/z.jpg">'), tmp_path, all_seconds=1.5)
    assert page.files == ()
    assert "took longer than a page may take" in missing(page)["silent?0"]
    assert missing(page)["z.jpg"] == "The time for the page and its files was over."
    assert is_sound(page.warc)


async def test_a_stylesheet_may_import_others_but_these_no_more(web, tmp_path):
    for number in range(5):
        rules = f'@import "/{number + 1}.css"; a {{ background: url(/pictures/{number}.png) }}'
        web.add(f"/{number}.css", rules)
    where = page_with(web, '<link rel="stylesheet" href="/0.css">')
    page = await fetched(where, tmp_path)
    assert {file.url.rsplit("/", 1)[-1] for file in page.files} == {
        "0.css", "1.css", "0.png", "1.png"
    }  # fmt: skip
    assert missing(page) == {"2.css": "It belongs to a stylesheet that belongs to another."}


async def test_a_stylesheet_that_cannot_be_read_is_kept_all_the_same(web, tmp_path):
    async def no_styles(data, media_type, url):
        if media_type == "text/css":
            raise Unreadable("This file could not be read.")
        return await page_needs(data, media_type, url)

    page = await fetch(
        web.url("/article"), rules(), tmp_path, needs=no_styles, told=lambda *_news: None
    )
    assert "style.css" in [file.url.rsplit("/", 1)[-1] for file in page.files]
    assert missing(page) == {"style.css": "This file could not be read."}


async def test_a_page_that_cannot_be_read_is_kept_all_the_same(web, tmp_path):
    async def nothing(*_asked):
        raise Unreadable("The page holds too much markup to be read.")

    page = await fetch(
        web.url("/article"), rules(), tmp_path, needs=nothing, told=lambda *_news: None
    )
    assert page.body.read_bytes() == websites.ARTICLE
    assert missing(page) == {"article": "The page holds too much markup to be read."}


@pytest.fixture
def small_disk():
    """No file of this process may become longer than 100 kB."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.usefixtures("small_disk")
async def test_a_full_disk_ends_the_fetch_with_what_was_kept(web, tmp_path, packed):
    noise = random.Random(3).randbytes(150_000)
    headers = {"Content-Type": "image/png", **({"Content-Encoding": "gzip"} if packed else {})}
    web.add("/big.png", gzip.compress(noise) if packed else noise, headers=headers)
    where = page_with(web, '<img src="/photo.jpg"><link rel="icon" href="/big.png">')
    with pytest.raises(NotKept, match="could not be written to the disk") as caught:
        await fetched(where, tmp_path)
    assert "Make room" in caught.value.hint
    assert is_sound(caught.value.warc)
    assert where in [record.url for record in records(caught.value.warc)]


@pytest.mark.usefixtures("small_disk")
async def test_an_archive_that_is_full_ends_with_its_last_whole_record(web, tmp_path):
    web.pages["/noise/*"] = lambda visit: visit.answer(
        b"\x89PNG\r\n\x1a\n" + random.Random(visit.path).randbytes(40_000),
        {"Content-Type": "image/png"},
    )
    where = page_with(web, "".join(f'<img src="/noise/{number}">' for number in range(5)))
    with pytest.raises(NotKept) as caught:
        await fetched(where, tmp_path)
    kept = records(caught.value.warc)
    assert [record.kind for record in kept].count("response") == 3
    assert is_sound(caught.value.warc)


async def test_the_kupiansk_page_is_fetched_whole(web, tmp_path):
    folder = real_input("kupiansk", "page")
    page = await fetched(f"{web.add_folder('/kup', folder)}article.html", tmp_path)
    assert page.body.read_bytes() == (folder / "article.html").read_bytes()
    assert {file.url.rsplit("/", 1)[-1] for file in page.files} == {"photo.jpg", "map-frame.png"}
    for file in page.files:
        assert file.path.read_bytes() == (folder / file.url.rsplit("/", 1)[-1]).read_bytes()
    assert is_sound(page.warc)
