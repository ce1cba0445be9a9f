"""What lists of every format say, told by how they are built and not by their names."""

import json

import listed
import pytest

from caseboard.capture.lists import likely, reading
from caseboard.capture.lists.entry import MOST, ListFormat, Listing

ALL = {
    ListFormat.LINKS: (listed.LINKS,),
    ListFormat.BOOKMARKS: (listed.BOOKMARKS, listed.CHROMIUM, listed.FIREFOX),
    ListFormat.CSL: (listed.CSL,),
    ListFormat.RIS: (listed.RIS,),
    ListFormat.BIBTEX: (listed.BIBTEX,),
    ListFormat.ARCHIVER: (listed.ARCHIVER, listed.ARCHIVER_DB),
    ListFormat.ZOTERO: (listed.ZOTERO,),
}


def read(text, encoding="utf-8", **options):
    return reading.read(text.encode(encoding), **options)


def first(text, encoding="utf-8"):
    return read(text, encoding).entries[0]


@pytest.mark.parametrize(
    ("format_", "text"), [(f, text) for f, all_ in ALL.items() for text in all_]
)
def test_the_format_is_told_from_the_bytes_alone(format_, text):
    assert likely.may_be_list(text.encode())
    assert read(text).format is format_


@pytest.mark.parametrize("text", [text for texts in ALL.values() for text in texts])
def test_a_listing_comes_through_json_unchanged(text):
    found = read(text)
    assert Listing.from_json(json.loads(json.dumps(found.as_json()))) == found


def test_links_have_the_words_beside_them_as_title_and_the_line_above_as_tag():
    one, two, three, four = read(listed.LINKS).entries
    assert (one.url, one.title, one.tags) == ("https://a.example/1", "", ("Front",))
    assert (two.title, three.title, four.title) == ("A good piece", "Title here", "Some title")
    assert three.url == "https://c.example/x_(y)"
    assert four.url == "https://d.example/q?x=1"  # the full stop is the sentence's
    assert four.tags == ("Kupiansk",)
    assert two.said_in["title"] == "line 3"


PROSE = "An article about a bridge.\nIt says much, see https://a.example/1 for more.\nThe end.\n"


