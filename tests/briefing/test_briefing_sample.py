import pytest
from reading import pages, smallest

from caseboard.briefing.pdf.lines import LEAST
from caseboard.cli import main


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where a newcomer has opened the sample case."""
    made = tmp_path_factory.mktemp("sample")
    assert main(["--library", str(made / "library"), "case", "sample"]) == 0
    return made


def briefed(folder, *options):
    """The briefing of the sample case, page by page."""
    target = str(folder / "brief.pdf")
    brief = ["--library", str(folder / "library"), "brief", "KUP-2024-11", "-o", target]
    assert main([*brief, *options]) == 0
    return [" ".join(page.split()) for page in pages((folder / "brief.pdf").read_bytes())]


@pytest.fixture(scope="module")
def sample(folder):
    """As it comes."""
    return briefed(folder)


def test_the_sample_case_is_briefed_on_a_few_pages(sample):
    assert len(sample) <= 7


def test_what_a_reader_decides_on_stands_on_the_first(sample):
    for words in ("BOTTOM LINE", "Key judgements", "Confidence", "Words of likelihood"):
        assert words in sample[0]


def test_what_it_rests_on_follows(sample):
    rest = " ".join(sample)

    for title in ("Disputes", "Assessment", "Map", "Timeline", "Units", "Pictures", "Sources"):
        assert title in rest


def test_both_pictures_of_the_sample_are_printed(sample):
    assert "could not be shown" not in "".join(sample)


def test_the_picture_of_may_is_not_passed_off_as_one_of_november(sample):
    assert "Illustrative: taken 5 May 2024" in " ".join(sample)


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("language", ["en", "uk"])
def test_a_flash_is_one_page(folder, size, language):
    (page,) = briefed(folder, "--template", "flash", "--page", size, "--language", language)

    assert "DeepState" in page
    assert smallest((folder / "brief.pdf").read_bytes()) > LEAST - 0.01


@pytest.mark.parametrize("template", ["situation", "dossier"])
def test_nothing_is_printed_too_small_to_be_read(folder, template):
    briefed(folder, "--template", template, "--page", "Letter", "--language", "uk")

    assert smallest((folder / "brief.pdf").read_bytes()) > LEAST - 0.01
