"""A briefing as Markdown, read back by a parser of CommonMark with tables."""

import re
from dataclasses import replace

import pytest
from briefing_cases import HOSTILE, STRANGE, empty, hostile, kupiansk, outline
from html_reading import tree, words
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from caseboard.briefing import text
from caseboard.briefing.blocks import (
    Aside,
    Cell,
    Column,
    Entry,
    Figure,
    Figures,
    Gauge,
    Listing,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    SectionKind,
    Table,
    Yardstick,
    plain,
    text_of,
)
from caseboard.briefing.walk import paragraphs as paragraphs_of

READER = MarkdownIt("commonmark").enable("table")


@pytest.fixture(scope="module")
def made():
    return outline(kupiansk())


@pytest.fixture(scope="module")
def page(made):
    return READER.render(text.render(made).decode())


def with_blocks(*blocks):
    section = Section(SectionKind.NOTES, "Notes", blocks)
    return replace(outline(empty()), sections=(section,))


def read(*blocks):
    """The elements that a parser makes of blocks, under their section's title."""
    found = tree(READER.render(text.render(with_blocks(*blocks)).decode()).encode())
    title = found.xpath("//h2")[0]
    rule = found.xpath("//hr")[0]
    after = list(title.itersiblings())
    return after[: after.index(rule)]


def test_every_word_of_the_outline_stands_in_it(made, page):
    said = words(tree(page.encode()))
    for section in made.sections:
        assert section.title in said
        for part in paragraphs_of(section):
            assert " ".join(text_of(part.runs).split()) in said


def test_titles_are_headings(made, page):
    found = tree(page.encode())
    assert [words(each) for each in found.xpath("//h1")] == ["Kupiansk approach, 14 Nov 2024"]
    titles = [words(each) for each in found.xpath("//h2")]
    assert titles == [section.title for section in made.sections]


def test_every_link_leads_to_one_place_that_is_there(page):
    found = tree(page.encode())
    ids = found.xpath("//a/@id")
    inside = {href[1:] for href in found.xpath("//a/@href") if href.startswith("#")}
    assert len(ids) == len(set(ids))
    assert inside == set(ids)
    assert {"source-1", "cite-1"} <= inside


def test_the_marking_stands_first_and_last(made):
    lines = text.render(made).decode().split("\n")
    assert lines[0] == lines[-2] == "**TLP:AMBER**"
    secret = text.render(replace(made, classification="ДСК *")).decode()
    assert secret.startswith("**ДСК \\***\n")
    assert "TLP" not in secret.split("\n")[0]


def test_tables_have_as_many_fields_in_each_row():
    rows = (Row((Cell((plain("a|b"), plain("c")), span=2),), anchor="x"), Row((Cell(()),) * 3))
    table = Table(tuple(Column(label, 0.3) for label in ("A", "B|", "C")), rows)
    (found,) = read(table)
    assert [len(row.xpath("./td | ./th")) for row in found.xpath(".//tr")] == [3, 3, 3]
    assert [words(each) for each in found.xpath(".//th")] == ["A", "B|", "C"]
    first = found.xpath(".//td")[0]
    assert first.xpath("./text()") == ["a|b", "c"]


def test_a_bar_in_code_ends_no_field():
    cell = Cell((Paragraph((Run("a|b`c", mono=True),)),))
    (found,) = read(Table((Column("A", 1),), (Row((cell,)),)))
    assert words(found.xpath(".//td/code")[0]) == "a|b`c"


def test_numbered_entries_are_a_numbered_list():
    entries = tuple(Entry(Run(f"{number}.", bold=True), (plain("It rains."),)) for number in (3, 4))
    (found,) = read(Listing(entries))
    assert (found.tag, found.get("start"), len(found)) == ("ol", "3", 2)


def test_other_labels_stand_in_their_items():
    entries = (
        Entry(Run("[1]"), (plain("One."), plain("More."))),
        Entry(Run("•"), (plain("- two"),), level=1),
        Entry(Run("B"), (plain("# three"),)),
    )
    (found,) = read(Listing(entries))
    assert found.tag == "ul"
    assert [words(each) for each in found.xpath("./li")] == ["[1] One. More. - two", "B # three"]
    assert words(found.xpath("./li/ul/li")[0]) == "- two"


def test_what_is_set_apart_is_quoted():
    (found,) = read(Aside((plain("> One."), plain("Two."))))
    assert (found.tag, [words(each) for each in found]) == ("blockquote", ["> One.", "Two."])


