"""Briefings checked against the library they were made from."""

import hashlib

import pikepdf
import pytest
from sqlcipher3 import dbapi2
from sqlmodel import select

from caseboard.briefing import manifest
from caseboard.briefing.release import Ceiling
from caseboard.capture.worker import Worker
from caseboard.commands.anchoring import TextPlace
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.claims import AddClaim, ReportDraft
from caseboard.commands.editing import Edit
from caseboard.commands.exporting_briefings import export
from caseboard.commands.sources import Named
from caseboard.commands.verifying_briefings import Match, check
from caseboard.errors import CaseError
from caseboard.model.claim import Claim, Report
from caseboard.model.entities import Source
from caseboard.model.terms import (
    Confidence,
    Credibility,
    ExportForm,
    Reliability,
    SourceKind,
    Stance,
)
from caseboard.store import cases
from caseboard.store.library import Library
from caseworker import BYTES, Casework

HASH = hashlib.sha256(BYTES).hexdigest()
SECTIONS = [{"kind": kind} for kind in ("bottom_line", "judgements", "claims", "exhibits")]


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def sent_by(work, folder):
    """A case with a claim, a briefing on it, and where the briefing was written to."""
    await work.open()
    work.clip_id = await work.clip()
    work.claim_id = await work.claim(work.clip_id)
    work.briefing = draft(work.read(cases.by_id, work.case)).model_copy(
        update={
            "bottom_line": "The staff says that it was stopped there [[E001]].",
            "judgements": ["It is likely that it was stopped [[C1]].", "Winter is near."],
            "sections": SECTIONS,
        }
    )
    await work.history.run(SaveBriefing(work.briefing))
    target = folder / "sent.pdf"
    await export(work.library, work.history, work.briefing, target)
    return target


def damage(library, sha256=HASH):
    library.files.path(sha256).write_bytes(b"other bytes")


def tamper(library, statement, *values):
    connection = dbapi2.connect(str(library.folder / "library.sqlite"))
    connection.execute(statement, values)
    connection.commit()
    connection.close()


