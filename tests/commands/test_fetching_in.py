"""From a link to a clip that was fetched, whatever comes of it."""

import asyncio
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas
from sqlmodel import select

from caseboard.capture.drop import Drop, Flavour
from caseboard.capture.worker import Worker
from caseboard.commands.taking_in import TakingIn
from caseboard.errors import CaseError
from caseboard.model.collection import Collection
from caseboard.model.terms import ClipKind, ClipState, FileRole, Hollow, Method
from caseboard.runtime.jobs import Jobs
from caseboard.store import clips, verify
from caseworker import Casework
from fakeweb import ARTICLE, BEGAN, BRIDGE, ENDED, PICTURE, FakeWeb, noise
from support import until


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def web():
    return FakeWeb()


@pytest.fixture
def jobs():
    return Jobs()


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def taking(work, worker, jobs, web):
    return TakingIn(work.library, work.history, worker, jobs, web.net)


def link(*urls):
    lines = "".join(f"{url}\r\n" for url in urls)
    return Drop((Flavour("text/uri-list", lines.encode()),), method=Method.LINK)


def view(work, clip_id):
    return work.read(clips.view, clip_id)


def collection(work, clip_id):
    def query(session):
        return session.exec(select(Collection).where(Collection.clip_id == clip_id)).one()

    return work.read(query)


def sources(found):
    """The name of what each derived file was made from, by its step."""
    by_id = {file.id: file for file in found.files}
    return {f.step: by_id[f.made_from_id].role for f in found.files if f.step}


async def fetched(work, taking, url=BRIDGE):
    if work.case is None:
        await work.open()
    (clip_id,) = (await taking.take(work.case, link(url))).clip_ids
    await taking.settled()
    return view(work, clip_id)


async def test_a_link_becomes_the_article_it_leads_to(work, taking, web):
    web.add(BRIDGE, ARTICLE, files={PICTURE: noise(), "https://river.example/ad.png": noise()})
    found = await fetched(work, taking)
    assert found.clip.state is ClipState.READY
    assert found.clip.title == "Bridge closed after night fire"
    assert "Two families" in found.clip.text
    assert found.clip.hollow is None
    roles = [file.role for file in found.files]
    assert roles.count(FileRole.WARC) == roles.count(FileRole.ORIGINAL) == 1
    (picture,) = [file for file in found.files if file.role is FileRole.PICTURE]
    assert (picture.name, picture.credit) == ("noon.png", "Ana Lind/River Post")


async def test_each_file_names_what_it_was_made_from(work, taking, web):
    web.add(BRIDGE, ARTICLE, files={PICTURE: noise()})
    assert sources(await fetched(work, taking)) == {
        "page source": FileRole.WARC,
        "sanitised page": FileRole.DERIVATIVE,
        "thumbnail": FileRole.PICTURE,
        "picture to show": FileRole.PICTURE,
    }


async def test_how_it_was_collected_is_written_down(work, taking, web):
    web.add(BRIDGE, ARTICLE, reached="https://river.example/a/1")
    found = await fetched(work, taking)
    kept = collection(work, found.clip.id)
    assert (found.clip.url_asked, found.clip.url_reached) == (BRIDGE, "https://river.example/a/1")
    assert (kept.began, kept.ended, kept.status) == (BEGAN, ENDED, 200)
    assert kept.redirects == [{"url": BRIDGE, "status": 301, "to": "https://river.example/a/1"}]
    assert kept.headers == [["Content-Type", "text/html"]]
    assert (kept.network, kept.tls["version"]) == ("directly", "TLSv1.3")
    assert [each["kind"] for each in kept.missing] == ["font"]
    assert kept.collector == "tester"


async def test_undo_takes_back_all_that_a_link_became(work, taking, web):
    web.add(BRIDGE, ARTICLE, files={PICTURE: noise()})
    await fetched(work, taking)
    await work.history.undo(work.case)
    assert work.read(clips.ids, work.case) == []
    assert work.read(verify.library, work.library.files) == []
    await work.history.redo(work.case)
    assert len(work.read(clips.ids, work.case)) == 1


async def test_the_row_is_there_before_anything_is_fetched(work, taking, web):
    web.add(BRIDGE, ARTICLE)
    web.hold(BRIDGE)
    await work.open()
    (clip_id,) = (await taking.take(work.case, link(BRIDGE))).clip_ids
    await until(lambda: web.asked)
    assert view(work, clip_id).clip.state is ClipState.RECEIVED
    web.go.set()
    await taking.settled()
    assert view(work, clip_id).clip.state is ClipState.READY


