import pytest
from reading import pages

from caseboard.cli import main


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The briefing of the sample case, page by page, as a newcomer makes it."""
    folder = tmp_path_factory.mktemp("sample")
    library = ["--library", str(folder / "library")]
    assert main([*library, "case", "sample"]) == 0
    assert main([*library, "brief", "KUP-2024-11", "-o", str(folder / "brief.pdf")]) == 0
    return [" ".join(page.split()) for page in pages((folder / "brief.pdf").read_bytes())]


def test_the_sample_case_is_briefed_on_few_pages(sample):
    assert 4 <= len(sample) <= 7


def test_what_a_reader_decides_on_stands_on_the_first_two(sample):
    first, second, *rest = sample

    for title in ("BOTTOM LINE", "Key judgements", "Words of likelihood"):
        assert title in first
    for title in ("Claims and evidence", "Grades after AJP-2.1", "Disputes"):
        assert title in second
    for title in (
        "Map",
        "Natural Earth",
        "Timeline",
        "Pictures",
        "Mila Brandt/Daily Courier",
        "Sources",
        "How to check this document",
    ):
        assert title in " ".join(rest)


def test_both_pictures_of_the_sample_are_printed(sample):
    assert "could not be shown" not in "".join(sample)
