"""Marked places as W3C Web Annotations: as the standard wants them, and read back whole."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from books import fractions, hashes, ids, names, one_of, passages, some, words
from caseboard.exchange import annotations, selectors
from caseboard.exchange.annotations import About, Marked, Marks, Remark
from caseboard.exchange.claims_book import Exhibit, Passage
from caseboard.exchange.json_reading import Entry, Unreadable
from caseboard.model.terms import AnchorKind, Marking, Stance

remarks = st.one_of(
    st.builds(Remark, st.sampled_from([About.NOTE, About.KEYWORD]), words),
    st.builds(Remark, st.sampled_from([About.LOCATION, About.UNIT, About.PERSON]), names, ids),
    st.builds(Remark, st.just(About.CLAIM), names, ids, one_of(Stance)),
)


@st.composite
def marks(draw):
    clips = draw(st.lists(ids, min_size=1, max_size=2, unique=True))
    urls = st.sampled_from(["", "https://news.example/a?b=1#c", "http://новини.укр/а"])
    marked = draw(some(st.builds(Marked, passages(clips), some(remarks)), 4))
    quoted = dict.fromkeys(each.passage.clip_id for each in marked)
    exhibits = tuple(
        Exhibit(clip, draw(words), draw(words), draw(urls), sha256=draw(hashes), captured="2024")
        for clip in quoted
    )
    return Marks(draw(ids), draw(words), draw(one_of(Marking)), exhibits, marked)


def target(passage, clip):
    (item,) = annotations.document(Marks("c", "", Marking.RED, (clip,), (Marked(passage),)))[
        "first"
    ]["items"]
    return item["target"]


@given(marks())
@settings(deadline=None, max_examples=150)
def test_what_is_written_reads_back_whole(held):
    assert annotations.read(annotations.text(held).encode()) == held


@given(passages(["e1"]))
def test_selectors_select_the_very_same_place(passage):
    held = {"selector": selectors.write(passage), "fileSha256": passage.file_sha256}
    assert selectors.read(Entry(held, ""), passage.id, passage.clip_id) == passage


@given(fractions, fractions)
def test_a_region_is_told_in_percent_without_losing_a_digit(x, w):
    place = Passage("a", "e", AnchorKind.PICTURE, x=x, y=0.0, w=w, h=1.0)
    (selector,) = selectors.write(place)
    assert re.fullmatch(r"xywh=percent:[\d.]+,0,[\d.]+,100", selector["value"])
    assert selectors.read(Entry({"selector": selector}, ""), "a", "e") == place


def test_a_passage_is_a_quote_and_a_position():
    words_ = Passage("a", "e", AnchorKind.TEXT, "got in", "had ", ".", 4, 10)
    quote, position = target(words_, Exhibit("e", "E001", url="https://news.example"))["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "got in",
        "prefix": "had ",
        "suffix": ".",
    }
    assert position == {"type": "TextPositionSelector", "start": 4, "end": 10}


def test_an_outline_is_svg_over_the_whole_picture():
    corners = {"x": 0.25, "y": 0.5, "w": 0.5, "h": 0.25}
    shape = ((0.25, 0.5), (0.75, 0.5), (0.5, 0.75))
    place = Passage("a", "e", AnchorKind.PICTURE, **corners, polygon=shape)
    fragment, outline = target(place, Exhibit("e", "E001", sha256="ab" * 32))["selector"]
    assert fragment["value"] == "xywh=percent:25,50,50,25"
    assert 'points="0.25,0.5 0.75,0.5 0.5,0.75"' in outline["value"]


def test_a_page_of_a_document_is_named_as_pdf_names_it():
    corners = {"x": 0.0, "y": 0.0, "w": 0.5, "h": 0.5}
    place = Passage("a", "e", AnchorKind.PAGE, **corners, page=3)
    page = target(place, Exhibit("e", "E001"))["selector"][-1]
    assert (page["value"], page["conformsTo"]) == ("page=3", "http://tools.ietf.org/rfc/rfc3778")


def test_the_target_says_which_bytes_are_meant_and_when_they_were_captured():
    clip = Exhibit("e", "E001", url="https://news.example", captured="2024Z", sha256="ab" * 32)
    found = target(Passage("a", "e", AnchorKind.TEXT, "x", start=0, end=1), clip)
    assert found["source"] == "https://news.example"
    assert found["state"] == {
        "type": "TimeState",
        "sourceDate": "2024Z",
        "cached": f"urn:sha256:{'ab' * 32}",
    }


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "file:///etc/passwd", "data:,x"])
def test_an_address_that_is_not_of_the_web_is_not_named(url):
    clip = Exhibit("e", "E001", url=url, sha256="ab" * 32)
    found = target(Passage("a", "e", AnchorKind.TEXT, "x", start=0, end=1), clip)
    assert found["source"] == f"urn:sha256:{'ab' * 32}"
    assert not url or url not in json.dumps(found)


def test_motivations_follow_from_what_is_said():
    place = Passage("a", "e", AnchorKind.TEXT, "x", start=0, end=1)
    said = (
        Remark(About.CLAIM, "It fell", "c1", Stance.SUPPORTS),
        Remark(About.LOCATION, "Kupiansk", "l1"),
    )
    held = Marks("c", "t", Marking.RED, (Exhibit("e", "E001"),), (Marked(place, said),))
    (item,) = annotations.document(held)["first"]["items"]
    assert item["motivation"] == ["identifying", "linking"]
    assert item["body"][0]["source"] == {"id": "urn:uuid:c1", "label": "It fell"}
    assert item["body"][0]["stance"] == "supports"


def test_the_marking_and_its_notice_stand_in_the_file():
    made = annotations.document(Marks("c", "t", Marking.AMBER), "Not beyond the team.")
    assert (made["marking"], made["notice"]) == ("TLP:AMBER", "Not beyond the team.")
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"


@pytest.mark.parametrize(
    "selector",
    [
        [],
        {"type": "FragmentSelector", "value": "xywh=percent:1e999999999,0,1,1"},
        {"type": "FragmentSelector", "value": "xywh=percent:.,.,.,."},
        {"type": "FragmentSelector", "value": "xywh=percent:1e9,0,1,1"},
        {"type": "SvgSelector", "value": '<svg><polygon points="1 2 3"/></svg>'},
        {"type": "TextPositionSelector", "start": -1, "end": 4},
        {"type": "TextPositionSelector", "start": 1.5, "end": 4},
        {"type": "XPathSelector", "value": "/html"},
    ],
)
def test_what_selects_nothing_is_refused(selector):
    with pytest.raises(Unreadable):
        selectors.read(Entry({"selector": selector}, "target"), "a", "e")


def test_something_else_than_a_collection_is_refused():
    with pytest.raises(Unreadable, match="no collection"):
        annotations.read(b'{"type": "Annotation"}')
