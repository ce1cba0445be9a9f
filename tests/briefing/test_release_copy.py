"""What is above a copy's marking is nowhere in it."""

from dataclasses import replace

import pytest
from briefing_cases import (
    CAPTURED,
    EXPORTED,
    HEAD,
    PHOTO,
    PICTURES,
    TOOL,
    briefing,
    empty,
    hostile,
    kupiansk,
    picture_file,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from lintwork import with_rows
from reading import text

from caseboard.analysis.standing import standings
from caseboard.briefing import manifest, outline, pdf, release
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import chosen
from caseboard.briefing.record import Deed, Record, untold
from caseboard.briefing.release import Ceiling, Reason
from caseboard.model.claim import ClaimLocation
from caseboard.model.clip import Anchor, Tag
from caseboard.model.entities import Location, Position, Source
from caseboard.model.inquiry import Consistency, Evidence, Gap, Hypothesis, Inquiry
from caseboard.model.net_change import Since
from caseboard.model.terms import AnchorKind, Fit, LayerKind, LocationKind, Marking, Reuse
from caseboard.model.work import Georeference, Layer

SECRET = "Zwanzigfach"
"""A word that stands nowhere else."""
GREEN = Ceiling(Marking.GREEN)


@pytest.fixture
def dossier():
    """The Kupiansk case, of which anything may go that is not marked higher."""
    found = kupiansk()
    found.case.marking = Marking.CLEAR
    for clip in found.clips:
        clip.reuse = Reuse.ALLOWED
    return found


def everything(dossier, **changes):
    """A briefing that is for everyone, with every section on."""
    kinds = [{"kind": kind.value, "on": True} for kind in SectionKind]
    fields = {"marking": Marking.CLEAR, "sections": kinds, "texts": {}, **changes}
    return briefing(dossier.case, **fields)


def bytes_of(copy):
    """All that is written of a copy: outline, manifest and the text of the PDF."""
    making = outline.prepared(
        copy.dossier,
        copy.briefing,
        PICTURES,
        standings(copy.dossier),
        exported=EXPORTED,
        program=TOOL,
        version=1,
        withheld=copy.withheld,
        pictureless=copy.pictureless,
        coarsened=copy.coarsened,
    )
    made = outline.made(making)
    told = manifest.written(manifest.made(making, made)).decode()
    return "\n".join((repr(made), told, text(pdf.render(made)), repr(copy)))


def made(dossier, ceiling=GREEN, **changes):
    return release.made(dossier, everything(dossier, **changes), ceiling)


def whats(copy, reason):
    return [each.what for each in copy.withheld if each.reason is reason]


def test_what_has_no_higher_marking_is_all_there(dossier):
    copy = made(dossier, Ceiling(Marking.GREEN, hides_collector=False))
    assert [clip.id for clip in copy.dossier.clips] == [clip.id for clip in dossier.clips]
    assert [claim.id for claim in copy.dossier.claims] == [claim.id for claim in dossier.claims]
    assert {each.reason for each in copy.withheld} <= {Reason.POSITION}
    assert "Getty" in bytes_of(copy)


def test_nothing_of_the_case_itself_is_changed(dossier):
    names = ("clips", "files", "claims", "notes", "locations", "positions", "disputes", "tags")
    before = [row.model_dump() for name in names for row in getattr(dossier, name)]
    dossier.clips[0].marking = Marking.RED
    dossier.clips[0].marking = None
    made(dossier, Ceiling(Marking.CLEAR), marking=Marking.RED)
    assert before == [row.model_dump() for name in names for row in getattr(dossier, name)]


# --- a word that must not be found ---


def in_clip(dossier):
    """A clip above the copy, with the word in all that it says and all that is said of it."""
    clip = dossier.clips[1]
    clip.marking = Marking.RED
    clip.title = clip.author = clip.text = clip.site = clip.credit = clip.licence = SECRET
    clip.url_asked = clip.url_reached = f"https://example.org/{SECRET}"
    source = Source(name=SECRET, reliability_reason=SECRET)
    clip.source_id = source.id
    places = {each.id for each in dossier.anchors if each.clip_id == clip.id}
    for anchor in dossier.anchors:
        if anchor.id in places:
            anchor.exact = anchor.prefix = anchor.suffix = SECRET
    for report in dossier.reports:
        if report.anchor_id in places:
            report.credibility_reason = SECRET
            report.claimant_id = source.id
    file = picture_file(clip, PHOTO + b"0", SECRET, SECRET, SECRET)
    return with_rows(with_rows(dossier, "files", file), "sources", source)


def in_claim(dossier):
    claim = dossier.claims[0]
    claim.marking = Marking.AMBER
    claim.statement = claim.assessment = claim.confidence_basis = SECRET
    dossier.disputes[0].both_could_hold = SECRET
    return dossier


def in_note(dossier):
    note = dossier.notes[0]
    note.marking, note.text = Marking.AMBER_STRICT, SECRET
    return dossier


def in_private_note(dossier):
    dossier.notes[0].is_private, dossier.notes[0].text = True, SECRET
    return dossier


def in_note_on_a_clip(dossier):
    dossier.clips[0].marking = Marking.RED
    dossier.notes[0].text = SECRET
    return dossier


def in_layer(dossier):
    layer = Layer(
        case_id=dossier.case.id,
        ref="KUP-2024-11-L1",
        name=SECRET,
        attribution=SECRET,
        estimated=SECRET,
        marking=Marking.RED,
    )
    change = Layer(
        case_id=dossier.case.id,
        ref="KUP-2024-11-L2",
        name=SECRET,
        kind=LayerKind.CHANGE,
        derived_from=[layer.id, "other"],
    )
    return with_rows(dossier, "layers", layer, change)


def in_traced_layer(dossier):
    dossier.clips[0].marking = Marking.RED
    at = Georeference(case_id=dossier.case.id, clip_id=dossier.clips[0].id, file_id="f")
    layer = Layer(
        case_id=dossier.case.id,
        ref="KUP-2024-11-L1",
        name=SECRET,
        kind=LayerKind.TRACED,
        georeference_id=at.id,
    )
    return with_rows(with_rows(dossier, "georeferences", at), "layers", layer)


def in_gap_and_cell(dossier):
    """What was asked, and argued, about a claim above the copy."""
    claim = dossier.claims[1]
    claim.marking = Marking.RED
    gap = Gap(
        case_id=dossier.case.id,
        ref="KUP-2024-11-G1",
        question=SECRET,
        changes=SECRET,
        claim_id=claim.id,
        created=CAPTURED,
    )
    inquiry = Inquiry(case_id=dossier.case.id, question="Who holds it?")
    answer = Hypothesis(
        case_id=dossier.case.id,
        inquiry_id=inquiry.id,
        ref="KUP-2024-11-H1",
        statement="Nobody",
        ordinal=0,
    )
    row = Evidence(inquiry_id=inquiry.id, claim_id=claim.id)
    cell = Consistency(
        hypothesis_id=answer.id, claim_id=claim.id, fit=Fit.CONSISTENT, reason=SECRET
    )
    for name, each in (
        ("gaps", gap),
        ("inquiries", inquiry),
        ("hypotheses", answer),
        ("inquiry_evidence", row),
        ("consistencies", cell),
    ):
        dossier = with_rows(dossier, name, each)
    return dossier


def in_metadata(dossier):
    dossier.files[1].meta = {"width": 10, "EXIF Artist": SECRET, "XMP Creator": SECRET}
    return dossier


def in_collector(dossier):
    dossier.case.collector = SECRET
    tag = Tag(anchor_id=dossier.anchors[0].id, keyword="bridge", who=SECRET)
    return with_rows(dossier, "tags", tag)


def in_site_of_a_unit(dossier):
    site = Location(name=SECRET, kind=LocationKind.SITE, lat=49.71, lon=37.61, precision_m=20)
    at = Position(
        case_id=dossier.case.id,
        unit_id=dossier.units[0].id,
        location_id=site.id,
        anchor_id=dossier.anchors[0].id,
    )
    about = ClaimLocation(claim_id=dossier.claims[0].id, location_id=site.id)
    for name, each in (("locations", site), ("positions", at), ("claim_locations", about)):
        dossier = with_rows(dossier, name, each)
    return dossier


def in_place_of_a_note(dossier):
    """A region that a private note alone stands at."""
    at = Anchor(clip_id=dossier.clips[0].id, kind=AnchorKind.TEXT, exact=SECRET, start=0, end=1)
    note = dossier.notes[0]
    note.is_private, note.anchor_id = True, at.id
    return with_rows(dossier, "anchors", at)


PLANTS = (
    *(in_clip, in_claim, in_note, in_private_note, in_note_on_a_clip, in_layer, in_traced_layer),
    *(in_gap_and_cell, in_metadata, in_collector, in_site_of_a_unit, in_place_of_a_note),
)
TEXTS = {
    "bottom_line": {"bottom_line": SECRET},
    "judgements": {"judgements": [SECRET], "confidence_basis": SECRET},
    "changes": {"texts": {"changes": SECRET}},
    "situation": {"texts": {"situation": SECRET}},
    "assessment": {"texts": {"assessment": SECRET}, "assumptions": [{"text": SECRET}]},
    "gaps": {"texts": {"indicators": SECRET}},
    "method": {"texts": dict.fromkeys(("method", "limits", "not_collected", "automation"), SECRET)},
    "source_summary": {"texts": {"source_summary": SECRET}},
    "attestation": {"texts": {"attestation": SECRET}},
}


@pytest.mark.parametrize("plant", PLANTS)
def test_a_word_above_the_marking_is_found_nowhere(dossier, plant):
    planted = plant(dossier)
    copy = made(planted)
    assert SECRET in repr(planted)
    assert SECRET not in bytes_of(copy)
    assert copy.withheld or plant is in_metadata


@given(st.sets(st.sampled_from(PLANTS), min_size=2), st.sampled_from(Marking))
@settings(max_examples=25, deadline=None)
def test_nor_in_any_company(plants, ceiling):
    dossier = kupiansk()
    dossier.case.marking = Marking.CLEAR
    for plant in sorted(plants, key=PLANTS.index):
        dossier = plant(dossier)
    copy = made(dossier, Ceiling(ceiling))
    is_high = {Marking.RED, Marking.AMBER_STRICT, Marking.AMBER}
    if ceiling not in is_high:
        assert SECRET not in repr(copy)
    held = (*copy.dossier.clips, *copy.dossier.claims, *copy.dossier.notes, *copy.dossier.layers)
    ladder = list(Marking)
    assert all(ladder.index(row.marking or Marking.CLEAR) <= ladder.index(ceiling) for row in held)
    anchors = {anchor.id for anchor in copy.dossier.anchors}
    assert {report.anchor_id for report in copy.dossier.reports} <= anchors
    claims = {claim.id for claim in copy.dossier.claims}
    assert {report.claim_id for report in copy.dossier.reports} == claims


@pytest.mark.parametrize("kind", TEXTS)
def test_the_words_of_a_section_above_the_marking_are_found_nowhere(dossier, kind):
    rows = [{"kind": each.value, "on": True} for each in SectionKind]
    for row in rows:
        if row["kind"] == kind:
            row["marking"] = Marking.RED.value
    ceiling = Ceiling(Marking.GREEN, hides_collector=False)
    fields = {"sections": rows, "is_author_withheld": False, **TEXTS[kind]}
    assert SECRET in bytes_of(made(dossier, Ceiling(Marking.RED, hides_collector=False), **fields))
    copy = made(dossier, ceiling, **fields)
    assert SECRET not in bytes_of(copy)
    assert whats(copy, Reason.MARKING)


@pytest.mark.parametrize("kind", TEXTS)
def test_words_are_marked_as_their_briefing_where_their_section_says_nothing(dossier, kind):
    copy = made(dossier, marking=Marking.AMBER, **TEXTS[kind])
    assert SECRET not in bytes_of(copy)
    assert copy.briefing.marking is Marking.GREEN


def test_a_bottom_line_that_is_left_out_is_not_told_as_missing(dossier):
    line = {"kind": "bottom_line", "on": True, "marking": Marking.RED.value}
    copy = made(dossier, sections=[line, {"kind": "claims", "on": True}])
    assert not copy.briefing.bottom_line
    assert "No bottom line" not in bytes_of(copy)


def test_a_section_marked_lower_than_its_briefing_goes(dossier):
    rows = [{"kind": "bottom_line", "on": True, "marking": Marking.GREEN.value}]
    copy = made(dossier, marking=Marking.RED, sections=rows)
    assert "probably" in copy.briefing.bottom_line
    assert copy.briefing.judgements == []


def test_a_case_above_the_copy_lends_its_marking_to_what_has_none(dossier):
    dossier.case.marking = Marking.AMBER
    dossier.clips[0].marking = Marking.GREEN
    copy = made(dossier)
    assert [clip.ref for clip in copy.dossier.clips] == ["KUP-2024-11-E001"]
    assert copy.dossier.claims == []
    assert copy.dossier.case.question == ""


def test_the_name_of_a_case_above_the_copy_is_in_no_byte_of_it(dossier):
    dossier.case.marking, dossier.case.title = Marking.AMBER, SECRET
    assert SECRET not in bytes_of(made(dossier))
    untitled = made(dossier, title="")
    assert outline_title(untitled) == SECRET  # a document has to be called something


def outline_title(copy):
    return (copy.briefing.title or copy.dossier.case.title).strip()


@pytest.mark.parametrize(
    ("kind", "rows"), [("notes", "notes"), ("claims", "claims"), ("units", "positions")]
)
def test_rows_go_with_the_section_they_are_printed_in(dossier, kind, rows):
    sections = [{"kind": kind, "on": True, "marking": Marking.RED.value}]
    copy = made(dossier, sections=sections)
    assert not getattr(copy.dossier, rows)


# --- what is told instead ---


def test_refs_to_what_is_left_out_are_withheld_in_every_text(dossier):
    dossier.clips[1].marking = Marking.RED
    dossier.notes[0].text = "As [[E002]] shows, [[E001]] is short."
    dossier.claims[1].assessment = "See [[kup-2024-11-e2|a word]] [[E002]]."
    copy = made(dossier, bottom_line="So it is said [[E001]] [[E002]][[E2]]. [[E404]]")
    assert copy.briefing.bottom_line == "So it is said [[E001]] [withheld]. [[E404]]"
    assert copy.dossier.notes[0].text == "As [withheld] shows, [[E001]] is short."
    assert "See [withheld]." in [claim.assessment for claim in copy.dossier.claims]
    assert dossier.notes[0].text.startswith("As [[E002]]")


def test_judgements_are_told_that_lose_all_they_cite(dossier):
    dossier.clips[1].marking = Marking.RED
    copy = made(dossier, judgements=["Likely [[E001]].", "Likely [[E002]].", "Likely."])
    assert "all that judgement 2 cites" in whats(copy, Reason.RESTS)
    assert len([each for each in whats(copy, Reason.RESTS) if "judgement" in each]) == 1


def test_a_claim_goes_with_the_last_exhibit_that_told_of_it(dossier):
    dossier.clips[0].marking = Marking.RED
    copy = made(dossier)
    refs = {claim.ref for claim in copy.dossier.claims}
    assert refs == {"KUP-2024-11-C2", "KUP-2024-11-C3"}
    assert "C1" in whats(copy, Reason.RESTS)
    assert "1 dispute" in whats(copy, Reason.RESTS)
    assert "E001" in whats(copy, Reason.MARKING)


def test_what_is_left_out_is_printed_without_giving_it_away(dossier):
    planted = in_clip(in_private_note(dossier))
    printed = bytes_of(made(planted))
    assert "E002" in printed
    assert "1 note" in printed
    assert planted.clips[1].id not in printed.split("ReleaseCopy(")[0]


# --- pictures, positions, people ---


@pytest.mark.parametrize("reuse", [Reuse.UNKNOWN, Reuse.REFUSED])
def test_pictures_without_rights_are_not_printed(dossier, reuse):
    dossier.clips[0].reuse = reuse
    copy = made(dossier)
    assert copy.pictureless == {dossier.clips[0].id}
    assert not [
        each for each in copy.dossier.files if each.media_type == "image/jpeg" and each.step
    ]
    assert whats(copy, Reason.RIGHTS) == ["pictures of E001"]
    assert made(dossier, Ceiling(Marking.GREEN, hides_unlicensed=False)).pictureless == frozenset()


def test_a_picture_without_rights_is_no_layer_either(dossier):
    dossier.clips[0].reuse = Reuse.UNKNOWN
    at = Georeference(case_id=dossier.case.id, clip_id=dossier.clips[0].id, file_id="f")
    kinds = (LayerKind.PICTURE, LayerKind.TRACED)
    layers = [
        Layer(case_id="c", ref=f"KUP-2024-11-L{n}", name="", kind=kind, georeference_id=at.id)
        for n, kind in enumerate(kinds)
    ]
    dossier = with_rows(with_rows(dossier, "georeferences", at), "layers", *layers)
    assert [layer.kind for layer in made(dossier).dossier.layers] == [LayerKind.TRACED]


def test_where_a_photo_was_taken_is_left_out(dossier):
    dossier.files[1].meta = {"lat": 49.123456, "lon": 37.654321, "width": 10, "height": 20}
    copy = made(dossier)
    assert "1 position of a picture" in whats(copy, Reason.POSITION)
    (file,) = [each for each in copy.dossier.files if each.id == dossier.files[1].id]
    assert file.meta == {"width": 10, "height": 20}
    assert "49.123456" not in bytes_of(copy)


def test_a_unit_is_nowhere_closer_than_it_may_be_told(dossier):
    exact = {"lat": 49.71063, "lon": 37.61567, "precision_m": 30}
    at = dossier.positions[0].model_dump() | exact | {"location_id": None}
    copy = made(replace(dossier, positions=[Position(**at)]))
    assert "49.71063" not in bytes_of(copy)
    assert copy.coarsened == {dossier.units[0].id}
    assert "1 exact position" in whats(copy, Reason.POSITION)
    assert "coarser than they are known" in bytes_of(copy)


def test_a_place_of_a_unit_that_nothing_else_names_is_gone(dossier):
    planted = replace(in_site_of_a_unit(dossier), claim_locations=[])
    assert SECRET not in repr(made(planted))


def test_who_wrote_is_hidden_where_it_is_who_collected(dossier):
    copy = made(dossier)
    assert (copy.briefing.author, copy.briefing.is_author_withheld) == ("", True)
    assert "Desk 2" not in bytes_of(copy)
    other = made(dossier, author="Olha Writer")
    assert other.briefing.author == "Olha Writer"
    assert made(dossier, author="Olha Writer", is_author_withheld=True).briefing.author == ""


def test_an_attestation_goes_with_the_name_of_who_signs_it(dossier):
    texts = {"attestation": f"I, {SECRET}, collected this."}
    assert SECRET not in bytes_of(made(dossier, texts=texts))
    shown = Ceiling(Marking.GREEN, hides_collector=False)
    assert SECRET in bytes_of(made(dossier, shown, texts=texts))


@pytest.mark.parametrize("marking", Marking)
def test_pages_of_a_copy_carry_the_marking_that_was_chosen(dossier, marking):
    dossier.clips[0].marking = Marking.GREEN
    assert made(dossier, Ceiling(marking)).briefing.marking is marking  # it may hold as much


def test_a_classification_falls_with_the_marking(dossier):
    lower = made(dossier, marking=Marking.RED, classification="Official secret")
    assert lower.briefing.classification == ""
    same = made(dossier, marking=Marking.GREEN, classification="Official")
    assert same.briefing.classification == "Official"


def test_switching_every_section_off_leaves_none(dossier):
    rows = [{"kind": "notes", "on": True, "marking": Marking.RED.value}]
    copy = made(dossier, sections=rows)
    assert chosen(copy.briefing) == ()


# --- what came before, and who did what ---


def test_what_came_before_holds_nothing_that_is_left_out_now(dossier):
    was = kupiansk_before(dossier)
    since = Since(1, EXPORTED, was, everything(was, texts={"changes": "Before [[E002]]."}))
    dossier.clips[1].marking = Marking.RED
    copy = made(dossier)
    told = release.past(since, dossier, everything(dossier), copy, GREEN)
    assert "KUP-2024-11-E002" not in {clip.ref for clip in told.dossier.clips}
    assert SECRET not in repr(told)
    assert [clip.ref for clip in told.dossier.clips] == ["KUP-2024-11-E001"]


def test_what_a_copy_leaves_out_is_not_told_as_dropped_since_then(dossier):
    was = kupiansk_before(dossier)
    since = Since(1, EXPORTED, was, everything(was, marking=Marking.GREEN))
    assert since.briefing.judgements
    copy = made(dossier, marking=Marking.RED)
    assert not copy.briefing.judgements
    told = release.past(since, dossier, everything(dossier), copy, GREEN).briefing
    assert (told.judgements, told.bottom_line, told.confidence) == ([], "", None)
    assert (told.assumptions, told.confidence_basis) == ([], "")


def kupiansk_before(dossier):
    """The case as it was, when what is red now had no marking yet."""
    clips = [type(clip)(**clip.model_dump()) for clip in dossier.clips]
    clips[1].title = SECRET
    return replace(dossier, clips=clips)


def test_custody_is_told_without_names_and_words():
    deed = Deed(seq=1, at=EXPORTED, who=SECRET, label=f"Add clip {SECRET}", hash=HEAD)
    told = untold(Record(3, (deed,), (f"{SECRET} is damaged",)), hides_who=True)
    assert SECRET not in repr(told)
    assert (told.count, told.deeds[0].hash, len(told.problems)) == (3, HEAD, 1)
    assert untold(Record(3, (deed,), ()), hides_who=True).problems == ()
    assert untold(Record(3, (deed,)), hides_who=False).deeds[0].who == SECRET


@pytest.mark.parametrize("whole", [hostile(), empty()])
def test_any_case_can_be_cut(whole):
    rows = [{"kind": None}, {"on": True}, {"kind": "situation", "on": True, "marking": 7}]
    rough = briefing(whole.case, sections=rows, texts={"situation": "[[", "later": 3})
    for ceiling in Marking:
        copy = release.made(whole, rough, Ceiling(ceiling))
        assert bytes_of(copy)
