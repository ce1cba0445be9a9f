"""No position that stands in words is in a copy for others, whichever field it stands in."""

import io
import zipfile
from dataclasses import fields, replace
from enum import Enum

import pytest
from briefing_cases import (
    CAPTURED,
    EXPORTED,
    PHOTO,
    PICTURES,
    TOOL,
    briefing,
    kupiansk,
    picture_file,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from lintwork import with_rows
from reading import text as pdf_text

from caseboard.analysis.standing import standings
from caseboard.briefing import docx, html, manifest, outline, pdf, release, text, unplaced
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.release import Ceiling, Reason
from caseboard.briefing.unplaced import BRIEFING, QUOTED, WRITTEN, Finder
from caseboard.mapping.content import Feature, Overlay
from caseboard.model.claim import ClaimLocation, Quantity
from caseboard.model.clip import Anchor, Tag
from caseboard.model.collection import Syndication
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Person
from caseboard.model.inquiry import Consistency, Evidence, Gap, Hypothesis, Inquiry
from caseboard.model.terms import (
    AnchorKind,
    ClipKind,
    FileRole,
    Fit,
    LayerKind,
    LocationKind,
    Marking,
    Passage,
    QuantityKind,
    Reuse,
)
from caseboard.model.work import Layer

SPOTS = (
    "49.71003, 37.61581",
    "49°42'36.1\"N 37°36'56.9\"E",
    "37U DR 00205 07310",
    "37U 400205 5507310",
    "8GXVPJ68+28",
    "https://www.google.com/maps/@49.71003,37.61581,15z",
    "https://maps.google.com/?q=49.71003%2C37.61581",
)
DIGITS = ("71003", "61581", "49°42", "36.1", "00205", "07310", "400205", "5507310", "VPJ68")
"""Of those: what a reader would need of any."""
GREEN = Ceiling(Marking.GREEN, hides_collector=False)


@pytest.fixture
def dossier():
    return whole()


def whole():
    """A case with a row of every kind, of which anything may go to others."""
    found = kupiansk()
    found.case.marking = Marking.CLEAR
    for clip in found.clips:
        clip.reuse = Reuse.ALLOWED
    claim, clip, other = found.claims[0], found.clips[0], found.clips[1]
    asked = Inquiry(case_id=found.case.id, question="Who holds it?")
    answer = Hypothesis(
        case_id=found.case.id,
        inquiry_id=asked.id,
        ref="KUP-2024-11-H1",
        statement="Nobody",
        ordinal=0,
    )
    gap = Gap(case_id=found.case.id, ref="KUP-2024-11-G1", question="What of it?", created=CAPTURED)
    layer = Layer(case_id=found.case.id, ref="KUP-2024-11-L1", name="Front")
    one, two = sorted((clip.id, other.id))
    for name, row in (
        ("inquiries", asked),
        ("hypotheses", answer),
        ("inquiry_evidence", Evidence(inquiry_id=asked.id, claim_id=claim.id)),
        (
            "consistencies",
            Consistency(hypothesis_id=answer.id, claim_id=claim.id, fit=Fit.CONSISTENT),
        ),
        ("gaps", gap),
        ("layers", layer),
        (
            "quantities",
            Quantity(
                report_id=found.reports[0].id, ordinal=0, kind=next(iter(QuantityKind)), low=2
            ),
        ),
        (
            "syndications",
            Syndication(case_id="c", clip_a_id=one, clip_b_id=two, is_same_origin=True),
        ),
        ("tags", Tag(anchor_id=found.anchors[0].id, keyword="bridge")),
        ("people", person := Person(name="Syrskyi")),
        ("tags", Tag(anchor_id=found.anchors[0].id, person_id=person.id)),
    ):
        found = with_rows(found, name, row)
    return found


def everything(dossier, **changes):
    kinds = [{"kind": kind.value, "on": True} for kind in SectionKind]
    wanted = {"marking": Marking.CLEAR, "sections": kinds, "author": "Olha Writer", **changes}
    return briefing(dossier.case, **wanted)


def forms(copy):
    """All that is written of a copy, in every form, as one text."""
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
    return "\n".join((repr(made), told, html.render(made).decode(), text.render(made).decode()))


def left(copy):
    """What of a position's digits is still there."""
    told = forms(copy)
    return [digits for digits in DIGITS if digits in told]


def planted(dossier, kind, name, spot):
    """The case with a position at the end of one field of every row of a kind."""
    for table in fields(Dossier):
        rows = getattr(dossier, table.name)
        for row in rows if isinstance(rows, list | tuple) else ():
            if type(row) is kind:
                held = getattr(row, name)
                setattr(
                    row, name, [*held, spot] if isinstance(held, list) else f"{held or ''} {spot}"
                )
    return dossier


FIELDS = [
    (kind, name) for table in (WRITTEN, QUOTED) for kind, names in table.items() for name in names
]


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_a_position_is_printed_from_no_field(kind, name):
    dossier = planted(whole(), kind, name, " and ".join(SPOTS))
    copy = release.made(dossier, everything(dossier), GREEN)
    assert [each.what for each in copy.withheld if each.reason is Reason.POSITION]
    assert left(copy) == []


@pytest.mark.parametrize("name", BRIEFING)
def test_nor_from_any_text_of_the_briefing(dossier, name):
    written = {
        "judgements": list(SPOTS),
        "assumptions": [{"text": spot, "is_linchpin": True} for spot in SPOTS],
        "texts": {passage.value: "\n\n".join(SPOTS) for passage in Passage},
    }
    value = written.get(name, " and ".join(SPOTS))
    copy = release.made(dossier, everything(dossier, **{name: value}), GREEN)
    assert left(copy) == []
    assert "in the text of the briefing" in [each.what for each in copy.withheld]


def test_nor_from_the_case_itself(dossier):
    dossier.case.title = dossier.case.question = f"Who is at {SPOTS[0]}?"
    assert left(release.made(dossier, everything(dossier), GREEN)) == []


def test_every_field_that_holds_words_is_known():
    """A field that is new is looked at here before it can be printed."""
    silent = {
        *("id", "case_id", "ref", "sha256", "fingerprint", "media_type", "language", "tool"),
        *("published", "event_time", "said_when", "interval", "due", "as_of", "country", "sidc"),
        *("gazetteer_id", "features", "who", "style", "differs_on", "derived_from", "polygon"),
        *("text", "parts", "said_in"),  # of a clip: never printed; its passages are anchors
        "meta",  # of a file: no more of it goes than its size and date
        "geometry",  # of a place: goes with its degrees
    }
    cleared = {(kind, name) for kind, name in FIELDS} | {
        (Location, "name"),
        (Location, "aliases"),
    }
    rows = {
        type(row)
        for table in fields(Dossier)
        if isinstance(held := getattr(whole(), table.name), list | tuple)
        for row in held
    }
    words = {
        (kind, name)
        for kind in rows
        for name, field in kind.model_fields.items()
        if "str" in str(field.annotation) and not name.endswith("_id") and not _is_term(field)
    }
    assert {(kind.__name__, name) for kind, name in words - cleared if name not in silent} == set()


def _is_term(field):
    return isinstance(field.annotation, type) and issubclass(field.annotation, Enum)


# --- what stands there instead ---


def test_the_analysts_words_say_that_a_position_is_withheld(dossier):
    dossier.claims[0].statement = "Guns stand at 49.71003, 37.61581 by the mill"
    copy = release.made(dossier, everything(dossier, bottom_line="At 49.71003, 37.61581."), GREEN)
    assert copy.dossier.claims[0].statement == "Guns stand at [position withheld] by the mill"
    assert copy.briefing.bottom_line == "At [position withheld]."
    assert dossier.claims[0].statement.startswith("Guns stand at 49")


def test_the_words_of_others_are_cut_where_one_sees_it(dossier):
    dossier.anchors[0].exact = "guns at 49.71003, 37.61581, he said"
    copy = release.made(dossier, everything(dossier), GREEN)
    assert copy.dossier.anchors[0].exact == "guns at […], he said"
    told = [each.what for each in copy.withheld if each.reason is Reason.POSITION]
    assert "in words of E001, where […] stands" in told


def test_a_position_half_in_a_passage_and_half_beside_it_is_cut_from_both(dossier):
    said = "They stood at 49.71003, 37.61581 that night, and left."
    start = said.index("37.61581")
    clip = dossier.clips[0]
    clip.text = said
    at = Anchor(
        clip_id=clip.id,
        kind=AnchorKind.TEXT,
        exact=said[start : start + 19],
        prefix="1003, ",
        suffix=said[start + 19 :],
        start=start,
        end=start + 19,
    )
    dossier = replace(dossier, anchors=[at, *dossier.anchors])
    found = release.made(dossier, everything(dossier), GREEN).dossier.anchors[0]
    assert (found.prefix, found.exact) == ("[…]", "[…] that night")


def test_a_link_to_a_ref_that_is_called_by_a_position_stays_a_link(dossier):
    words = "See [[C1|49.71003, 37.61581]] and [49.71003, 37.61581](https://a.example/)."
    copy = release.made(dossier, everything(dossier, bottom_line=words), GREEN)
    assert copy.briefing.bottom_line == (
        "See [[C1|position withheld]] and [position withheld](https://a.example/)."
    )


def test_an_address_that_is_a_position_is_no_link_any_more(dossier):
    dossier.clips[0].url_asked = dossier.clips[0].url_reached = SPOTS[5]
    copy = release.made(dossier, everything(dossier), GREEN)
    assert copy.dossier.clips[0].url_reached == "https://www.google.com/[…]"


# --- how closely a position may be told ---


def test_the_most_cautious_unit_says_how_closely(dossier):
    dossier.units[0].release_m = 500.0
    for unit in dossier.units[1:]:
        unit.release_m = 0.0
    words = "At 49.71, 37.61, not 49.71003, 37.61581."
    copy = release.made(dossier, everything(dossier, bottom_line=words), GREEN)
    assert copy.briefing.bottom_line == "At 49.71, 37.61, not [position withheld]."


def test_where_every_unit_may_be_told_as_it_is_nothing_is_withheld(dossier):
    for unit in dossier.units:
        unit.release_m = 0.0
    words = "At 49.71003, 37.61581."
    copy = release.made(dossier, everything(dossier, bottom_line=words), GREEN)
    assert copy.briefing.bottom_line == words


def test_a_case_without_units_is_as_careful_as_a_new_unit_is(dossier):
    dossier = replace(dossier, units=[], positions=[], claim_units=[])
    copy = release.made(dossier, everything(dossier, bottom_line="At 49.71, 37.61."), GREEN)
    assert copy.briefing.bottom_line == "At [position withheld]."


def test_a_place_that_is_a_point_is_told_roughly_and_by_no_name(dossier):
    point = Location(name="49.71003, 37.61581", kind=LocationKind.POINT, lat=49.71003, lon=37.61581)
    about = ClaimLocation(claim_id=dossier.claims[0].id, location_id=point.id)
    dossier = with_rows(with_rows(dossier, "locations", point), "claim_locations", about)
    copy = release.made(dossier, everything(dossier), GREEN)
    (found,) = [place for place in copy.dossier.locations if place.id == point.id]
    assert (found.lat, found.lon) != (49.71003, 37.61581)
    assert left(copy) == []
    assert "1 exact place" in [each.what for each in copy.withheld]


def test_a_feature_of_a_layer_is_called_by_no_position():
    finder = Finder(10_000.0, frozenset())
    depot = Feature(names=(("", "Depot"), ("en", "49.71003, 37.61581")))
    layer = Overlay("1", "L1", "Depots", LayerKind.IMPORTED, features=(depot,))
    found = unplaced.overlay(layer, finder)
    assert found.features[0].names == (("", "Depot"), ("en", "[…]"))
    assert unplaced.overlay(found, finder) is found


# --- pictures ---


def test_a_picture_in_which_a_position_is_read_is_not_printed(dossier):
    clip = dossier.clips[1]
    clip.kind, clip.text = ClipKind.IMAGE, "GPS 49.71003, 37.61581"
    file = picture_file(clip, PHOTO + b"0", "shot.jpg", "", "")
    copy = release.made(with_rows(dossier, "files", file), everything(dossier), GREEN)
    assert clip.id in copy.pictureless
    assert "the words on it tell a position" in forms(copy)


def test_a_picture_of_a_page_that_tells_a_position_is_not_printed(dossier):
    clip = dossier.clips[0]
    clip.text = "At 49.71003, 37.61581."
    shot = picture_file(clip, PHOTO + b"1", "page.png", "", "")
    shot.role = FileRole.SCREENSHOT
    small = picture_file(clip, PHOTO + b"2", "thumbnail", "", "")
    small.role, small.made_from_id = FileRole.DERIVATIVE, shot.id
    dossier = with_rows(dossier, "files", shot, small)
    copy = release.made(dossier, everything(dossier), GREEN)
    held = {file.id for file in copy.dossier.files}
    assert (shot.id in held, small.id in held) == (True, False)


# --- the finished files ---


@pytest.mark.parametrize("spot", SPOTS)
def test_no_byte_of_a_document_holds_it(spot):
    dossier = whole()
    for kind, name in FIELDS:
        dossier = planted(dossier, kind, name, spot)
    copy = release.made(dossier, everything(dossier, bottom_line=f"At {spot}."), GREEN)
    making = outline.prepared(
        *(copy.dossier, copy.briefing, PICTURES, standings(copy.dossier)),
        exported=EXPORTED,
        program=TOOL,
        version=1,
        withheld=copy.withheld,
        pictureless=copy.pictureless,
        coarsened=copy.coarsened,
    )
    made = outline.made(making)
    told = pdf_text(pdf.render(made)) + repr(unzipped(docx.render(made, "A4")))
    assert [digits for digits in DIGITS if digits in told] == []


def unzipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return [(name, held.read(name).decode("utf-8", "replace")) for name in held.namelist()]


AROUND = st.text(alphabet="abc äшд.,;:!?()[]|*_-\n", max_size=30)


@given(AROUND, st.sampled_from(SPOTS), AROUND, st.sampled_from(["[…]", "[position withheld]"]))
@settings(max_examples=200, deadline=None)
def test_clearing_twice_changes_nothing_more(before, spot, after, word):
    finder = Finder(10_000.0, frozenset({(49.7, 37.6)}))
    once = finder.cleared(f"{before} {spot} {after}", word)
    assert spot not in once
    assert finder.cleared(once, word) == once


def test_the_word_that_is_put_there_is_translated_with_the_copy():
    assert unplaced.words_for() == "[position withheld]"
