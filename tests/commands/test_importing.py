"""From the entries of a list to clips: filled with what the list says, undone as one."""

import asyncio
import json

import listed
import pytest

from caseboard.capture.lists import reading
from caseboard.capture.worker import Worker
from caseboard.commands.importing import BATCH, Importing
from caseboard.commands.list_entries import Source, Standing, title_of, wanted
from caseboard.commands.taking_in import TakingIn
from caseboard.model.terms import ClipKind, ClipState, FileRole, Method
from caseboard.runtime.jobs import Jobs
from caseboard.store import clips
from caseworker import Casework
from fakeweb import ARTICLE, BRIDGE, FakeWeb


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def jobs():
    return Jobs()


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def taking_in(work, worker, jobs):
    return TakingIn(work.library, work.history, worker, jobs)


@pytest.fixture
def importing(work, taking_in, jobs):
    return Importing(work.library, work.history, taking_in, jobs)


def listing_of(text):
    return reading.read(text.encode(), is_wanted=True)


def links(count):
    return "".join(f"https://a.example/{n}\n" for n in range(count))


LIST = Source("list.txt", "ab" * 32)


async def imported(work, importing, text, source=LIST, **options):
    looked = await importing.look(work.case, listing_of(text), source)
    return await importing.take(work.case, wanted(looked), source, **options)


def view(work, clip_id):
    return work.read(clips.view, clip_id)


async def test_a_clip_holds_the_link_and_the_entrys_own_record(work, importing, taking_in):
    await work.open()
    done = await imported(work, importing, listed.CSL)
    await taking_in.settled()
    clip = view(work, done.clip_ids[0])
    assert (clip.clip.method, clip.clip.kind) == (Method.IMPORT, ClipKind.ARTICLE)
    original, record = clip.files
    assert work.library.files.read(original.sha256) == b"https://a.example/1\r\n"
    assert (original.role, original.media_type) == (FileRole.ORIGINAL, "text/uri-list")
    held = json.loads(work.library.files.read(record.sha256))
    assert held["entry"]["title"] == "Bridge blown up"
    assert held["list"] == {"name": "list.txt", "sha256": "ab" * 32}


async def test_fields_say_where_in_the_list_they_were_read(work, importing, taking_in):
    await work.open()
    done = await imported(work, importing, listed.ZOTERO)
    await taking_in.settled()
    clip = view(work, done.clip_ids[0])
    assert (clip.clip.title, clip.clip.author) == ("Bridge blown up", "Jane Doe")
    assert (clip.clip.published, clip.clip.site) == ("2024-11-14", "The Times")
    assert clip.clip.said_in["title"] == "Zotero RDF dc:title"
    assert clip.clip.said_in["author"] == "Zotero RDF bib:authors"
    note = clip.notes[0].text
    assert "Ask the author & call" in note
    assert "Kupiansk, bridge, front" in note


async def test_a_link_without_more_to_say_has_no_note(work, importing):
    await work.open()
    done = await imported(work, importing, links(2), is_fetched=False)
    assert [len(view(work, clip_id).notes) for clip_id in done.clip_ids] == [0, 0]


async def test_a_page_beside_the_list_is_read_and_the_lists_title_stays(
    work, importing, taking_in, tmp_path
):
    await work.open()
    (tmp_path / "files" / "2").mkdir(parents=True)
    body = "A bridge over the river was blown up in the night. " * 9
    page = f"<html><head><title>Else</title></head><body><article><p>{body}</p></article></html>"
    (tmp_path / "files" / "2" / "page.html").write_text(page)
    text = listed.ZOTERO.replace("page.pdf", "page.html")
    done = await imported(work, importing, text, Source("l.rdf", "", tmp_path / "l.rdf"))
    await taking_in.settled()
    clip = view(work, done.clip_ids[0])
    assert (clip.clip.state, clip.clip.title) == (ClipState.READY, "Bridge blown up")
    assert "over the river" in clip.clip.text
    assert clip.clip.url_asked == "https://a.example/1"
    assert [file.media_type for file in clip.files if file.role is FileRole.ORIGINAL] == [
        "text/html"
    ]


async def test_files_that_are_not_beside_the_list_are_counted(work, importing, tmp_path):
    await work.open()
    source = Source("l.rdf", "", tmp_path / "l.rdf")
    looked = await importing.look(work.case, listing_of(listed.ZOTERO), source)
    assert (looked[0].found, looked[0].missing) == ((), 1)


async def test_what_the_case_has_and_what_the_list_repeats_is_not_ticked(work, importing):
    await work.open()
    await imported(work, importing, links(1), is_fetched=False)
    again = "http://a.example/0/#top\nhttps://a.example/1\nhttps://a.example/1?utm_source=x\n"
    looked = await importing.look(work.case, listing_of(again), LIST)
    assert [each.standing for each in looked] == [Standing.KNOWN, Standing.NEW, Standing.AGAIN]
    assert looked[0].known_ref.endswith("E001")
    assert [each.entry.row for each in wanted(looked)] == [2]


