"""What a briefing's file says of itself, and what travels in it."""

import hashlib
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from briefing_cases import empty, kupiansk, outline
from lxml import etree
from reading import contents, links, text

from caseboard.briefing import pdf
from caseboard.briefing.walk import anchors_of

MANIFEST = pdf.Attachment("manifest.json", b'{"format": "x"}', description="What it was made from")
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"


@pytest.fixture(scope="module")
def made():
    return outline(kupiansk())


@pytest.fixture(scope="module")
def rendering(made):
    return pdf.rendered(made, attachments=[MANIFEST])


@pytest.fixture(scope="module")
def file(rendering):
    with pikepdf.open(BytesIO(rendering.data)) as read:
        yield read


def packet(file):
    return etree.fromstring(file.Root.Metadata.read_bytes())


def said(file, name):
    found = packet(file).find(f".//{name}")
    return "".join(found.itertext()) if found is not None else None


def test_the_file_is_whole(rendering):
    with pikepdf.open(BytesIO(rendering.data)) as read:
        assert read.check_pdf_syntax() == []


def test_the_same_outline_and_attachments_give_the_same_bytes(made, rendering):
    assert pdf.rendered(made, attachments=[MANIFEST]).data == rendering.data


def test_another_attachment_gives_other_bytes(made, rendering):
    other = pdf.Attachment("manifest.json", b"{}")
    assert pdf.rendered(made, attachments=[other]).data != rendering.data


def test_it_is_said_to_be_tagged_and_shown_by_its_title(file):
    assert file.Root.MarkInfo.Marked is True
    assert file.Root.ViewerPreferences.DisplayDocTitle is True
    assert {str(page.Tabs) for page in file.pages} == {"/S"}


def test_what_xmp_says_is_what_the_information_dictionary_says(file, made):
    info = file.trailer.Info
    assert said(file, f"{DC}title") == str(info.Title) == made.head.title
    assert said(file, f"{DC}creator") == str(info.Author) == made.author
    assert said(file, f"{DC}description") == str(info.Subject)
    assert said(file, f"{XMP}CreatorTool") == str(info.Creator) == made.program
    assert said(file, f"{PDF}Producer") == str(info.Producer)
    assert said(file, f"{XMP}CreateDate") == "2024-11-14T18:00:00Z"
    assert str(info.CreationDate) == str(info.ModDate) == "D:20241114180000+00'00'"
    assert said(file, f"{DC}language") == "en"


def test_metadata_can_be_read_without_opening_the_file(rendering):
    assert b"<xmp:CreatorTool>" in rendering.data


def test_no_conformance_is_claimed(rendering):
    assert b"pdfaid" not in rendering.data
    assert b"pdfuaid" not in rendering.data


def test_an_author_who_is_withheld_is_named_nowhere():
    nameless = replace(outline(kupiansk()), author="")
    with pikepdf.open(BytesIO(pdf.render(nameless))) as read:
        assert "/Author" not in read.trailer.Info
        assert said(read, f"{DC}creator") is None


def test_a_title_of_markup_and_control_characters_keeps_the_metadata_whole():
    title = "</rdf:li><x> & \x00\x0b\ufffe \ud800 “Куп’янськ” \U0001f6a9"
    with pikepdf.open(BytesIO(pdf.render(outline(empty(), title=title)))) as read:
        told = said(read, f"{DC}title")
        assert told == "</rdf:li><x> & \ufffd \ufffd \ufffd “Куп’янськ” \U0001f6a9"
        assert str(read.trailer.Info.Title) == told


def test_colours_are_those_of_a_profile_that_says_no_time_of_this_machine(file):
    (intent,) = file.Root.OutputIntents
    profile = intent.DestOutputProfile.read_bytes()
    assert profile[36:40] == b"acsp"
    assert profile[16:20] == b"RGB "
    assert int.from_bytes(profile[24:26]) == 2024
    assert int(intent.DestOutputProfile.N) == 3


def test_the_manifest_travels_as_an_associated_file(file):
    (spec,) = file.Root.AF
    assert str(spec.AFRelationship) == "/Data"
    assert str(spec.UF) == "manifest.json"
    assert str(spec.Desc) == "What it was made from"
    stream = spec.EF.F
    assert stream.read_bytes() == MANIFEST.data
    assert str(stream.Subtype) == "/application/json"
    assert int(stream.Params.Size) == len(MANIFEST.data)
    assert bytes(stream.Params.CheckSum) == hashlib.md5(MANIFEST.data).digest()
    assert list(file.attachments) == ["manifest.json"]
    assert file.attachments["manifest.json"].get_file().read_bytes() == MANIFEST.data


def test_a_file_of_nothing_attached_has_no_list_of_attachments(made):
    with pikepdf.open(BytesIO(pdf.render(made))) as read:
        assert "/AF" not in read.Root
        assert not list(read.attachments)


def test_every_anchor_is_a_named_destination_where_it_stands(file, rendering, made):
    found = list(file.Root.Names.Dests.Names)
    names = {str(name): at for name, at in zip(found[::2], found[1::2], strict=True)}
    assert names.keys() >= anchors_of(made)
    assert [name.encode() for name in names] == sorted(name.encode() for name in names)
    at = names["exhibits"]
    place = rendering.places["exhibits"]
    assert at[0].objgen == file.pages[place.page].obj.objgen
    assert float(at[3]) == pytest.approx(842 - place.top, abs=0.2)


def test_links_inside_lead_both_ways_between_text_and_endnote(file, rendering):
    """From a citation to its note, and from the note to where it is cited or to its exhibit."""
    leads = {
        (number, rendering.places[str(link.Dest)].page)
        for number, page in enumerate(file.pages)
        for link in page.Annots
        if "/Dest" in link
    }
    notes = rendering.places["source-1"].page
    assert any(to == notes and start != notes for start, to in leads)
    assert any(start == notes and to != notes for start, to in leads)


def test_links_say_which_section_they_lead_to(file):
    told = {
        (str(link.Dest), str(link.Contents))
        for page in file.pages
        for link in page.Annots
        if "/Dest" in link
    }
    assert ("source-1", "[1] (Sources)") in told
    assert all(said.endswith(")") for _name, said in told)


def test_links_are_printed_and_have_no_border(file):
    for page in file.pages:
        for link in page.get("/Annots", ()):
            assert int(link.F) == 4


def test_a_file_only_looked_at_is_the_same_but_for_its_tags(made, rendering):
    seen = pdf.rendered(made, is_tagged=False)
    assert seen.places == rendering.places
    assert text(seen.data) == text(rendering.data)
    assert contents(seen.data) == contents(rendering.data)
    assert links(seen.data) == links(rendering.data)
    with pikepdf.open(BytesIO(seen.data)) as read:
        assert "/StructTreeRoot" not in read.Root
        assert "/MarkInfo" not in read.Root


def test_what_was_written_can_still_be_copied_out(rendering, made):
    assert made.head.title in text(rendering.data)
