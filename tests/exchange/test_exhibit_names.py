"""Names of exhibits that are handed over: sound everywhere, and never of something to start."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.exchange.exhibit_names import folder_of, name_of
from caseboard.model.clip import ClipFile
from caseboard.model.terms import FileRole


def file(name, media_type="text/html", role=FileRole.ORIGINAL):
    return ClipFile(
        clip_id="clip", sha256="0" * 64, role=role, name=name, media_type=media_type, bytes=1
    )


@pytest.mark.parametrize(
    ("name", "media_type", "wanted"),
    [
        ("article.html", "text/html", "01-original-article.html"),
        ("Звіт.pdf", "application/pdf", "01-original.pdf"),
        ("photo.jpg.exe", "image/jpeg", "01-original-photo_jpg.jpg"),
        ("setup.exe", "application/x-msdownload", "01-original-setup.bin"),
        ("../../etc/passwd", "text/plain", "01-original.txt"),
        ("con", "text/plain", "01-original-con.txt"),
        ("data.warc.gz", "application/warc", "01-original-data_warc.warc.gz"),
        ("", "text/plain", "01-original.txt"),
    ],
)
def test_a_name_says_what_a_file_is(name, media_type, wanted):
    assert name_of(file(name, media_type), 1) == wanted


@given(st.text(max_size=300), st.text(max_size=40), st.sampled_from(FileRole))
def test_no_name_is_long_or_leaves_its_folder(name, media_type, role):
    made = name_of(file(name, media_type, role), 7)
    assert made.isascii()
    assert made.isprintable()
    assert len(made) < 100
    assert not set(made) & set('/\\:*?"<>|% ')
    assert made.startswith("07-")
    assert not made.endswith(".")


@given(st.text(max_size=50))
def test_a_folder_is_one_step_down(ref):
    made = folder_of(ref)
    assert made
    assert made.isascii()
    assert not set(made) & set("/\\:.% ")
