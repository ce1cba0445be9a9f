"""A briefing as one HTML file: it shows all of the outline, and can do nothing."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from briefing_cases import (
    CREDIT,
    EXPORTED,
    HOSTILE,
    PICTURES,
    STRANGE,
    Pictures,
    empty,
    hostile,
    kupiansk,
    outline,
)
from html_reading import addresses, tree, words

from caseboard.briefing import html
from caseboard.briefing.blocks import (
    Entry,
    Figure,
    Figures,
    Gauge,
    Listing,
    Paragraph,
    Region,
    Run,
    Section,
    SectionKind,
    Yardstick,
    plain,
    text_of,
)
from caseboard.briefing.walk import paragraphs as paragraphs_of
from caseboard.model.terms import Marking


@pytest.fixture(scope="module")
def made():
    return outline(kupiansk())


@pytest.fixture(scope="module")
def page(made):
    return html.render(made)


def with_blocks(*blocks):
    section = Section(SectionKind.NOTES, "Notes", blocks)
    return replace(outline(empty()), sections=(section,))


def test_every_word_of_the_outline_stands_in_it(made, page):
    said = words(tree(page))
    for section in made.sections:
        assert section.title in said
        for part in paragraphs_of(section):
            assert " ".join(text_of(part.runs).split()) in said


def test_it_asks_for_nothing_and_runs_nothing(page):
    kept = [(tag, value) for tag, value in addresses(page) if not value.startswith("#")]
    assert {tag for tag, _value in kept} == {"img", "a"}
    assert all(value.startswith("data:image/") for tag, value in kept if tag == "img")
    assert all(value.startswith("https://") for tag, value in kept if tag == "a")
    found = tree(page)
    assert not found.xpath("//script | //iframe | //object | //link | //base | //form")
    policy = found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; img-src data:; style-src 'unsafe-inline'"]
    assert "url(" not in found.xpath("string(//style)")
    assert "@import" not in found.xpath("string(//style)")


def test_every_link_leads_to_one_place_that_is_there(page):
    found = tree(page)
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = {value[1:] for tag, value in addresses(page) if value.startswith("#")}
    assert inside <= set(ids)
    assert len(inside) > 10


def test_an_endnote_is_linked_both_ways(page):
    (note,) = tree(page).xpath("//*[@id='source-1']")
    assert "cite-1" in {value[1:] for value in note.xpath(".//a/@href")}
    (used,) = tree(page).xpath("//*[@id='cite-1']")
    assert used.get("href") == "#source-1"


def test_the_marking_stands_at_head_and_foot(page):
    marks = tree(page).xpath("//p[contains(@class, 'marking')]")
    assert [words(mark) for mark in marks] == ["TLP:AMBER", "TLP:AMBER"]
    body = tree(page).xpath("//body/*")
    assert body[1] is not None
    assert "marking" in body[-1].get("class")


def test_a_classification_stands_in_place_of_the_label(made):
    secret = html.render(replace(made, classification='ДСК "</style><b>'))
    marks = tree(secret).xpath("//p[contains(@class, 'marking')]")
    assert [words(mark) for mark in marks] == ['ДСК "</style><b>'] * 2
    assert "TLP" not in words(tree(secret).xpath("//body")[0])
    assert secret.count(b"</style>") == 1


def test_it_says_its_language_title_and_author(made):
    page = html.render(replace(made, language="uk", marking=Marking.RED))
    found = tree(page)
    assert found.get("lang") == "uk"
    assert found.xpath("string(//title)") == "Kupiansk approach, 14 Nov 2024 · KUP-2024-11"
    assert found.xpath("//meta[@name='author']/@content") == ["Desk 2"]
    assert found.xpath("//meta[@name='dcterms.date']/@content") == [EXPORTED.isoformat()]


def test_it_has_landmarks_one_title_and_a_list_of_contents(made, page):
    found = tree(page)
    assert [len(found.xpath(f"//{name}")) for name in ("main", "nav", "h1", "header")] == [1] * 4
    titles = [words(each) for each in found.xpath("//main/section/h2")]
    assert titles == [section.title for section in made.sections]
    assert [words(each) for each in found.xpath("//nav//a")] == titles
    assert all(each.get("scope") == "col" for each in found.xpath("//th"))


def test_pictures_carry_what_they_show_and_their_credit(page):
    found = tree(page)
    pictures = found.xpath("//figure//img[starts-with(@src, 'data:image/jpeg')]")
    assert len(pictures) == 2
    assert all(picture.get("alt") for picture in pictures)
    assert CREDIT in words(found.xpath("//figcaption")[0])


def test_a_picture_that_cannot_be_had_leaves_a_sentence():
    page = html.render(outline(kupiansk(), pictures=Pictures()))
    said = words(tree(page))
    assert "This picture could not be shown: photo.jpg." in said
    assert not tree(page).xpath("//figure//img")


def test_regions_are_outlined_where_they_are():
    sha = next(iter(PICTURES.files))
    figure = Figure(
        (plain("Guns"),),
        "Guns",
        lambda: PICTURES(sha),
        "",
        regions=(Region("A", 0.25, 0.5, 0.1, 0.2),),
        number="Figure 7",
    )
    found = tree(html.render(with_blocks(Figures((figure,)))))
    (region,) = found.xpath("//span[@class='region']")
    assert region.get("style") == "left:25.00%;top:50.00%;width:10.00%;height:20.00%"
    assert words(found.xpath("//figcaption")[0]) == "Figure 7. Guns"


def test_a_likelihood_is_told_in_words_beside_its_bar():
    gauge = Gauge("likely", 55, 80, "55–80 %")
    entry = Entry(Run("1."), (plain("It rains."),), gauge=gauge)
    ladder = Yardstick("ICD 203", (gauge,), frozenset({"likely"}))
    found = tree(html.render(with_blocks(Listing((entry,)), ladder)))
    assert words(found.xpath("//li[1]")[-2]) == "1.It rains.likely 55–80 %"
    (bar,) = found.xpath("//span[@class='bar']/i")
    assert bar.get("style") == "left:55%;width:25%"
    assert words(found.xpath("//li[@class='used']")[0]) == "likely55–80 %"


def test_lists_hang_inside_each_other():
    entries = [
        Entry(Run(label), (plain(label),), level)
        for label, level in zip("abcd", (0, 1, 3, 0), strict=True)
    ]
    found = tree(html.render(with_blocks(Listing(tuple(entries)))))
    depth = {
        words(each.xpath("./div")[0]): len(each.xpath("ancestor::ul"))
        for each in found.iter("li")
        if each.xpath("./div")
    }
    assert depth == {"a": 1, "b": 2, "c": 3, "d": 1}


def test_markup_in_the_case_is_read_as_text():
    page = html.render(outline(hostile()))
    found = tree(page)
    said = words(found)
    for text in HOSTILE:
        assert text in said
    kept = [value for tag, value in addresses(page) if not value.startswith("#")]
    assert all(value.startswith("data:image/") for value in kept)
    assert not found.xpath("//script | //*[@onclick] | //font | //para")


class Checker(HTMLParser):
    """Counts what is opened and closed."""

    VOID = frozenset({"meta", "img", "br", "col", "link"})

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, _attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("case", [kupiansk, hostile, empty])
def test_every_element_is_closed_in_its_turn(case):
    checker = Checker()
    checker.feed(html.render(outline(case())).decode())
    assert checker.open == []


def test_strange_letters_stand_as_they_are_and_hidden_ones_do_not():
    text = f"{STRANGE} \u202egpj.exe\u0007\ufffe\ud800"
    found = tree(html.render(with_blocks(plain(text))))
    said = words(found.xpath("//main//p")[0])
    assert "Ґанок, Їжак, Єлисей" in said
    assert "😀👩‍🚀" in said
    assert said.endswith("gpj.exe\ufffd\ufffd\ufffd")


def test_links_lead_to_pages_of_the_web_alone():
    runs = tuple(
        Run(url, url=url)
        for url in (
            'https://a.example/?q=1&r="2"',
            "javascript:alert(1)",
            "file:///etc/passwd",
            "HTTP://b.example",
            "https://",
        )
    )
    found = tree(html.render(with_blocks(Paragraph(runs))))
    assert found.xpath("//main//a/@href") == ['https://a.example/?q=1&r="2"', "HTTP://b.example"]


def test_words_of_another_language_say_which():
    found = tree(html.render(with_blocks(plain("They wrote “ворог має втрати” there."))))
    (span,) = found.xpath("//main//p/span")
    assert (span.get("lang"), words(span)) == ("uk", "ворог має втрати")


def test_the_same_case_gives_the_same_bytes(page):
    assert html.render(outline(kupiansk())) == page


def test_writing_stops_where_whoever_watches_says_so(made):
    def stop(done, total):
        assert total == len(made.sections)
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        html.render(made, progress=stop)
