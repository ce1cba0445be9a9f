"""Taking a colleague's claims into a case."""

import json
from dataclasses import replace

import pytest

from caseboard.analysis.standing import weigh
from caseboard.commands import claims_books, importing_claims
from caseboard.commands.anchoring import RegionPlace
from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Edit
from caseboard.commands.exporting_claims import Form, export, form_of, made_of
from caseboard.commands.gaps import AddGap
from caseboard.commands.history import History
from caseboard.commands.importing_claims import ImportClaims
from caseboard.commands.quantities import QuantityDraft
from caseboard.errors import CaseError
from caseboard.exchange import claims_reading
from caseboard.exchange.claims_book import Passage, Spot, Troop
from caseboard.model.case import Case
from caseboard.model.claim import Claim, Dispute
from caseboard.model.entities import Source
from caseboard.model.terms import (
    AnchorKind,
    ClaimStatus,
    Confidence,
    Ladder,
    QuantityKind,
    Reliability,
    Side,
)
from caseboard.store import dossiers, ledgers, verify
from caseboard.store.gaps import Target
from caseboard.store.library import Library
from caseworker import TEXT, Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def elsewhere(tmp_path):
    """A colleague's library."""
    library = Library.open(tmp_path / "elsewhere", "colleague")
    yield Casework(library, History(library.database))
    library.close()


async def a_case(work):
    """A case with two claims in one clip, all that can be said of them, and a dispute."""
    await work.open()
    clip_id = await work.clip()
    one = await work.claim(clip_id)
    two = await work.claim(clip_id, "Two columns got in", "Two columns got in")
    numbers = (QuantityDraft(QuantityKind.FORMATIONS, 2, 2, "columns"),)
    draft = replace(work.report(clip_id, "DeepState", (), "the map said"), quantities=numbers)
    await work.history.run(AddReport(work.case, two, draft))
    judged = {"band": 5, "confidence": Confidence.LOW, "assessment": "It may be."}
    await work.history.run(Edit(Claim, one, judged, "Assess", work.case))
    said = {"status_override": ClaimStatus.OPEN, "override_reason": "Too early"}
    await work.history.run(Edit(Claim, two, said, "Override", work.case))
    texts = {"implies_a": "The line stands.", "implies_b": "It is cut.", "reading": "The second."}
    dispute = await work.dispute(one, two)
    await work.history.run(Edit(Dispute, dispute, texts, "Edit dispute", work.case))
    await work.history.run(AddGap(work.case, "Is there footage?", target=Target("claim", one)))
    return clip_id


def book_of(work):
    """What a file of the case holds, written and read."""
    return claims_reading.read(work.read(made_of, work.case, Form.LINKED))


async def take(work, book):
    return await work.history.run(ImportClaims(work.case, book))


def told(work):
    """The claims of a case without ids, refs and what only this library knows."""
    book = work.read(claims_books.read, work.case)
    names = {each.id: each.name for each in book.speakers}
    statements = {claim.id: claim.statement for claim in book.claims}
    claims = [
        (
            claim.statement,
            claim.judged.status,
            claim.judged.working,
            (claim.band, claim.confidence, claim.assessment, claim.override_reason),
            [
                (
                    said.passage.exact,
                    said.stance,
                    names[said.claimant_id],
                    [names[relay] for relay in said.relays],
                    said.credibility,
                    said.numbers,
                )
                for said in claim.said
            ],
        )
        for claim in book.claims
    ]
    disputes = [
        (
            statements[each.one],
            statements[each.other],
            each.differs_on,
            each.both_could_hold,
            each.implies_a,
            each.implies_b,
            each.reading,
        )
        for each in book.clashes
    ]
    return claims, disputes, [(gap.question, statements.get(gap.about)) for gap in book.gaps]


async def test_a_colleague_s_claims_arrive_as_they_were(work, elsewhere):
    await a_case(elsewhere)
    await work.open()
    await work.clip()
    done = await take(work, book_of(elsewhere))
    assert (done.claims, done.reports, done.disputes, done.gaps) == (2, 3, 1, 1)
    assert done.left_out == []
    assert told(work) == told(elsewhere)
    assert work.read(verify.library, work.library.files) == []


async def test_an_import_is_one_change_that_is_undone_at_once(work, elsewhere):
    await a_case(elsewhere)
    await work.open()
    await work.clip()
    await take(work, book_of(elsewhere))
    label = await work.history.undo(work.case)
    assert label.startswith("Import claims of KUP-")
    assert told(work) == ([], [], [])
    await work.history.redo(work.case)
    assert told(work) == told(elsewhere)