def test_a_picture_is_told_of():
    figure = Figure((plain("Guns."),), "A gun crew", None, "", number="Figure 7")
    assert [words(each) for each in read(Figures((figure,)))] == [
        "Figure 7. [Picture: A gun crew]",
        "Guns.",
    ]


def test_a_likelihood_is_told_in_words():
    gauge = Gauge("likely", 55, 80, "55–80 %")
    entry = Entry(Run("1."), (plain("It rains."),), gauge=gauge)
    listing, name, ladder = read(Listing((entry,)), Yardstick("ICD 203", (gauge,)))
    assert words(listing) == "It rains. likely (55–80 %)"
    assert (words(name), words(ladder)) == ("ICD 203", "likely 55–80 %")


def test_markup_in_the_case_is_read_as_text():
    page = READER.render(text.render(outline(hostile())).decode())
    found = tree(page.encode())
    said = words(found)
    for each in HOSTILE:
        assert each in said
    assert not found.xpath("//img | //script | //font | //para | //b | //a[not(@id)][not(@href)]")
    assert all(href.startswith("#") for href in found.xpath("//a/@href"))


MEAN = (
    *("# no", "1. no", "1) no", "- no", "+ no", "* no", "> no", "    no", "\tno", "```no", "~~~"),
    *("===", "---", "***", "[a](http://x.example)", "![a](b)", "<http://x.example>", "[^1]: no"),
    *("a\\", "\\*a*", "&amp;", "&#42;", "**a**", "_a_", "~~a~~", "`a`", "a\n\nb", "| a | b |"),
    *("[a]: http://x.example", "$x$", "<!-- a -->", "</td>", "a  \nb", "http\\://a"),
)


@pytest.mark.parametrize("meant", MEAN)
def test_no_text_is_read_as_markup(meant):
    (found,) = read(plain(meant))
    assert found.tag == "p"
    assert not len(found)
    assert words(found) == " ".join(meant.split())


@given(st.text("*_`[]<>|\\ab #-1.", max_size=12), st.text("*_ab |`", max_size=6))
@settings(max_examples=300, deadline=None)
def test_letters_of_marked_runs_survive_any_company(one, other):
    runs = (Run(one, bold=True), Run(other), Run(one, italic=True), Run(other, mono=True), Run("z"))
    (found,) = read(Paragraph((Run("y"), *runs)))
    assert "".join(words(found).split()) == "".join(text_of((Run("y"), *runs)).split())
    assert {each.tag for each in found.iter()} <= {"p", "strong", "em", "code"}


def test_emphasis_and_links_are_read_as_such():
    runs = (
        Run("Sure: ", bold=True),
        Run("it", italic=True),
        Run(" is "),
        Run("here", url="https://a.example/(x)?a=<b>&c=d|e f"),
        Run("there", url="https://a.example/(x)?a=<b>&c=d|e"),
        Run("not", url="javascript:alert(1)"),
    )
    (found,) = read(Paragraph(runs, Role.LEAD))
    assert words(found.xpath("./strong")[0]) == "Sure:"
    assert words(found.xpath("./em")[0]) == "it"
    assert found.xpath("./a/@href") == ["https://a.example/(x)?a=%3Cb%3E&c=d%7Ce"]
    assert words(found.xpath("./a")[0]) == "there"


def test_strange_letters_stand_as_they_are_and_hidden_ones_do_not():
    (found,) = read(plain(f"{STRANGE} \u202egpj.exe\u0007\ufffe\ud800"))
    assert "Ґанок, Їжак, Єлисей" in words(found)
    assert words(found).endswith("gpj.exe\ufffd\ufffd\ufffd")


def test_the_only_elements_of_its_own_are_places_and_breaks(made):
    tokens = [
        child
        for token in READER.parse(text.render(made).decode())
        for child in token.children or ()
    ]
    found = {token.content for token in tokens if token.type == "html_inline"}
    assert {re.sub(r'"[^"<>]*"', '""', each) for each in found} == {'<a id="">', "</a>", "<br>"}
    assert not [
        token for token in READER.parse(text.render(made).decode()) if token.type == "html_block"
    ]


def test_the_same_case_gives_the_same_bytes(made):
    assert text.render(outline(kupiansk())) == text.render(made)


def test_writing_stops_where_whoever_watches_says_so(made):
    def stop(done, _total):
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        text.render(made, progress=stop)
