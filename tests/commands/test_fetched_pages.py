"""Links followed over real connections, to the server of the tests."""

import pytest
from PIL import Image

from caseboard.capture.drop import Drop, Flavour
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import Worker
from caseboard.commands import outward
from caseboard.commands.fetching_in import Choices
from caseboard.commands.taking_in import TakingIn
from caseboard.model.files import read_from
from caseboard.model.parts import Part, body_text
from caseboard.model.terms import ClipKind, ClipState, FileRole, Hollow, Method
from caseboard.runtime.jobs import Jobs
from caseboard.store import clips, verify
from caseworker import Casework
from support import real_input, until


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def jobs():
    return Jobs()


@pytest.fixture
def taking(work, worker, jobs):
    rules = Rules("Caseboard (test)", allow_private=True)
    net = outward.net(worker, lambda: Choices(rules))
    return TakingIn(work.library, work.history, worker, jobs, net)


def link(url):
    return Drop((Flavour("text/uri-list", url.encode()),), method=Method.LINK)


async def taken(work, taking, drop):
    if work.case is None:
        await work.open()
    (clip_id,) = (await taking.take(work.case, drop)).clip_ids
    await taking.settled()
    return work.read(clips.view, clip_id)


def body(clip):
    return body_text(clip.text, [Part.from_json(row) for row in clip.parts])


async def test_a_page_comes_with_the_pictures_of_its_article(work, taking, web):
    found = await taken(work, taking, link(web.url("/article")))
    assert (found.clip.state, found.clip.hollow) == (ClipState.READY, None)
    assert "the road bridge near the grain port" in body(found.clip)
    pictures = [file for file in found.files if file.role is FileRole.PICTURE]
    assert "bridge.jpg" in {file.name for file in pictures}
    assert read_from(found.files).media_type == "text/html"
    assert found.collection.status == 200
    assert found.collection.clock_offset is not None
    assert work.read(verify.library, work.library.files) == []


async def test_redirects_are_followed_and_written_down(work, taking, web):
    found = await taken(work, taking, link(web.url("/chain/3")))
    assert found.clip.state is ClipState.READY
    assert found.clip.url_reached == web.url("/article")
    assert len(found.collection.redirects) == 3


@pytest.mark.parametrize(
    ("path", "hollow"),
    [
        ("/paywall", Hollow.PAYWALL),
        ("/login", Hollow.LOGIN),
        ("/shell", Hollow.SHELL),
        ("/missing", Hollow.ERROR),
    ],
)
async def test_what_is_not_the_article_says_so(work, taking, web, path, hollow):
    found = await taken(work, taking, link(web.url(path)))
    assert found.clip.hollow is hollow


async def test_a_large_file_is_given_up_and_its_link_kept(work, taking, web):
    found = await taken(work, taking, link(web.url("/large")))
    assert found.clip.state is ClipState.UNREAD
    assert found.clip.problem


async def test_cancelling_ends_the_connection(work, taking, jobs, web):
    await work.open()
    (clip_id,) = (await taking.take(work.case, link(web.url("/silent")))).clip_ids
    await until(lambda: web.requests)
    jobs.running[0].cancel()
    await taking.settled()
    assert "was stopped" in work.read(clips.view, clip_id).clip.problem


async def test_an_address_of_this_machine_is_not_asked_until_it_is_allowed(work, worker, web):
    net = outward.net(worker, lambda: Choices(Rules("Caseboard (test)")))
    taking = TakingIn(work.library, work.history, worker, Jobs(), net)
    found = await taken(work, taking, link(web.url("/article")))
    assert found.clip.state is ClipState.UNREAD
    assert web.requests == []
    assert found.collection.missing[-1]["private"]
    await taking.fetch([found.clip.id], allow_private=True)
    await taking.settled()
    assert work.read(clips.view, found.clip.id).clip.state is ClipState.READY


async def test_a_page_that_was_fetched_but_not_read_is_read_from_its_archive(
    work, taking, web, worker, jobs
):
    class Dead:
        def read(self, *_args, **_more):
            raise Unreadable("It took too long.")

        def do(self, *args, **more):
            return worker.do(*args, **more)

    rules = Rules("Caseboard (test)", allow_private=True)
    net = outward.net(worker, lambda: Choices(rules))
    failing = TakingIn(work.library, work.history, Dead(), jobs, net)
    found = await taken(work, failing, link(web.url("/article")))
    assert found.clip.state is ClipState.UNREAD
    asked = len(web.requests)
    await taking.read_again(found.clip.id)
    await taking.settled()
    again = work.read(clips.view, found.clip.id)
    assert again.clip.state is ClipState.READY
    assert [file for file in again.files if file.role is FileRole.PICTURE]
    assert len(web.requests) == asked


async def test_the_real_article_is_the_same_however_it_comes(work, taking, web):
    """Captured by link, by file, by paste of its HTML and of its text."""
    folder = real_input("kupiansk", "page")
    text = real_input("kupiansk", "kupiansk-article.txt")
    html = (folder / "article.html").read_bytes()
    web.add_folder("/news", folder)
    drops = {
        "link": link(web.url("/news/article.html")),
        "file": Drop(files=(folder / "article.html",), method=Method.FILE),
        "html": Drop((Flavour("text/html", html),), method=Method.PASTE),
        "text": Drop((Flavour("text/plain", text.read_bytes()),), method=Method.PASTE),
    }
    found = {name: await taken(work, taking, drop) for name, drop in drops.items()}
    by = {name: view.clip for name, view in found.items()}
    assert {clip.state for clip in by.values()} == {ClipState.READY}
    assert len({clip.title for clip in by.values()}) == 1
    assert len({clip.author for clip in by.values()}) == 1
    assert by["link"].author == "Boldizsar Gyori"
    assert {clip.published[:16] for clip in by.values()} == {"2024-11-14T11:39"}
    assert body(by["link"]) == body(by["file"]) == body(by["html"])
    paragraphs = [words(line) for line in body(by["link"]).split("\n\n")]
    typed = words(body(by["text"]))
    assert [line for line in paragraphs if line not in typed] == []
    credit = {
        name: [file.credit for file in view.files if file.role is FileRole.PICTURE]
        for name, view in found.items()
    }
    assert credit["link"] == credit["file"] != []


def words(text):
    return " ".join(text.split())


async def test_a_link_to_a_picture_and_to_a_file_are_what_they_lead_to(work, taking, web, tmp_path):
    picture = tmp_path / "smoke.png"
    Image.effect_noise((320, 200), 40).convert("RGB").save(picture)
    web.add("/smoke.png", picture.read_bytes(), media_type="text/html")
    words = b"Two columns were seen at dusk."
    web.add("/note.txt", words, media_type="text/plain")
    image = await taken(work, taking, link(web.url("/smoke.png")))
    note = await taken(work, taking, link(web.url("/note.txt")))
    assert (image.clip.kind, image.clip.state) == (ClipKind.IMAGE, ClipState.READY)
    assert (note.clip.kind, note.clip.text) == (ClipKind.TEXT, "Two columns were seen at dusk.")
