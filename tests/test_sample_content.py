"""The sample case holds together: every quote is in the article, every name is one it defines."""

import html
import importlib
import io
import json
import re
from datetime import date

import pytest
from PIL import Image, IptcImagePlugin

from caseboard.capture import page
from caseboard.mapping.georeferencing import ControlPoint, fit
from caseboard.model import edtf, ladders
from caseboard.model.case import Case
from caseboard.model.claim import Claim, Quantity, Report
from caseboard.model.clip import Clip
from caseboard.model.entities import Location, Person, Source, Unit
from caseboard.model.terms import (
    Branch,
    ClipKind,
    Confidence,
    Credibility,
    DiffersOn,
    DisputeStatus,
    Echelon,
    Fit,
    GeoreferenceKind,
    Ladder,
    LocationKind,
    Marking,
    Method,
    PartKind,
    Reliability,
    Side,
    SourceKind,
    Stance,
)
from caseboard.model.work import Briefing
from caseboard.paths import resources
from support import PROJECT, real_input

SAMPLE = resources() / "sample"
MOST_BYTES = 250_000
ENUMS = {
    "marking": Marking,
    "ladder": Ladder,
    "reliability": Reliability,
    "side": Side,
    "echelon": Echelon,
    "branch": Branch,
    "method": Method,
    "stance": Stance,
    "credibility": Credibility,
    "confidence": Confidence,
    "status": DisputeStatus,
}
KINDS = {"sources": SourceKind, "locations": LocationKind, "clips": ClipKind}
EDTF_FIELDS = {"event_time", "said_when", "interval", "published"}
CONFIDENCE_WORDS = r"\bconfiden(?:ce|t)\b"