async def test_the_list_knows_which_links_wait_and_what_is_hollow(work, taking, web):
    web.add(BRIDGE, ARTICLE, status=404)
    web.hold(BRIDGE)
    await work.open()
    (clip_id,) = (await taking.take(work.case, link(BRIDGE))).clip_ids
    await until(lambda: web.under_way)
    row = work.read(clips.rows, [clip_id])[clip_id]
    assert (row.is_link, row.hollow) == (True, None)
    web.go.set()
    await taking.settled()
    row = work.read(clips.rows, [clip_id])[clip_id]
    assert (row.is_link, row.hollow) == (False, Hollow.ERROR)


async def test_a_page_of_an_error_is_never_taken_for_the_article(work, taking, web):
    web.add(BRIDGE, ARTICLE, status=404)
    found = await fetched(work, taking)
    assert (found.clip.state, found.clip.hollow) == (ClipState.READY, Hollow.ERROR)
    assert collection(work, found.clip.id).status == 404


async def test_an_error_that_says_nothing_is_said_in_a_sentence(work, taking, web):
    web.add(BRIDGE, b"\x00\x01\x02" * 40, status=503)
    found = await fetched(work, taking)
    assert found.clip.state is ClipState.UNREAD
    assert "error 503" in found.clip.problem
    assert {FileRole.WARC, FileRole.ORIGINAL} <= {file.role for file in found.files}


async def test_a_link_to_a_picture_is_a_picture(work, taking, web):
    web.add(PICTURE, noise((640, 480)))
    found = await fetched(work, taking, PICTURE)
    assert (found.clip.kind, found.clip.state) == (ClipKind.IMAGE, ClipState.READY)
    assert found.clip.title == "noon"
    (picture,) = [file for file in found.files if file.role is FileRole.PICTURE]
    assert (picture.meta["width"], picture.step) == (640, "page source")
    assert sources(found)["picture to show"] is FileRole.PICTURE


async def test_a_link_to_a_pdf_is_a_document(work, taking, web):
    out = BytesIO()
    drawing = Canvas(out, initialFontName="Helvetica")
    drawing.drawString(72, 720, "The bridge report of the council, in full and unabridged.")
    drawing.save()
    web.add("https://river.example/report.pdf", out.getvalue())
    found = await fetched(work, taking, "https://river.example/report.pdf")
    assert (found.clip.kind, found.clip.state) == (ClipKind.DOCUMENT, ClipState.READY)
    assert "bridge report" in found.clip.text
    assert sources(found)["thumbnail"] is FileRole.DERIVATIVE


async def test_what_could_not_be_fetched_stays_and_says_why(work, taking, web):
    web.refuse(BRIDGE, "The connection was cut.", "Fetch it again.")
    found = await fetched(work, taking)
    assert found.clip.state is ClipState.UNREAD
    assert found.clip.problem == "The connection was cut. Fetch it again."
    assert FileRole.WARC in {file.role for file in found.files}
    kept = collection(work, found.clip.id)
    assert (kept.began, kept.status) == (BEGAN, None)
    assert "The connection was cut." in {each["reason"] for each in kept.missing}


async def test_what_could_not_be_fetched_can_be_fetched_again(work, taking, web):
    found = await fetched(work, taking)
    assert "did not answer" in found.clip.problem
    web.add(BRIDGE, ARTICLE)
    await taking.read_again(found.clip.id)
    await taking.settled()
    assert view(work, found.clip.id).clip.state is ClipState.READY
    await work.history.undo(work.case)
    assert work.read(clips.ids, work.case) == []


async def test_an_address_of_this_network_is_asked_once_allowed(work, taking, web):
    url = "http://10.0.0.7/notes"
    web.add(url, ARTICLE)
    web.refuse(url, "This is an address of this machine's own network.", private=True)
    found = await fetched(work, taking, url)
    assert "own network" in found.clip.problem
    assert collection(work, found.clip.id).missing[-1]["private"]
    await taking.fetch([found.clip.id], allow_private=True)
    await taking.settled()
    assert view(work, found.clip.id).clip.state is ClipState.READY
    assert [rules.allow_private for _url, rules in web.asked] == [False, True]


async def test_three_links_are_fetched_side_by_side_and_not_more(work, taking, web, jobs):
    addresses = [f"https://river.example/{n}" for n in range(5)]
    for url in addresses:
        web.add(url, ARTICLE)
    web.hold(*addresses)
    await work.open()
    taken = await taking.take(work.case, link(*addresses))
    assert len(taken.clip_ids) == 5
    await until(lambda: web.under_way == 3)
    await until(lambda: len(jobs.running) == 5)
    web.go.set()
    await taking.settled()
    assert web.most == 3
    states = {view(work, clip_id).clip.state for clip_id in taken.clip_ids}
    assert states == {ClipState.READY}