async def test_an_untouched_briefing_is_sound(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    found = await check(work.library, worker, sent)

    assert found.is_sound
    assert (found.match, found.recorded.export.version) == (Match.WHOLE, 1)
    assert (found.journal, found.exhibits, found.shaken, found.since) == ((), (), (), ())
    assert found.files == 1


async def test_a_changed_exhibit_is_named_with_all_that_rests_on_it(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    damage(work.library)
    found = await check(work.library, worker, sent)

    assert not found.is_sound
    (finding,) = found.exhibits
    assert finding.ref.endswith("-E001")
    assert "note.txt no longer has the hash" in finding.sentence
    claim, judgement, sentence = found.shaken
    assert claim.what.ref.endswith("-C1")
    assert (judgement.what.number, judgement.claims) == (1, (claim.what.ref,))
    assert sentence.what.text == "The staff says that it was stopped there."


async def test_a_missing_exhibit_is_told_from_a_changed_one(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    work.library.files.path(HASH).unlink()
    (finding,) = (await check(work.library, worker, sent)).exhibits
    assert finding.sentence.endswith("is missing.")


async def test_what_does_not_rest_on_it_is_not_named(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    damage(work.library)
    found = await check(work.library, worker, sent)
    assert "Winter" not in " ".join(str(each.what) for each in found.shaken)


async def test_pages_changed_under_a_true_manifest_are_seen(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    forged = tmp_path / "forged.pdf"
    with pikepdf.open(sent) as pdf:
        pdf.pages.append(pdf.pages[0])
        pdf.save(forged)
    found = await check(work.library, worker, forged)

    assert not found.is_sound
    assert found.match is Match.MANIFEST
    assert found.recorded.export.name == "sent.pdf"


async def test_a_manifest_that_was_never_recorded_is_seen(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    forged = tmp_path / "forged.pdf"
    with pikepdf.open(sent) as pdf:
        told = pdf.attachments[manifest.NAME].get_file().read_bytes()
        del pdf.attachments[manifest.NAME]
        pdf.attachments[manifest.NAME] = told.replace(b"Winter", b"Summer")
        pdf.save(forged)
    found = await check(work.library, worker, forged)

    assert (found.match, found.recorded) == (Match.NONE, None)
    assert not found.is_sound


async def test_a_journal_that_was_rewritten_is_seen(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    tamper(work.library, "UPDATE change_set SET label='nothing' WHERE seq=2")
    found = await check(work.library, worker, sent)
    assert [finding.sentence for finding in found.journal] == [
        "Its content is not what was written."
    ]


async def test_another_library_has_another_journal(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    other = Library.open(tmp_path / "other", "tester")
    try:
        found = await check(other, worker, sent)
    finally:
        other.close()

    assert found.match is Match.NONE
    assert "ends before the change-set" in found.journal[0].sentence
    assert found.exhibits[0].sentence.endswith("is missing.")


async def test_later_work_is_told_and_is_no_fault(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    await work.history.run(
        Edit(Claim, work.claim_id, {"statement": "It held"}, "Edit claim", work.case)
    )
    (worded,) = (await check(work.library, worker, sent)).since
    await work.history.run(BinClips(work.case, frozenset({work.clip_id})))
    found = await check(work.library, worker, sent)

    assert worded.sentence == "It has been worded otherwise since."
    assert found.is_sound
    assert [finding.ref[-4:] for finding in found.since] == ["E001", "1-C1"]
    assert {finding.sentence for finding in found.since} == {"It has been put in the bin since."}


async def test_what_is_judged_otherwise_since_is_told_and_is_no_fault(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    assert (await check(work.library, worker, sent)).since == ()
    run = work.history.run
    (report,) = work.read(rows, Report)
    source = work.read(by_id, Source, report.claimant_id)
    other = await work.claim(work.clip_id, "Two columns got in", "Two columns")
    await work.dispute(other, work.claim_id)  # told of the claim that the briefing names
    changes = {"band": 2, "confidence": Confidence.LOW}
    await run(Edit(Claim, work.claim_id, changes, "Judge", work.case))
    await run(Edit(Report, report.id, {"credibility": Credibility.CONFIRMED}, "Grade", work.case))
    await run(Edit(Source, source.id, {"reliability": Reliability.D}, "Grade", work.case))
    judgements = ["It is unlikely that it was stopped [[C1]].", "Winter is near."]
    await run(SaveBriefing(work.briefing.model_copy(update={"judgements": judgements})))

    found = await check(work.library, worker, sent)
    assert found.is_sound
    assert [(finding.ref[-2:], finding.sentence) for finding in found.since] == [
        ("B1", "Judgement 1 is worded otherwise there now, or dropped."),
        ("C1", "Its status: now disputed, was single source."),
        ("C1", "Its likelihood: now very unlikely, was not stated."),
        ("C1", "Its confidence: now low, was not stated."),
        ("C1", "1 report of it is graded anew."),
        ("C1", "It is disputed by C2 now."),
        ("B1", f"General Staff: now D, was {source.reliability.value}."),
    ]


async def test_what_a_copy_cut_is_not_told_as_changed(work, worker, tmp_path):
    await work.open()
    text = "All assaults at 49.71003, 37.61581 were stopped. Two columns got in."
    work.clip_id = await work.clip(text.encode(), text)
    draft_ = ReportDraft(
        work.clip_id,
        TextPlace(0, text.index(" were")),
        Stance.SUPPORTS,
        Named("General Staff", SourceKind.OFFICIAL),
        (),
    )
    await work.history.run(AddClaim(work.case, "They stood at 49.71003, 37.61581", draft_))
    briefing = draft(work.read(cases.by_id, work.case)).model_copy(
        update={"sections": SECTIONS, "bottom_line": "It is said [[C1]]."}
    )
    await work.history.run(SaveBriefing(briefing))
    sent = tmp_path / "copy.pdf"
    ceiling = Ceiling(briefing.marking)
    await export(work.library, work.history, briefing, sent, ceiling=ceiling)

    found = await check(work.library, worker, sent)
    (claim,) = found.manifest.claims
    assert claim.quotes[0].exact == "All assaults at […]"
    assert claim.statement == "They stood at [position withheld]"
    assert (found.is_sound, found.since) == (True, ())


def rows(session, model):
    return [*session.exec(select(model))]


def by_id(session, model, row_id):
    return session.get(model, row_id)


async def test_a_form_without_attachments_is_checked_by_its_hash(work, worker, tmp_path):
    await sent_by(work, tmp_path)
    page = tmp_path / "sent.html"
    await export(work.library, work.history, work.briefing, page, ExportForm.HTML)
    assert (await check(work.library, worker, page)).is_sound
    damage(work.library)
    assert not (await check(work.library, worker, page)).is_sound


async def test_progress_is_told_and_what_it_raises_stops_the_check(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    told = []
    await check(work.library, worker, sent, lambda done, whole: told.append((done, whole)))
    assert told == [(1, 1)]

    def stop(_done, _whole):
        raise CaseError("Enough.")

    with pytest.raises(CaseError, match="Enough"):
        await check(work.library, worker, sent, stop)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "This file is no PDF"),
        (b"words", "This file is no PDF"),
        (b"%PDF-1.7\nnothing else", "could not be read"),
    ],
)
async def test_what_is_no_briefing_is_refused_in_words(library, worker, tmp_path, data, words):
    file = tmp_path / "file.pdf"
    file.write_bytes(data)
    with pytest.raises(CaseError, match=words):
        await check(library, worker, file)


async def test_a_pdf_without_a_manifest_is_refused_in_words(library, worker, tmp_path):
    file = tmp_path / "file.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)
    with pytest.raises(CaseError, match="carries no manifest"):
        await check(library, worker, file)


async def test_a_locked_pdf_is_refused_in_words(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(sent) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(CaseError, match="could not be read"):
        await check(work.library, worker, locked)


async def test_a_manifest_that_swells_is_refused_and_the_program_goes_on(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    bomb = tmp_path / "bomb.pdf"
    with pikepdf.open(sent) as pdf:
        del pdf.attachments[manifest.NAME]
        pdf.attachments[manifest.NAME] = b" " * (65 * 2**20)
        pdf.save(bomb, compress_streams=True)
    assert bomb.stat().st_size < 2**20
    with pytest.raises(CaseError, match="could not be read"):
        await check(work.library, worker, bomb)
    assert (await check(work.library, worker, sent)).is_sound


async def test_a_file_that_is_not_there_is_said(library, worker, tmp_path):
    with pytest.raises(CaseError, match=r"none\.pdf cannot be read"):
        await check(library, worker, tmp_path / "none.pdf")
    with pytest.raises(CaseError, match="is a folder"):
        await check(library, worker, tmp_path)


async def test_what_is_inside_a_pdf_is_what_was_kept_with_it(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    known = await check(work.library, worker, sent)
    tamper(work.library, "UPDATE briefing_export SET sha256='0'")
    foreign = await check(work.library, worker, sent)

    assert foreign.match is Match.MANIFEST
    assert foreign.manifest == known.manifest


async def test_an_export_of_an_older_program_is_known_but_holds_no_manifest(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    tamper(work.library, "UPDATE briefing_export SET manifest=''")
    with pytest.raises(CaseError, match="as it was recorded, but no manifest"):
        await check(work.library, worker, sent)


async def test_a_kept_manifest_that_was_changed_is_not_believed(work, worker, tmp_path):
    sent = await sent_by(work, tmp_path)
    found = await check(work.library, worker, sent)
    damage(work.library, found.recorded.export.manifest)
    with pytest.raises(CaseError, match="its content has changed"):
        await check(work.library, worker, sent)


async def test_a_chain_of_custody_is_the_same_bytes_twice(work, worker, tmp_path):
    await sent_by(work, tmp_path)
    proof = [{"kind": kind} for kind in ("exhibits", "custody", "check")]
    briefing = work.briefing.model_copy(update={"sections": proof})
    await work.history.run(SaveBriefing(briefing))
    targets = [tmp_path / "1.pdf", tmp_path / "2.pdf"]
    for target in targets:
        await export(work.library, work.history, briefing, target)

    first, second = (target.read_bytes() for target in targets)
    assert first == second
    assert (await check(work.library, worker, targets[1])).is_sound