@pytest.fixture(scope="module")
def case():
    return json.loads((SAMPLE / "case.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def article():
    return page.read((SAMPLE / "article.html").read_bytes())


def dicts(value):
    """Every object in a JSON value."""
    if isinstance(value, dict):
        yield value
        yield from dicts(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            yield from dicts(item)


def places(case):
    return [entry["at"] for entry in dicts(case) if "at" in entry]


def reports(case):
    return [report for claim in case["claims"] for report in claim["reports"]]


def keys(case, table):
    return {entry["key"] for entry in case[table]}


# The page


def test_the_reader_finds_title_author_and_time(article):
    assert article.title == "General Staff says push into Kupiansk was beaten back"
    assert "Tessa Marlow" in ", ".join(article.authors)
    assert article.site == "Daily Courier"
    assert article.published.startswith("2024-11-14T11:39")
    assert article.language == "en"


def test_the_reader_finds_both_pictures_with_caption_and_credit(article):
    photo, map_frame = article.images
    assert photo.url.endswith("photo.jpg")
    assert "5 May 2024" in photo.caption
    assert photo.credit.strip("()") == "Piet Aalders/Courier Pictures"
    assert map_frame.url.endswith("map-frame.png")
    assert "as of 13 Nov 2024" in map_frame.caption
    assert map_frame.credit.strip("()") == "Mila Brandt/Daily Courier"


def test_the_body_is_the_story_without_what_surrounds_it(article):
    assert article.text.startswith("Ukraine’s General Staff said on Thursday")
    assert 350 <= len(article.text.split()) <= 450
    for foreign in ("cookies", "members", "synthetic voice", "Read also", "About the author"):
        assert foreign not in article.text


def test_what_surrounds_the_story_is_kept_beside_the_body(article):
    kept = {part.kind for part in article.parts if not part.body}
    assert {PartKind.AUDIO_NOTE, PartKind.RELATED} <= kept
    assert "Read also" in article.full_text


# The case


def test_every_quote_is_found_exactly_once(case, article):
    quotes = [place for place in places(case) if "exact" in place]
    assert len(quotes) > 15
    for quote in quotes:
        assert quote["clip"] == "article"
        assert article.full_text.count(quote["prefix"] + quote["exact"]) == 1, quote


def test_every_quote_lies_in_one_block_that_people_read(case, article):
    for quote in (place for place in places(case) if "exact" in place):
        start = article.full_text.index(quote["prefix"] + quote["exact"]) + len(quote["prefix"])
        end = start + len(quote["exact"])
        (part,) = [p for p in article.parts if p.start <= start and end <= p.end]
        assert part.body or part.kind is PartKind.CAPTION, quote


def test_every_region_lies_on_a_picture_of_its_own_clip(case):
    kinds = {clip["key"]: clip["kind"] for clip in case["clips"]}
    regions = [place for place in places(case) if "x" in place]
    assert {region["clip"] for region in regions} == {"photo", "map"}
    for region in regions:
        assert kinds[region["clip"]] == "image"
        assert 0 <= region["x"] < region["x"] + region["w"] <= 1
        assert 0 <= region["y"] < region["y"] + region["h"] <= 1


def test_every_value_of_a_closed_set_is_one_of_it(case):
    for entry in dicts(case):
        for field in ENUMS.keys() & entry.keys():
            ENUMS[field](entry[field])
    for table, kind in KINDS.items():
        for entry in case[table]:
            kind(entry["kind"])
    for dispute in case["disputes"]:
        assert [DiffersOn(on) for on in dispute["differs_on"]] == ["entry", "outcome"]


def test_every_time_is_edtf(case):
    times = [entry[field] for entry in dicts(case) for field in EDTF_FIELDS & entry.keys()]
    assert len(times) > 8
    for time in times:
        assert edtf.read(time).start is not None


def test_every_key_that_is_used_is_defined(case):
    for tag in case["tags"]:
        (target,) = tag.keys() - {"at"}
        if target != "keyword":
            table = {"location": "locations", "unit": "units", "person": "people"}[target]
            assert tag[target] in keys(case, table)
    for place in places(case):
        assert place["clip"] in keys(case, "clips")
    for report in reports(case):
        assert {report["claimant"], *report["relays"]} <= keys(case, "sources")
    for claim in case["claims"]:
        assert set(claim["locations"]) <= keys(case, "locations")
        assert set(claim["units"]) <= keys(case, "units")
    for dispute in case["disputes"]:
        assert {dispute["claim_a"], dispute["claim_b"]} == keys(case, "claims")
    for position in case["positions"]:
        assert position["unit"] in keys(case, "units")
        assert position["location"] in keys(case, "locations")


def test_a_parent_unit_comes_before_its_children(case):
    seen = set()
    for unit in case["units"]:
        assert unit.get("parent", "") in seen | {""}
        seen.add(unit["key"])


def test_everything_that_is_defined_is_used(case):
    tagged = {value for tag in case["tags"] for value in tag.values() if isinstance(value, str)}
    assert keys(case, "locations") | keys(case, "units") | keys(case, "people") <= tagged
    voices = {name for report in reports(case) for name in (report["claimant"], *report["relays"])}
    assert voices == keys(case, "sources")


@pytest.mark.parametrize(
    ("table", "model", "named"),
    [
        ("sources", Source, {"key"}),
        ("locations", Location, {"key"}),
        ("units", Unit, {"key", "parent"}),
        ("people", Person, {"key"}),
        ("clips", Clip, {"key", "file", "beside", "source"}),
        ("claims", Claim, {"key", "locations", "units", "reports"}),
    ],
)
def test_every_other_field_is_a_column(case, table, model, named):
    for entry in case[table]:
        assert entry.keys() - named <= model.model_fields.keys()


def test_case_reports_and_briefing_name_columns_too(case):
    assert case["case"].keys() <= Case.model_fields.keys()
    assert case["briefing"].keys() <= Briefing.model_fields.keys()
    for report in reports(case):
        own = report.keys() - {"at", "claimant", "relays", "quantities"}
        assert own <= Report.model_fields.keys()
        for quantity in report.get("quantities", ()):
            assert quantity.keys() <= Quantity.model_fields.keys()


def test_each_claim_is_told_by_two_who_clash(case):
    assert len(case["claims"]) == 2
    for claim in case["claims"]:
        stances = {(report["claimant"], report["stance"]) for report in claim["reports"]}
        assert {voice for voice, stance in stances if stance == "supports"} != {
            voice for voice, stance in stances if stance == "contradicts"
        }
        assert {"supports", "contradicts"} <= {stance for _, stance in stances}


def test_the_official_word_comes_through_the_agency_and_the_outlet(case):
    for report in reports(case):
        if report["claimant"] == "general-staff":
            assert report["relays"] == ["ukrinform", "daily-courier"]


def test_every_grade_has_its_reason(case):
    assert all(source["reliability_reason"] for source in case["sources"])
    assert all(report["credibility_reason"] for report in reports(case))


def test_symbol_codes_say_what_the_unit_says(case):
    """APP-6 D: version 10, set 10 (land unit), echelon (18: brigade), icon (121100: infantry)."""
    units = {unit["key"]: unit for unit in case["units"]}
    assert units["khartia"]["sidc"] == "10" + "03" + "10" + "00" + "18" + "121100" + "0000"
    assert units["columns"]["sidc"] == "10" + "06" + "10" + "00" + "00" + "120500" + "0000"
    assert units["khartia"]["echelon"] == "brigade"
    assert units["khartia"]["branch"] == "infantry"


def test_refs_count_clips_and_claims_in_order(case):
    assert [clip["ref"] for clip in case["clips"]] == ["E001", "E002", "E003"]
    assert [claim["ref"] for claim in case["claims"]] == ["C1", "C2"]


def test_the_hypotheses_are_tried_on_every_claim(case):
    (inquiry,) = case["inquiries"]
    cells = {(key, column) for key, column, _fit, _reason in inquiry["fits"]}
    assert cells == {(key, n) for key in keys(case, "claims") for n in range(3)}
    assert set(inquiry["claims"]) == keys(case, "claims")
    assert {Fit(fit) for _key, _column, fit, _reason in inquiry["fits"]}
    assert all(reason for *_cell, reason in inquiry["fits"])


def test_every_gap_names_a_judgement_of_the_case(case):
    for gap in case["gaps"]:
        assert gap["key"] in keys(case, {"claim": "claims", "dispute": "disputes"}[gap["about"]])
        assert date.fromisoformat(gap["due"]) > date(2024, 11, 14)


def test_note_and_briefing_cite_only_what_there_is(case):
    written = json.dumps(case["briefing"]) + (SAMPLE / "note.md").read_text("utf-8")
    cited = set(re.findall(r"\[\[(\w+)\]\]", written))
    assert cited == {"C1", "C2", "E001", "E002", "E003"}
    assert all("[[" in judgement for judgement in case["briefing"]["judgements"])


def likelihoods(text):
    """Likelihood terms of ICD 203 in a text, the longest reading of each."""
    words = [
        *(rung.word for rung in ladders.rungs(Ladder.ICD203)),
        *("remote", "highly improbable", "improbable", "roughly even odds", "probable", "probably"),
        *("highly probable", "nearly certain", "almost certainly", "very likely", "likely"),
        *("unlikely", "very unlikely", "almost no chance", "roughly even chance"),
    ]
    longest_first = sorted(set(words), key=len, reverse=True)
    return re.findall(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", text.lower())


def test_each_key_judgement_has_one_likelihood_and_no_confidence(case):
    for judgement in case["briefing"]["judgements"]:
        assert len(likelihoods(judgement)) == 1, judgement
        assert not re.search(CONFIDENCE_WORDS, judgement)


def test_no_sentence_mixes_likelihood_and_confidence(case):
    briefing = case["briefing"]
    assert len(likelihoods(briefing["bottom_line"])) <= 1
    assert not re.search(CONFIDENCE_WORDS, briefing["bottom_line"])
    for entry in (briefing, *case["claims"]):
        assert not likelihoods(entry["confidence_basis"])
    for claim in case["claims"]:
        assert not re.search(CONFIDENCE_WORDS, claim["assessment"])


def test_judgements_say_the_likelihood_the_claims_have(case):
    bands = {claim["ref"]: claim["band"] for claim in case["claims"]}
    _tried, foothold, entered = case["briefing"]["judgements"]
    assert likelihoods(foothold) == [ladders.rung(Ladder.ICD203, bands["C1"]).word]
    assert likelihoods(entered) == [ladders.rung(Ladder.ICD203, bands["C2"]).word]


# The files


def test_every_file_of_the_case_is_there_and_small(case):
    names = {name for clip in case["clips"] for name in (clip["file"], *clip["beside"])}
    for name in names | {note["file"] for note in case["notes"]}:
        assert 0 < (SAMPLE / name).stat().st_size <= MOST_BYTES


def test_the_photo_says_who_where_and_when():
    with Image.open(SAMPLE / "photo.jpg") as photo:
        photo.load()
        exif = photo.getexif()
        iptc = IptcImagePlugin.getiptcinfo(photo)
        assert photo.size == (1200, 800)
    assert exif[0x013B] == "Piet Aalders"
    assert exif.get_ifd(0x8769)[0x9003] == "2024:05:05 19:42:00"
    assert exif.get_ifd(0x8825)[2] == (48.0, 54.0, 0.0)
    assert iptc[2, 110] == b"Piet Aalders/Courier Pictures"
    assert b"Illustration" in iptc[2, 120]


def test_the_map_opens_and_has_its_size():
    with Image.open(SAMPLE / "map-frame.png") as picture:
        picture.load()
        assert picture.size == (1000, 800)
        assert "13 Nov 2024" in str(picture.getxmp())


def test_the_pictures_are_what_their_program_draws(monkeypatch):
    monkeypatch.syspath_prepend(str(PROJECT / "packaging"))
    build = importlib.import_module("build_sample_pictures")
    for name, drawn in (("photo.jpg", build.photo()), ("map-frame.png", build.map_frame())):
        kept = looks((SAMPLE / name).read_bytes())
        assert max(abs(a - b) for a, b in zip(kept, looks(drawn), strict=True)) < 8


def looks(data):
    """A picture as a few grey squares, which a change of codec leaves alone."""
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("L").resize((24, 16)).tobytes()


# Our own words


def words(text):
    plain = html.unescape(re.sub(r"<[^>]+>", " ", text)).lower()
    return re.findall(r"[^\W_]+", plain)


def sixes(text):
    found = words(text)
    return {tuple(found[n : n + 6]) for n in range(len(found) - 5)}


@pytest.mark.parametrize("name", ["article.html", "note.md", "case.json"])
def test_no_six_words_in_a_row_are_anyone_elses(name):
    original = sixes(real_input("kupiansk", "kupiansk-article.txt").read_text("utf-8"))
    assert len(original) > 300
    assert not original & sixes((SAMPLE / name).read_text("utf-8"))


# The ground


def test_the_map_frame_lies_on_the_ground_by_places_it_shows(case):
    (frame,) = case["georeferences"]
    placed = fit(
        [
            ControlPoint(**{name: value for name, value in point.items() if name != "location"})
            for point in frame["points"]
        ],
        GeoreferenceKind(frame["kind"]),
    )
    assert placed.rms_m < 50
    west = min(lon for _lat, lon in placed.corners())
    assert west == pytest.approx(37.529, abs=0.001)
    assert {point.get("location") for point in frame["points"]} - {None} <= keys(case, "locations")


def test_the_traced_area_is_that_of_a_source_at_a_time(case):
    (layer,) = case["layers"]
    assert layer["georeference"] in keys(case, "georeferences")
    assert layer["source"] in keys(case, "sources")
    assert edtf.read(layer["as_of"]).start < edtf.read(layer["published"]).start
    assert layer["estimated"] in layer["name"].lower()
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in layer["outline"])
