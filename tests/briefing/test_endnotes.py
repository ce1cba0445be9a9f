"""Endnotes, after ICS 206-01."""

from briefing_cases import kupiansk
from sectioning import composed, links, said

from caseboard.briefing.blocks import Heading, Listing, SectionKind, text_of
from caseboard.briefing.walk import anchors_of

K = SectionKind


def notes(outline):
    section = next(each for each in outline.sections if each.kind is K.SOURCES)
    listing = next(block for block in section.blocks if isinstance(block, Listing))
    return [[text_of(part.runs) for part in entry.content] for entry in listing.entries]


def test_a_note_says_author_title_publisher_date_address_access_and_what_the_source_is():
    outline = composed(kupiansk(), K.BOTTOM_LINE, K.SOURCES, bottom_line="So it is [[E001]].")
    ((citation, about),) = notes(outline)

    assert citation.startswith("Boldizsar Gyori. “Ukraine repels Russian attempt to enter")
    assert citation.endswith("ry-says/.")
    assert about == (
        "Exhibit E001, article, accessed 14 Nov 2024. News outlet, Ukraine; usually reliable. "
        "Cited in Bottom line."
    )


def test_a_note_leads_back_to_every_use_by_section():
    text = "One [[E001]], two [[E001]]."
    outline = composed(
        kupiansk(), K.BOTTOM_LINE, K.JUDGEMENTS, K.SOURCES, bottom_line=text, judgements=[text]
    )
    ((_citation, about),) = notes(outline)

    assert about.endswith("Cited in Bottom line\u00a0a\u00a0b; Key judgements\u00a0a\u00a0b.")
    assert {"cite-1", "cite-1-2", "cite-1-3", "cite-1-4"} <= links(outline) & anchors_of(outline)


def test_the_letters_of_many_uses_never_run_out():
    outline = composed(kupiansk(), K.BOTTOM_LINE, K.SOURCES, bottom_line="So [[E001]]. " * 30)
    ((_citation, about),) = notes(outline)

    letters = about.partition("Bottom line")[2].rstrip(".").split()
    assert letters[:2] + letters[25:] == ["a", "b", "z", "aa", "ab", "ac", "ad"]
    assert "cite-1-30" in links(outline)


def test_every_link_of_a_whole_briefing_leads_somewhere():
    outline = composed(kupiansk(), *(kind for kind in K))
    back = {link for link in links(outline) if link.startswith(("cite-", "source-", "exhibit-"))}
    assert len(back) > 10
    assert back <= anchors_of(outline)


def test_an_exhibit_without_date_or_publisher_says_so():
    case = kupiansk()
    case.clips[0].published, case.clips[0].source_id, case.clips[0].site = None, None, ""
    outline = composed(case, K.BOTTOM_LINE, K.SOURCES, bottom_line="[[E001]]")
    ((citation, _about),) = notes(outline)
    assert ", publisher unknown, undated. https://" in citation


def test_sources_are_graded_below_where_no_cards_of_them_follow():
    def headed(*kinds, **changes):
        outline = composed(kupiansk(), *kinds, K.SOURCES, **changes)
        section = next(each for each in outline.sections if each.kind is K.SOURCES)
        return any(isinstance(block, Heading) for block in section.blocks)

    assert headed(K.BOTTOM_LINE)
    assert not headed(K.BOTTOM_LINE, K.SOURCE_CARDS)
    assert not headed(K.BOTTOM_LINE, template="flash")


def test_automation_is_disclosed_where_no_method_does_it():
    texts = {"automation": "Machine translation (Example 3.1)."}
    given = {"bottom_line": "[[E001]]", "texts": texts}

    assert said(kupiansk(), K.SOURCES, K.BOTTOM_LINE, **given)[-1] == texts["automation"]
    with_method = said(kupiansk(), K.SOURCES, K.BOTTOM_LINE, K.METHOD, **given)
    assert texts["automation"] not in with_method
