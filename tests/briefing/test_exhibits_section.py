"""Annex A: exhibits."""

from briefing_cases import EXPORTED, TOOL, briefing, compose, kupiansk, made_file
from sectioning import said, tables

from caseboard.analysis.standing import standings
from caseboard.briefing.blocks import SectionKind, Thumbnail
from caseboard.briefing.record import Record
from caseboard.briefing.release import Reason, Withheld
from caseboard.model.terms import FileRole

EXHIBITS = SectionKind.EXHIBITS


def pictures(dossier, **given):
    (table,) = tables(dossier, EXHIBITS, **given)
    return [part for row in table for cell in row for part in cell if isinstance(part, Thumbnail)]


def test_a_clip_with_pictures_is_known_by_a_small_one():
    (small,) = pictures(kupiansk())
    assert small.alt == "Ukraine repels Russian attempt to enter Kupiansk, military says"


def test_the_small_one_is_the_copy_the_worker_made():
    case = kupiansk()
    asked = []
    small = next(file for file in case.files if file.step == "thumbnail")
    made = compose(
        case,
        briefing(case.case, sections=[{"kind": "exhibits"}]),
        asked.append,
        standings(case),
        exported=EXPORTED,
        program=TOOL,
    )
    for row in made.sections[0].blocks[0].rows:
        for cell in row.cells:
            for part in cell.content:
                if isinstance(part, Thumbnail):
                    part.load()
    assert asked == [small.sha256]


def test_one_whose_pictures_may_not_be_printed_is_known_by_its_words():
    case = kupiansk()
    hidden = frozenset({case.clips[0].id})
    assert pictures(case, pictureless=hidden) == []
    assert "“Russian invaders failed to enter Kupiansk.”" in said(
        case, EXHIBITS, pictureless=hidden
    )


def test_a_text_is_known_by_the_first_words_that_are_quoted_of_it():
    assert "“Дві колони зайшли в Куп’янськ, ворог має великі втрати.”" in said(kupiansk(), EXHIBITS)


def test_a_long_quotation_is_cut_at_a_word():
    case = kupiansk()
    case.anchors[2].exact = "very " * 60
    (quote,) = (words for words in said(case, EXHIBITS) if words.startswith("“very"))
    assert quote.endswith("very …”")
    assert len(quote) < 150


def test_the_address_that_answered_is_told_where_it_is_another():
    case = kupiansk()
    assert not any(words.startswith("Reached:") for words in said(case, EXHIBITS))
    case.clips[0].url_reached = "https://example.org/elsewhere"
    words = said(case, EXHIBITS)
    assert "Reached: https://example.org/elsewhere" in words
    assert case.clips[0].url_asked in words


def test_who_collected_is_told_from_the_record():
    case = kupiansk()
    record = Record(collectors={case.clips[0].id: "Desk 2"})

    assert said(case, EXHIBITS, record=record).count("collected by Desk 2") == 1
    withheld = (Withheld(Reason.COLLECTOR, "the collector"),)
    words = said(case, EXHIBITS, record=record, withheld=withheld)
    assert words.count("collector withheld") == 2
    assert not any("Desk 2" in each for each in words)


def test_steps_are_told_from_the_file_that_was_taken_in():
    case = kupiansk()
    archive = made_file(case.clips[0], b"warc", "")
    archive.role, archive.name = FileRole.WARC, "page.warc"
    page = made_file(case.clips[0], b"page", "page source")
    page.made_from_id = archive.id
    clean = made_file(case.clips[0], b"clean", "sanitised page")
    clean.made_from_id = page.id
    case.files.extend([archive, page, clean])
    (told,) = (words for words in said(case, EXHIBITS) if words.startswith("Made of them"))

    assert (
        "page.warc →\u00a0page source; page.warc →\u00a0page source →\u00a0sanitised page" in told
    )


def test_files_that_were_made_of_each_other_end_somewhere():
    case = kupiansk()
    one, other = made_file(case.clips[0], b"1", "one"), made_file(case.clips[0], b"2", "other")
    one.made_from_id, other.made_from_id = other.id, one.id
    case.files.extend([one, other])
    assert any("other →\u00a0one" in words for words in said(case, EXHIBITS))
