"""Method and limits."""

from datetime import UTC, datetime

from briefing_cases import empty, kupiansk, made_file
from sectioning import said, section

from caseboard.briefing.blocks import Facts, Heading, SectionKind, text_of
from caseboard.model.terms import FileRole, Hollow


def facts(dossier, **changes):
    found = section(dossier, SectionKind.METHOD, **changes)
    return {
        fact.label: text_of(fact.value)
        for block in found.blocks
        if isinstance(block, Facts)
        for fact in block.facts
    }


def headings(dossier, **changes):
    found = section(dossier, SectionKind.METHOD, **changes)
    return [text_of(block.runs) for block in found.blocks if isinstance(block, Heading)]


def test_ways_tools_and_times_are_counted_from_the_exhibits():
    told = facts(kupiansk())

    assert told["Collected"] == "2 exhibits, 14 Nov 2024 12:02 UTC to 14 Nov 2024 12:11 UTC"
    assert told["How"] == "Dropped (1), pasted (1)"
    assert told["With"] == "Caseboard 0.1.0"


def test_the_cut_off_is_told_with_what_it_does():
    cutoff = datetime(2024, 11, 14, 15, 30, tzinfo=UTC)
    assert facts(kupiansk(), cutoff=cutoff)["Cut-off"].startswith("14 Nov 2024 15:30 UTC.")


def test_archives_and_screenshots_are_counted_where_there_are_any():
    case = kupiansk()
    assert "Kept of pages" not in facts(case)
    for role in (FileRole.WARC, FileRole.SCREENSHOT, FileRole.SCREENSHOT):
        file = made_file(case.clips[0], role.encode(), "")
        file.role = role
        case.files.append(file)
    assert facts(case)["Kept of pages"] == "1 web archive, 2 screenshots"


def test_what_the_analyst_wrote_stands_under_its_heading():
    texts = {
        "method": "Channels were read *daily*.",
        "limits": "No imagery [[E001]].",
        "not_collected": "Closed groups.",
        "automation": "Machine translation (Example 3.1).",
    }
    words = said(kupiansk(), SectionKind.METHOD, texts=texts)

    assert words[0] == "Channels were read daily."
    assert "No imagery[1]." in words
    assert headings(kupiansk(), texts=texts) == ["Limits", "Not collected", "Automation"]
    assert words[-1] == "Machine translation (Example 3.1)."


def test_what_exhibits_lack_is_a_limit():
    case = kupiansk()
    case.clips[0].hollow = Hollow.PAYWALL
    case.clips[1].problem = "It could not be read."
    case.clips[1].published = None
    words = said(case, SectionKind.METHOD)

    assert "E001: Not the article: the site asked to subscribe." in words
    assert "E002: It could not be read." in words
    assert "No date of publication is known for E002." in words


def test_that_no_automation_is_recorded_is_said():
    assert said(kupiansk(), SectionKind.METHOD)[-1] == (
        "No use of artificial intelligence or machine learning is recorded."
    )


def test_an_empty_case_has_no_method():
    assert section(empty(), SectionKind.METHOD) is None
