"""Verify finds what has changed behind the program's back, and names it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlcipher3 import dbapi2

from caseboard.commands import layer_files
from caseboard.commands.briefings import RecordExport, SaveBriefing
from caseboard.commands.layer_files import Drawn
from caseboard.commands.layers import AddLayer, BinLayer, LayerFacts
from caseboard.model.work import Briefing
from caseboard.store import verify
from caseworker import Casework

NOW = datetime(2024, 11, 14, 18, tzinfo=UTC)


def tamper(library, statement, *values):
    connection = dbapi2.connect(str(library.folder / "library.sqlite"))
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def check(library):
    return library.database.read_now(verify.library, library.files)


async def filled(library, history):
    work = Casework(library, history)
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    await work.claim(clip_id)
    return work


async def test_an_untouched_library_is_clean(library, history):
    await filled(library, history)
    assert check(library) == []


async def test_a_changed_file_is_named_by_the_clip_it_belongs_to(library, history):
    await filled(library, history)
    (path,) = [p for p in (library.folder / "files").rglob("*") if p.is_file()]
    data = bytearray(path.read_bytes())
    data[5] ^= 1
    path.write_bytes(data)
    (found,) = check(library)
    assert found.ref.endswith("-E001")
    assert "note.txt" in found.sentence


async def test_a_changed_row_is_not_what_the_journal_says(library, history):
    await filled(library, history)
    tamper(library, "UPDATE claim SET statement='The town fell'")
    refs = [finding.ref for finding in check(library)]
    assert any(ref.endswith("-C1") for ref in refs)


async def test_a_lost_row_is_missed(library, history):
    await filled(library, history)
    tamper(library, "DELETE FROM tag")
    assert any("lost it" in finding.sentence for finding in check(library))


async def test_a_rewritten_change_set_breaks_the_chain(library, history):
    await filled(library, history)
    tamper(library, "UPDATE change_set SET who='someone else' WHERE seq=2")
    assert [f.ref for f in check(library)] == ["change 2"]


async def test_a_removed_change_set_is_missed(library, history):
    await filled(library, history)
    tamper(library, "DELETE FROM change_set WHERE seq=3")
    assert any("missing" in finding.sentence for finding in check(library))


async def test_a_stale_index_is_found(library, history):
    await filled(library, history)
    tamper(library, "DELETE FROM search_doc WHERE kind='claim'")
    assert any(finding.ref == "search index" for finding in check(library))


async def test_an_index_changed_by_another_connection_is_not_taken_for_corrupt(library, history):
    work = Casework(library, history)
    case = await work.open()
    for number in range(12):
        await work.clip(f"clip {number}".encode())
        assert check(library) == []
        await history.undo(case)
        assert check(library) == []


async def test_files_are_counted_as_they_are_checked_and_a_check_can_be_stopped(library, history):
    work = Casework(library, history)
    await work.open()
    for number in range(verify.BATCH + 3):
        await work.clip(data=f"file {number}".encode())
    told = []
    assert verified(library, lambda done, total: told.append((done, total))) == []
    assert told == [(done, verify.BATCH + 3) for done in range(1, verify.BATCH + 4)]
    with pytest.raises(InterruptedError):
        verified(library, stop)


def verified(library, progress):
    return library.database.read_now(verify.files, library.files, progress=progress)


def stop(_done, _total):
    raise InterruptedError


async def test_the_files_of_a_layer_are_checked_as_those_of_clips_are(library, history):
    work = await filled(library, history)
    shape = Drawn({"type": "Point", "coordinates": [37.6, 49.7]})
    kept = layer_files.keep_drawn(library.files, [shape])
    original = library.files.add(b"as it came").sha256
    kept = replace(kept, sha256=original, file_name="map.json")
    layer_id = await history.run(AddLayer(work.case, LayerFacts("Front"), kept))
    await history.run(BinLayer(work.case, layer_id))
    assert check(library) == []
    for sha256, name in ((original, "map.json"), (kept.features, "Front")):
        library.files.path(sha256).write_bytes(b"other")
        (found,) = check(library)
        assert found.ref.endswith("-L1")
        assert name in found.sentence
        library.files.add(b"as it came")


async def test_the_frozen_files_of_an_export_are_checked_too(library, history):
    work = await filled(library, history)
    briefing_id = await history.run(SaveBriefing(Briefing(case_id=work.case, title="Two accounts")))
    stored, kept = library.files.add(b"as it was sent"), library.files.add(b"what it rests on")
    record = RecordExport(
        work.case, briefing_id, 1, "sent.pdf", stored, NOW, 1, "head", manifest=kept.sha256
    )
    await history.run(record)
    assert check(library) == []
    for sha256, data in ((stored.sha256, b"as it was sent"), (kept.sha256, b"what it rests on")):
        library.files.path(sha256).write_bytes(b"other")
        (found,) = check(library)
        assert found.ref.endswith("-B1")
        assert "sent.pdf" in found.sentence
        library.files.path(sha256).unlink()
        library.files.add(data)