async def test_asking_twice_fetches_once(work, taking, web):
    web.add(BRIDGE, ARTICLE)
    web.hold(BRIDGE)
    await work.open()
    (clip_id,) = (await taking.take(work.case, link(BRIDGE))).clip_ids
    await until(lambda: web.under_way)
    await taking.fetch([clip_id])
    web.go.set()
    await taking.settled()
    assert len(web.asked) == 1


async def test_a_fetch_says_how_many_bytes_have_come(work, taking, web, jobs):
    web.add(BRIDGE, ARTICLE)
    web.hold(BRIDGE)
    await work.open()
    await taking.take(work.case, link(BRIDGE))
    await until(lambda: jobs.running and jobs.running[0].bytes_done)
    (job,) = jobs.running
    assert (job.title, job.bytes_done, job.bytes_total) == ("Fetching river.example", 512, 2048)
    web.go.set()
    await taking.settled()


async def test_a_cancelled_fetch_says_so_and_can_be_done_again(work, taking, web, jobs):
    web.add(BRIDGE, ARTICLE)
    web.hold(BRIDGE)
    await work.open()
    (clip_id,) = (await taking.take(work.case, link(BRIDGE))).clip_ids
    await until(lambda: web.under_way)
    jobs.running[0].cancel()
    await taking.settled()
    clip = view(work, clip_id).clip
    assert clip.state is ClipState.UNREAD
    assert "was stopped" in clip.problem
    web.go.set()
    await taking.fetch([clip_id])
    await taking.settled()
    assert view(work, clip_id).clip.state is ClipState.READY


async def test_one_that_waits_can_be_cancelled_too(work, taking, web, jobs):
    addresses = [f"https://river.example/{n}" for n in range(4)]
    for url in addresses:
        web.add(url, ARTICLE)
    web.hold(*addresses)
    await work.open()
    await taking.take(work.case, link(*addresses))
    await until(lambda: web.under_way == 3 and len(jobs.running) == 4)
    jobs.running[3].cancel()
    web.go.set()
    await taking.settled()
    problems = [view(work, each).clip.problem for each in work.read(clips.ids, work.case)]
    assert sorted(bool(problem) for problem in problems) == [False, False, False, True]
    assert len(web.asked) == 3


async def test_what_was_fetched_is_kept_where_only_the_reading_is_cancelled(
    work, web, worker, jobs
):
    web.add(BRIDGE, ARTICLE, files={PICTURE: noise()})
    go = asyncio.Event()
    loop = asyncio.get_running_loop()

    class Slow:
        def read(self, *args, **more):
            asyncio.run_coroutine_threadsafe(go.wait(), loop).result(20)
            return worker.read(*args, **more)

    await work.open()
    taking = TakingIn(work.library, work.history, Slow(), jobs, web.net)
    (clip_id,) = (await taking.take(work.case, link(BRIDGE))).clip_ids
    await until(lambda: jobs.running and "Reading" in jobs.running[0].stage)
    jobs.running[0].cancel()
    await taking.settled()
    found = view(work, clip_id)
    assert "can be read again" in found.clip.problem
    assert "page source" in {file.step for file in found.files}
    go.set()
    await taking.read_again(clip_id)
    await taking.settled()
    assert view(work, clip_id).clip.state is ClipState.READY
    assert len(web.asked) == 1


async def test_closing_leaves_links_for_the_next_start_which_asks_first(work, taking, web, worker):
    web.add(BRIDGE, ARTICLE)
    web.hold(BRIDGE)
    await work.open()
    (clip_id,) = (await taking.take(work.case, link(BRIDGE))).clip_ids
    await until(lambda: web.under_way)
    await taking.stop()
    assert view(work, clip_id).clip.state is ClipState.RECEIVED
    web.go.set()
    again = TakingIn(work.library, work.history, worker, Jobs(), web.net)
    assert await again.resume() == [clip_id]
    await again.settled()
    assert view(work, clip_id).clip.state is ClipState.RECEIVED
    await again.fetch([clip_id])
    await again.settled()
    assert view(work, clip_id).clip.state is ClipState.READY


async def test_links_that_are_not_wanted_are_not_offered_again(work, taking, web, worker):
    web.hold(BRIDGE)
    await work.open()
    (clip_id,) = (await taking.take(work.case, link(BRIDGE))).clip_ids
    await until(lambda: web.under_way)
    await taking.stop()
    again = TakingIn(work.library, work.history, worker, Jobs(), web.net)
    await again.keep_links(await again.resume())
    assert "Only the link is kept" in view(work, clip_id).clip.problem
    assert await again.resume() == []