def test_prose_with_a_link_is_no_list_unless_the_user_says_so():
    assert read(PROSE) is None
    wanted = read(PROSE, is_wanted=True)
    assert [(e.url, e.title, e.note) for e in wanted.entries] == [("https://a.example/1", "", "")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_read_whatever_stands_between_its_cells(delimiter):
    rows = ["title", "url", "date"], ["A bridge", "https://a.example/1", "2024-11-14"]
    entry = first("\n".join(delimiter.join(row) for row in rows))
    assert (entry.title, entry.url, entry.published) == (
        "A bridge",
        "https://a.example/1",
        "2024-11-14",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_a_table_with_ukrainian_headers_is_read_in_any_usual_encoding(encoding):
    text = (
        "Назва;Посилання;Дата;Автор;Примітка;Теги\n"
        "Наступ на Куп'янськ;https://a.example/1;14.11.2024;Іван Франко;важливо;місто, річка\n"
    )
    entry = first(text, encoding)
    assert entry.title == "Наступ на Куп'янськ"
    assert (entry.published, entry.published_as_printed) == ("2024-11-14", "14.11.2024")
    assert (entry.authors, entry.note, entry.tags) == (
        ("Іван Франко",),
        "важливо",
        ("місто", "річка"),
    )
    assert entry.said_in["title"] == "table column “Назва”"


def test_a_russian_header_is_known_too():
    entry = first("Ссылка,Заголовок\nhttps://a.example/1,Мост взорван\n")
    assert entry.title == "Мост взорван"


def test_the_address_column_is_found_by_what_is_in_it():
    text = "ref,what,where\n1,A bridge,https://a.example/1\n2,A dam,https://a.example/2\n"
    assert [entry.url for entry in read(text).entries] == [
        "https://a.example/1",
        "https://a.example/2",
    ]


def test_a_table_without_a_header_loses_no_row():
    found = read("https://a.example/1\tSome title\nhttps://a.example/2\tOther title\n")
    assert [(entry.row, entry.title) for entry in found.entries] == [
        (1, "Some title"),
        (2, "Other title"),
    ]


def test_a_day_that_two_countries_read_differently_is_not_guessed_at():
    entry = first("url,date\nhttps://a.example/1,03/04/2024\n")
    assert (entry.published, entry.published_as_printed) == (None, "03/04/2024")


def test_rows_with_nothing_in_them_are_counted_and_named():
    found = read("url,title,note\nhttps://a.example/1,One,\n,,only a note\n")
    assert (len(found.entries), found.skipped_count, found.skipped[0].row) == (1, 1, 3)
    assert "no address" in found.skipped[0].reason


def test_a_cell_longer_than_a_megabyte_costs_only_itself():
    quote = '"' + "x" * (2 << 20)
    found = read(f"url,title\nhttps://a.example/1,One\nhttps://a.example/2,{quote}\n")
    assert [entry.url for entry in found.entries] == ["https://a.example/1"]
    assert found.skipped_count == 1


def test_bookmarks_keep_folders_as_tags_and_when_they_were_added():
    found = read(listed.BOOKMARKS)
    one, two, three = found.entries
    assert (one.title, one.note) == ("First & best", "A note on it")
    assert one.tags == ("Ukraine", "front", "map")
    assert (one.saved, one.published) == ("2024-11-14T11:59:00Z", None)
    assert (two.tags, three.tags) == (("Ukraine", "Maps"), ())
    assert found.skipped_count == 1  # the bookmarklet


@pytest.mark.parametrize("text", [listed.CHROMIUM, listed.FIREFOX])
def test_json_bookmarks_say_when_they_were_added(text):
    entry = first(text)
    assert (entry.url, entry.title) == ("https://a.example/1", "One")
    assert entry.saved == "2024-11-14T11:59:00Z"


def test_csl_people_dates_and_dois_are_read():
    one, two = read(listed.CSL).entries
    assert (one.authors, one.published) == (("Jane Doe", "United Nations"), "2024-11-14")
    assert (one.site, one.note, one.tags) == ("The Times", "Read again", ("bridge", "front"))
    assert two.url == "https://doi.org/10.1234/abc.5"


def test_ris_names_are_turned_and_dates_shortened():
    one, two = read(listed.RIS).entries
    assert one.authors == ("Jane Doe", "Jan van Dam")
    assert (one.published, two.published) == ("2024-11-14", "2023")
    assert (one.files, one.site) == (("files/1/page.pdf",), "The Times")


def test_bibtex_is_read_without_its_braces_and_accents_put_together():
    one, two = read(listed.BIBTEX).entries
    assert one.title == "Bridge blown up at Étampes"
    assert one.authors == ("Jane Doe", "United Nations")
    assert (one.url, one.published) == ("https://x.example/a_b", "2024-11")
    assert one.files == ("files/1/page.pdf",)
    assert (two.url, two.published) == ("https://y.example/", "2024-11")


def test_bibtex_with_a_broken_reference_says_which():
    found = read("@article{a, title={One}, url={https://a.example/1}}\n@article{b, title={Two\n")
    assert [entry.title for entry in found.entries] == ["One"]
    assert found.skipped[0].row == 2


def test_zotero_gives_notes_tags_collections_and_the_files_beside_it():
    entry = first(listed.ZOTERO)
    assert (entry.title, entry.authors) == ("Bridge blown up", ("Jane Doe",))
    assert (entry.published, entry.saved) == ("2024-11-14", "2024-11-15T09:30:00")
    assert (entry.site, entry.language) == ("The Times", "en")
    assert entry.tags == ("Kupiansk", "bridge", "front")
    assert (entry.files, entry.note) == (("files/2/page.pdf",), "Ask the author & call")
    assert entry.said_in["title"] == "Zotero RDF dc:title"
    assert len(read(listed.ZOTERO).entries) == 1


def test_rdf_with_entities_is_not_opened():
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaa">]>' + listed.ZOTERO.partition("?>")[2]
    assert read(bomb) is None


def test_auto_archiver_keeps_where_its_copies_lie():
    entry = first(listed.ARCHIVER)
    assert (entry.title, entry.published) == ("A post", "2024-11-14T11:39:00+00:00")
    assert entry.files == ("./local_archive/x", "local_archive/x/shot.png")
    assert entry.saved == "2024-11-15T10:00:00Z"
    kept = first(listed.ARCHIVER_DB)
    assert (kept.url, kept.title, kept.files) == (
        "https://t.example/1",
        "It's here",
        ("tmp/a.mp4",),
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02\xff" * 100,
        b"{" * 100_000,
        b"[" * 100_000,
        b'{"roots": {"a": []}}',
        b'{"a": 1}',
        b"[1, 2, 3]",
        b'[{"type": "x"}]',
        b"TY  - \n",
        b"@article{",
        b"<rdf:RDF",
        b"<!DOCTYPE NETSCAPE-Bookmark-file-1>",
        b"a,b,c\n1,2,3\n",
        b"<html><body><p>A page with https://a.example/1 and https://a.example/2</p></body></html>",
    ],
)
def test_what_is_no_list_is_none(data):
    assert reading.read(data) is None


def test_an_ordinary_page_is_not_even_asked_about():
    assert not likely.may_be_list(b"<!doctype html><html><a href='https://a.example/1'>x</a>")
    assert not likely.may_be_list(b"An ordinary text about a bridge.")


def test_no_control_characters_or_lone_surrogates_come_through():
    entry = first('[{"title": "A\\u0000B\\ud800C\\u202e", "url": "https://a.example/1"}]')
    assert "\x00" not in entry.title
    entry.title.encode()


def test_what_is_beyond_the_most_is_counted():
    text = "".join(f"https://a.example/{n}\n" for n in range(MOST + 7))
    found = read(text)
    assert (len(found.entries), found.left_out) == (MOST, 7)


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"Caf{\'e}", "Café"),
        (r"M\"uller and \v{S}koda", "Müller and Škoda"),
        (r"\c{c}a {\o} \ss{} \& co", "ça ø ß & co"),
        (r"\textbf{Bold} $x^2$", "Bold $x^2$"),
        ("plain {Words}", "plain Words"),
    ],
)
def test_latex_is_read_as_its_reader_sees_it(latex, words):
    assert first(f"@misc{{a, title={{{latex}}}, url={{https://a.example/1}}}}").title == words


@pytest.mark.parametrize(
    "piece", [b"<!---->", b"\n", b" ", b"@aaa{", b"<a:RDF ", b"<dl> <dt> ", b"[a]("]
)
def test_no_beginning_takes_long_to_be_looked_at(piece):
    data = piece * (likely.HEAD // len(piece))
    assert not likely.may_be_list(data) or piece == b"[a]("
