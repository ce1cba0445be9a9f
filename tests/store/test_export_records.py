"""Files from outside, found among what the library recorded of its exports."""

from datetime import UTC, datetime

import pytest

from caseboard.commands.bin_clips import BinClips
from caseboard.commands.briefings import RecordExport, SaveBriefing, draft
from caseboard.store import cases, export_records
from caseboard.store.files import Stored
from caseworker import Casework

NOON = datetime(2024, 11, 14, 12, tzinfo=UTC)


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def exported(work, version, exported_at, sha256="a" * 64, manifest="b" * 64):
    await work.history.run(
        RecordExport(
            work.case,
            work.briefing.id,
            version,
            f"{version}.pdf",
            Stored(sha256, 9),
            exported_at,
            1,
            "c" * 64,
            manifest=manifest,
        )
    )


async def begin(work):
    await work.open()
    work.briefing = draft(work.read(cases.by_id, work.case))
    await work.history.run(SaveBriefing(work.briefing))


async def test_a_file_is_found_by_its_hash_with_the_ref_of_its_briefing(work):
    await begin(work)
    await exported(work, 1, NOON)
    found = work.read(export_records.of_file, "a" * 64)

    assert (found.export.name, found.briefing_ref[-3:]) == ("1.pdf", "-B1")
    assert work.read(export_records.of_file, "b" * 64) is None
    assert work.read(export_records.of_manifest, "b" * 64).export.id == found.export.id


async def test_of_several_the_newest_is_given(work):
    await begin(work)
    await exported(work, 2, NOON.replace(hour=13))
    await exported(work, 1, NOON)
    assert work.read(export_records.of_file, "a" * 64).export.version == 2


async def test_a_change_set_is_known_by_its_number(work):
    await begin(work)
    assert len(work.read(export_records.hash_of, 1)) == 64
    assert work.read(export_records.hash_of, 99) is None


async def test_clips_and_claims_are_found_in_the_bin_too_and_in_their_case_alone(work):
    await begin(work)
    clip_id = await work.clip()
    claim_id = await work.claim(clip_id)
    ref = work.read(cases.by_id, work.case).ref
    await work.history.run(BinClips(work.case, frozenset({clip_id})))
    clips = work.read(export_records.clips, ref, [f"{ref}-E001", f"{ref}-E002"])
    claims = work.read(export_records.claims, ref, [f"{ref}-C1"])

    assert {name: clip.id for name, clip in clips.items()} == {f"{ref}-E001": clip_id}
    assert {name: claim.id for name, claim in claims.items()} == {f"{ref}-C1": claim_id}
    assert work.read(export_records.clips, "OTHER-1", [f"{ref}-E001"]) == {}