async def test_with_fetching_off_the_link_is_kept_and_fetched_when_asked(work, taking, web):
    web.add(BRIDGE, ARTICLE)
    web.is_on = False
    found = await fetched(work, taking)
    assert web.asked == []
    assert (found.clip.state, found.clip.kind) == (ClipState.UNREAD, ClipKind.ARTICLE)
    assert "Only the link is kept" in found.clip.problem
    await taking.fetch([found.clip.id])
    await taking.settled()
    assert view(work, found.clip.id).clip.state is ClipState.READY


async def test_a_known_address_becomes_a_new_version_once_it_is_read(work, taking, web):
    web.add(BRIDGE, ARTICLE)
    first = await fetched(work, taking)
    web.add(f"{BRIDGE}/#top", ARTICLE.replace("Two families", "Three families"))
    taken = await taking.take(work.case, link(f"{BRIDGE}/#top"))
    (known,) = taken.known
    assert (known.same_as, known.same_as_ref) == (first.clip.id, first.clip.ref)
    await taking.settled()
    assert view(work, known.clip_id).clip.earlier_id == first.clip.id
    await work.history.undo(work.case)
    assert work.read(clips.ids, work.case) == [first.clip.id]


async def test_both_are_kept_where_the_analyst_says_so(work, taking, web):
    web.add(BRIDGE, ARTICLE)
    await fetched(work, taking)
    web.hold(BRIDGE)
    taken = await taking.take(work.case, link(BRIDGE))
    await taking.keep_both(taken.clip_ids)
    web.go.set()
    await taking.settled()
    assert view(work, taken.clip_ids[0]).clip.earlier_id is None
    assert len(work.read(clips.ids, work.case)) == 2


async def test_both_can_be_kept_after_the_fact_too(work, taking, web):
    web.add(BRIDGE, ARTICLE)
    await fetched(work, taking)
    second = await fetched(work, taking)
    assert second.clip.earlier_id is not None
    await taking.keep_both([second.clip.id])
    assert view(work, second.clip.id).clip.earlier_id is None
    await work.history.undo(work.case)
    assert view(work, second.clip.id).clip.earlier_id is not None


async def test_another_address_of_a_known_page_is_found_where_it_leads(work, taking, web):
    web.add(BRIDGE, ARTICLE)
    first = await fetched(work, taking)
    web.add("https://short.example/x", ARTICLE, reached=BRIDGE)
    second = await fetched(work, taking, "https://short.example/x")
    assert second.clip.earlier_id == first.clip.id


async def test_a_link_fetched_at_the_next_start_is_a_version_all_the_same(
    work, taking, web, worker
):
    web.add(BRIDGE, ARTICLE)
    first = await fetched(work, taking)
    web.hold(BRIDGE)
    (clip_id,) = (await taking.take(work.case, link(BRIDGE))).clip_ids
    await until(lambda: web.under_way)
    await taking.stop()
    web.go.set()
    again = TakingIn(work.library, work.history, worker, Jobs(), web.net)
    await again.fetch(await again.resume())
    await again.settled()
    assert view(work, clip_id).clip.earlier_id == first.clip.id


async def test_an_older_link_fetched_late_is_no_version_of_a_later_one(work, taking, web):
    older = await fetched(work, taking)
    web.add(BRIDGE, ARTICLE)
    later = await fetched(work, taking)
    assert later.clip.earlier_id == older.clip.id
    await taking.fetch([older.clip.id])
    await taking.settled()
    found = view(work, older.clip.id).clip
    assert (found.state, found.earlier_id) == (ClipState.READY, None)


async def test_a_page_that_is_not_the_article_takes_no_ones_place(work, taking, web):
    web.add(BRIDGE, ARTICLE)
    first = await fetched(work, taking)
    web.add(BRIDGE, ARTICLE, status=410)
    second = await fetched(work, taking)
    assert second.clip.earlier_id is None
    assert set(work.read(clips.ids, work.case)) == {first.clip.id, second.clip.id}


async def test_the_page_saved_in_a_browser_takes_the_place_of_the_wall(work, taking, web, tmp_path):
    web.add(BRIDGE, "<html><body><h1>Subscribe to read on</h1></body></html>", status=402)
    wall = await fetched(work, taking)
    assert wall.clip.hollow is not None
    saved = tmp_path / "saved.html"
    canonical = f'<link rel="canonical" href="{BRIDGE}"></head>'
    saved.write_text(ARTICLE.replace("</head>", canonical))
    await taking.take(work.case, Drop(files=(saved,), method=Method.FILE))
    await taking.settled()
    (newest,) = work.read(clips.ids, work.case)
    assert view(work, newest).clip.earlier_id == wall.clip.id
    await work.history.undo(work.case)
    assert work.read(clips.ids, work.case) == [wall.clip.id]


