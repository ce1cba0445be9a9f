import pytest

from caseboard.ui.filenames import LONGEST, safe


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("article.html", "article.html"),
        ('a/b\\c:d*e?"f<g>|h.pdf', "a_b_c_d_e__f_g__h.pdf"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        (" name. ", "name"),
        ("", "file"),
        (".pdf", "pdf"),
        ("Куп’янськ.pdf", "Куп’янськ.pdf"),
        ("gpj.\u202eexe", "gpj.exe"),
    ],
)
def test_names_are_sound_on_every_system(name, wanted):
    assert safe(name) == wanted


def test_a_long_name_is_cut_and_keeps_its_ending():
    name = safe("x" * 150 + ".pdf")
    assert len(name) <= LONGEST
    assert name.startswith("xxx")
    assert name.endswith("x.pdf")