async def test_the_same_file_twice_changes_nothing(work, elsewhere):
    await a_case(elsewhere)
    await work.open()
    await work.clip()
    book = book_of(elsewhere)
    await take(work, book)
    before = told(work)
    written = await work.history.record(ImportClaims(work.case, book))
    assert written.change is None
    assert (written.result.reports, written.result.known) == (0, 3)
    assert written.result.sentence == "Nothing new was found in the file."
    assert told(work) == before


async def test_a_claim_that_is_here_gains_reports_and_keeps_its_assessment(work, elsewhere):
    await a_case(elsewhere)
    await work.open()
    clip_id = await work.clip()
    mine = await work.claim(clip_id, "Two columns got in", "Two columns got in")
    await work.history.run(Edit(Claim, mine, {"assessment": "Mine"}, "Assess", work.case))
    done = await take(work, book_of(elsewhere))
    assert (done.claims, done.reports, done.known) == (1, 2, 1)
    kept = next(c for c in work.read(claims_books.read, work.case).claims if c.id == mine)
    assert (kept.assessment, len(kept.said), kept.override) == ("Mine", 2, None)


async def test_passages_are_found_by_their_words_in_a_clip_of_other_bytes(work, elsewhere):
    await a_case(elsewhere)
    await work.open()
    text = f"Printed again.\n\n{TEXT.replace(chr(39), '’')} And more."
    await work.clip(b"other bytes", text)
    done = await take(work, book_of(elsewhere))
    assert done.left_out == []
    exact = [
        said.passage.exact
        for claim in work.read(claims_books.read, work.case).claims
        for said in claim.said
    ]
    assert exact == ["All assaults", "Two columns got in", "the map said"]


async def test_what_stands_in_two_clips_is_placed_in_neither(work, elsewhere):
    await a_case(elsewhere)
    await work.open()
    await work.clip(b"one", TEXT)
    await work.clip(b"two", f"{TEXT} More.")
    done = await take(work, book_of(elsewhere))
    assert (done.claims, done.reports) == (0, 0)
    assert any("“All assaults”: its passage is in no clip" in line for line in done.left_out)
    assert any("none of its reports could be placed" in line for line in done.left_out)
    assert any(line.startswith("A dispute:") for line in done.left_out)
    assert told(work) == ([], [], [])


async def test_a_region_is_found_on_the_very_picture(work, elsewhere):
    clip_id = await a_case(elsewhere)
    (file,) = elsewhere.read(dossiers.read, elsewhere.case).files
    region = RegionPlace(file.id, 0.25, 0.5, 0.25, 0.25)
    draft = replace(elsewhere.report(clip_id, "Imagery", ()), place=region)
    claim = elsewhere.read(claims_books.read, elsewhere.case).claims[0]
    await elsewhere.history.run(AddReport(elsewhere.case, claim.id, draft))
    await work.open()
    await work.clip()
    await take(work, book_of(elsewhere))
    said = work.read(claims_books.read, work.case).claims[0].said[-1].passage
    assert (said.kind, said.x, said.h) == (AnchorKind.PICTURE, 0.25, 0.25)


async def test_a_source_that_is_known_keeps_its_own_grade(work, elsewhere):
    await a_case(elsewhere)
    await graded(elsewhere, "General Staff", Reliability.B)
    await graded(elsewhere, "Ukrinform", Reliability.A)
    await work.open()
    clip_id = await work.clip()
    await work.claim(clip_id, "Something else")
    await graded(work, "General Staff", Reliability.D)
    await graded(work, "Ukrinform", Reliability.F)
    await take(work, book_of(elsewhere))
    grades = {s.name: s.reliability for s in work.read(dossiers.read, work.case).sources}
    assert grades["General Staff"] is Reliability.D
    assert grades["Ukrinform"] is Reliability.F


async def test_a_source_that_is_new_brings_its_grade_and_the_reason(work, elsewhere):
    await a_case(elsewhere)
    await graded(elsewhere, "DeepState", Reliability.C)
    await work.open()
    await work.clip()
    await take(work, book_of(elsewhere))
    (source,) = [s for s in work.read(dossiers.read, work.case).sources if s.name == "DeepState"]
    assert (source.reliability, source.reliability_reason) == (Reliability.C, "So it is")


async def test_blanks_in_a_name_make_no_other_source(work, elsewhere):
    await a_case(elsewhere)
    book = book_of(elsewhere)
    padded = tuple(replace(each, name=f" {each.name}\n") for each in book.speakers)
    await work.open()
    await work.clip()
    await take(work, replace(book, speakers=padded))
    done = await take(work, replace(book, speakers=padded))
    assert (done.reports, done.known) == (0, 3)
    assert {s.name for s in work.read(dossiers.read, work.case).sources} == {
        *("General Staff", "Ukrinform", "DeepState")
    }