async def test_a_saved_page_takes_no_place_of_an_article_unasked(work, taking, web, tmp_path):
    web.add(BRIDGE, ARTICLE)
    await fetched(work, taking)
    saved = tmp_path / "saved.html"
    canonical = f'<link rel="canonical" href="{BRIDGE}"></head>'
    saved.write_text(ARTICLE.replace("</head>", canonical))
    await taking.take(work.case, Drop(files=(saved,), method=Method.FILE))
    await taking.settled()
    assert len(work.read(clips.ids, work.case)) == 2


async def test_a_link_undone_while_it_is_fetched_stays_undone(work, taking, web):
    web.add(BRIDGE, ARTICLE)
    web.hold(BRIDGE)
    await work.open()
    await taking.take(work.case, link(BRIDGE))
    await until(lambda: web.under_way)
    await work.history.undo(work.case)
    web.go.set()
    await taking.settled()
    assert work.read(clips.ids, work.case) == []
    assert work.read(verify.library, work.library.files) == []


async def test_an_address_can_be_taken_again_from_its_clip(work, taking, web):
    web.add(BRIDGE, ARTICLE)
    first = await fetched(work, taking)
    taken = await taking.take_again(first.clip.id)
    await taking.settled()
    assert view(work, taken.clip_ids[0]).clip.earlier_id == first.clip.id


async def test_a_page_is_drawn_where_that_is_chosen(work, worker, web):
    class Drawn:
        renderer, hidden = "WebEngine 6.10", ({"what": "overlay", "words": "Accept"},)
        missing = ({"url": "https://ads.example/", "kind": "script", "reason": "Not asked."},)

        def __init__(self, folder):
            self.png, self.mhtml, self.pdf = (
                folder / f"page.{end}" for end in ("png", "mht", "pdf")
            )
            self.png.write_bytes(noise((400, 900)))
            self.mhtml.write_bytes(b"MIME-Version: 1.0")
            self.pdf.write_bytes(b"%PDF-1.7")

    async def render(_url, _rules, scratch, *, told):
        told("Drawing", 0, 0)
        return Drawn(scratch)

    web.renderer, web.renders = render, True
    web.add(BRIDGE, ARTICLE)
    taking = TakingIn(work.library, work.history, worker, Jobs(), web.net)
    found = await fetched(work, taking)
    seen = [file.media_type for file in found.files if file.role is FileRole.SCREENSHOT]
    assert seen == ["image/png", "multipart/related", "application/pdf"]
    kept = collection(work, found.clip.id)
    assert (kept.renderer, kept.hidden[0]["words"]) == ("WebEngine 6.10", "Accept")
    assert sources(found)["picture to show"] is FileRole.SCREENSHOT


async def test_a_page_that_cannot_be_drawn_is_still_an_article(work, worker, web):
    async def render(*_args, **_more):
        raise CaseError("The page could not be drawn.")

    web.renderer, web.renders = render, True
    web.add(BRIDGE, ARTICLE)
    taking = TakingIn(work.library, work.history, worker, Jobs(), web.net)
    found = await fetched(work, taking)
    assert found.clip.state is ClipState.READY
    reasons = [each["reason"] for each in collection(work, found.clip.id).missing]
    assert "The page could not be drawn." in reasons


async def test_nothing_is_left_in_the_scratch_folder(work, taking, web):
    left = work.library.folder / "scratch" / "left"
    left.mkdir(parents=True)
    (left / "half a page").write_text("…")
    web.add(BRIDGE, ARTICLE, files={PICTURE: noise()})
    await fetched(work, taking)
    assert list((work.library.folder / "scratch").iterdir()) == []


async def test_how_many_links_are_on_line_is_told(work, taking, web):
    told = []
    taking.on_line.connect(told.append)
    web.add(BRIDGE, ARTICLE)
    await fetched(work, taking)
    assert told == [1, 0]


async def test_without_a_net_nothing_is_fetched_even_when_asked(work, worker):
    await work.open()
    taking = TakingIn(work.library, work.history, worker, Jobs())
    found = await fetched(work, taking)
    assert "Only the link is kept" in found.clip.problem
    await taking.fetch([found.clip.id])
    await taking.settled()
    assert view(work, found.clip.id).clip.state is ClipState.UNREAD
