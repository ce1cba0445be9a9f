import pytest
from briefing_cases import kupiansk, outline
from reading import pages
from stress_outline import stress

from caseboard.briefing import pdf
from caseboard.briefing.fingerprint import fingerprint

LONG = "CONFIDENTIAL // " + "RELEASABLE TO THE STAFF OF THE 14TH BRIGADE " * 5


def words(data):
    return [" ".join(page.split()) for page in pages(data)]


@pytest.mark.parametrize("text", ["RESTRICTED", LONG.strip()])
def test_a_classification_stands_whole_at_head_and_foot_of_every_page(text):
    written = words(pdf.render(outline(kupiansk(), classification=text)))

    assert [page.count(text) for page in written] == [2] * len(written)
    assert "TLP:AMBER" not in written[0], "it stands in the place of the other"


def test_every_foot_has_the_fingerprint_however_long_the_rest_is():
    made = stress(LONG)

    assert all(f"Fingerprint {fingerprint(made)}" in page for page in words(pdf.render(made)))


def test_parts_carry_their_own_marking():
    written = " ".join(words(pdf.render(stress())))

    assert "TLP:GREEN" in written
    assert "SECRET//NOFORN" in written


def test_a_long_title_is_cut_at_the_head_and_its_case_is_not():
    written = words(pdf.render(stress()))

    assert all("… · KUP-2024-11" in page for page in written[1:])