async def graded(work, name, grade):
    (source,) = [s for s in work.read(dossiers.read, work.case).sources if s.name == name]
    change = {"reliability": grade, "reliability_reason": "So it is"}
    await work.history.run(Edit(Source, source.id, change, "Grade"))


async def test_a_likelihood_of_another_ladder_is_left_out_in_words(work, elsewhere):
    await a_case(elsewhere)
    await elsewhere.history.run(
        Edit(Case, elsewhere.case, {"ladder": Ladder.PHIA}, "Edit case", elsewhere.case)
    )
    await work.open()
    await work.clip()
    done = await take(work, book_of(elsewhere))
    assert done.left_out == ["The likelihood of claim C1: it stands on another ladder of words."]
    assert work.read(claims_books.read, work.case).claims[0].band is None


async def test_places_and_units_are_known_again_by_their_names(work, elsewhere):
    clip_id = await a_case(elsewhere)
    await elsewhere.tag(clip_id)
    book = book_of(elsewhere)
    spot = Spot("l", "KUPIANSK", lat=49.7, lon=37.6)
    troop = Troop("u", "2nd Brigade", Side.HOSTILE, sidc="nonsense")
    claim = replace(book.claims[0], spots=(spot.id,), troops=(troop.id,))
    book = replace(book, spots=(spot,), troops=(troop,), claims=(claim, *book.claims[1:]))
    await work.open()
    await work.tag(await work.clip())
    await take(work, book)
    dossier = work.read(dossiers.read, work.case)
    assert [place.name for place in dossier.locations] == ["Kupiansk"]
    assert [(unit.name, unit.side, unit.sidc) for unit in dossier.units] == [
        ("2nd Brigade", Side.HOSTILE, "")
    ]
    assert len(dossier.claim_locations) == len(dossier.claim_units) == 1


async def test_a_report_whose_claimant_is_not_told_is_left_out(work, elsewhere):
    await a_case(elsewhere)
    book = replace(book_of(elsewhere), speakers=())
    await work.open()
    await work.clip()
    done = await take(work, book)
    assert done.reports == 0
    assert "the file does not say who said it" in done.left_out[0]


async def test_a_time_that_is_none_is_left_out_and_the_claim_comes_in(work, elsewhere):
    await a_case(elsewhere)
    book = book_of(elsewhere)
    odd = replace(book.claims[0], event_time="the day after")
    await work.open()
    await work.clip()
    done = await take(work, replace(book, claims=(odd, *book.claims[1:])))
    assert done.claims == 2
    assert done.left_out == ["A time of claim C1: “the day after” cannot be read."]


async def test_a_place_outside_of_its_picture_is_left_out_in_words(work, elsewhere):
    await a_case(elsewhere)
    book = book_of(elsewhere)
    (exhibit,) = book.exhibits
    beyond = Passage(
        "a", exhibit.id, AnchorKind.PICTURE, x=0.9, y=0.0, w=0.5, h=0.5,
        file_sha256=exhibit.sha256,
    )  # fmt: skip
    claim = book.claims[0]
    said = (replace(claim.said[0], passage=beyond), *claim.said)
    await work.open()
    await work.clip()
    done = await take(work, replace(book, claims=(replace(claim, said=said),), clashes=(), gaps=()))
    assert (done.claims, done.reports) == (1, 1)
    assert done.left_out == [
        "A report of claim C1, “a region of a picture”: That region lies outside the picture."
    ]


async def test_a_weighed_import_gives_the_colleague_s_status(work, elsewhere):
    await a_case(elsewhere)
    await work.open()
    await work.clip()
    await take(work, book_of(elsewhere))
    theirs = weigh(elsewhere.read(ledgers.read, elsewhere.case)).values()
    mine = weigh(work.read(ledgers.read, work.case)).values()
    assert [(s.status, s.derived) for s in mine] == [(s.status, s.derived) for s in theirs]


async def test_too_many_reports_at_once_are_refused(work, elsewhere):
    await a_case(elsewhere)
    book = book_of(elsewhere)
    many = replace(book.claims[0], said=book.claims[0].said * (importing_claims.REPORTS + 1))
    await work.open()
    with pytest.raises(CaseError, match="more than 20,000 reports"):
        await take(work, replace(book, claims=(many,)))


async def test_a_file_is_written_whole_and_read_again(work, tmp_path):
    await a_case(work)
    target = tmp_path / "claims.jsonld"
    await export(work.library, work.case, form_of(target), target)
    assert importing_claims.read(target) == work.read(claims_books.read, work.case)
    assert json.loads(target.read_bytes())["marking"] == "TLP:AMBER"


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CaseError, match=r"none\.jsonld cannot be read"):
        importing_claims.read(tmp_path / "none.jsonld")