async def test_an_entry_without_address_can_be_taken_in_as_its_record(work, importing, taking_in):
    await work.open()
    text = '[{"type": "book", "title": "A book", "issued": {"raw": "2020"}}]'
    looked = await importing.look(work.case, listing_of(text), LIST)
    assert looked[0].standing is Standing.NO_ADDRESS
    assert wanted(looked) == []
    done = await importing.take(work.case, looked, LIST)
    await taking_in.settled()
    clip = view(work, done.clip_ids[0])
    assert (clip.clip.title, clip.clip.published) == ("A book", "2020")
    assert clip.files[0].name == "entry.json"


async def test_one_undo_takes_back_every_batch(work, importing):
    await work.open()
    done = await imported(work, importing, links(BATCH * 2 + 5), is_fetched=False)
    assert len(done.clip_ids) == BATCH * 2 + 5
    assert len(work.read(clips.ids, work.case)) == BATCH * 2 + 5
    label = await work.history.undo(work.case)
    assert label == f"Import {BATCH * 2 + 5} clips from “list.txt”"
    assert work.read(clips.ids, work.case) == []
    await work.history.redo(work.case)
    assert len(work.read(clips.ids, work.case)) == BATCH * 2 + 5


async def test_links_left_unfetched_wait_for_somebody_to_ask(work, importing, taking_in):
    await work.open()
    done = await imported(work, importing, links(2), is_fetched=False)
    assert {view(work, each).clip.state for each in done.clip_ids} == {ClipState.RECEIVED}
    assert await taking_in.resume() == list(done.clip_ids)


async def test_cancelling_keeps_what_is_in_and_says_how_much(work, importing, jobs):
    await work.open()
    stop = jobs.changed.connect(
        lambda all_: [
            job.changed.connect(lambda job: job.cancel() if job.done == BATCH else None)
            for job in all_.running
        ]
    )
    done = await imported(work, importing, links(BATCH * 3), is_fetched=False)
    stop()
    assert (len(done.clip_ids), done.is_whole) == (BATCH, False)
    assert done.sentence == f"The import was stopped: {BATCH} of {BATCH * 3} clips were imported."
    assert len(work.read(clips.ids, work.case)) == BATCH


async def test_undoing_while_it_runs_ends_it(work, importing, jobs):
    await work.open()
    undone = []

    def on_step(job):
        if job.done == BATCH and not undone:
            undone.append(asyncio.ensure_future(work.history.undo(work.case)))

    jobs.changed.connect(lambda all_: [job.changed.connect(on_step) for job in all_.running])
    await imported(work, importing, links(BATCH * 4), is_fetched=False)
    await asyncio.gather(*undone)
    assert work.read(clips.ids, work.case) == []


async def test_the_list_itself_is_kept_as_a_clip_once(work, importing, taking_in, tmp_path):
    await work.open()
    path = tmp_path / "links.csv"
    path.write_text("url,title\nhttps://a.example/1,One\n")
    clip_id = await importing.keep(work.case, path)
    await taking_in.settled()
    assert view(work, clip_id).clip.kind is ClipKind.DOCUMENT
    assert await importing.keep(work.case, path) == clip_id
    assert len(work.read(clips.ids, work.case)) == 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("https://a.example/path/\nhttps://b.example/\n", "a.example/path"),
        ('[{"title": "Line\\none\\u202e", "url": "https://a.example"}]', "Line one"),
    ],
)
def test_an_entry_is_called_by_its_title_or_its_address(text, title):
    assert title_of(listing_of(text).entries[0]) == title


@pytest.fixture
def on_line(work, worker, jobs):
    web = FakeWeb()
    web.add(BRIDGE, ARTICLE)
    return TakingIn(work.library, work.history, worker, jobs, web.net)


async def test_a_link_of_a_list_is_fetched_and_the_lists_title_stays(work, on_line, jobs):
    await work.open()
    importing = Importing(work.library, work.history, on_line, jobs)
    text = json.dumps([{"type": "webpage", "title": "As the list has it", "URL": BRIDGE}])
    done = await imported(work, importing, text)
    await on_line.settled()
    clip = view(work, done.clip_ids[0]).clip
    assert (clip.state, clip.title) == (ClipState.READY, "As the list has it")
    assert clip.said_in["title"] == "CSL-JSON title"
    assert clip.text
    await work.history.undo(work.case)
    assert work.read(clips.ids, work.case) == []


async def test_a_page_that_the_case_has_becomes_a_new_version_of_it(work, on_line, jobs):
    await work.open()
    importing = Importing(work.library, work.history, on_line, jobs)
    first = await imported(work, importing, BRIDGE)
    await on_line.settled()
    looked = await importing.look(work.case, listing_of(BRIDGE), LIST)
    assert looked[0].standing is Standing.KNOWN
    second = await importing.take(work.case, looked, LIST)
    await on_line.settled()
    assert view(work, second.clip_ids[0]).clip.earlier_id == first.clip_ids[0]
