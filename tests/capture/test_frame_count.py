"""How many pictures one file holds."""

import time
from io import BytesIO

import pytest
from PIL import Image

from caseboard.capture import frame_count

FRAME = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
HEAD = b"GIF89a\x01\0\x01\0\x80\0\0" + b"\0\0\0\xff\xff\xff"


def counted(data):
    with Image.open(BytesIO(data)) as image:
        return frame_count.count(image, data), image.tell()


def test_frames_of_a_gif_are_counted_past_what_stands_between_them():
    comment = b"\x21\xfe\x05hello\0"
    assert counted(HEAD + FRAME + comment + FRAME + b"\x3b" + FRAME) == (2, 0)


def test_counting_ends_soon_whatever_a_file_holds():
    begin = time.perf_counter()
    assert counted(HEAD + FRAME * 400_000)[0] == frame_count.MOST
    assert time.perf_counter() - begin < 20


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")  # as where pictures are read
def test_a_tiff_that_breaks_off_counts_what_can_be_reached_and_stands_at_its_first_page():
    pages = [Image.new("L", (8, 8), grey) for grey in (10, 100, 200)]
    out = BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    assert counted(out.getvalue()) == (3, 0)
    found, at = counted(out.getvalue()[:-250])
    assert (found, at) == (2, 0)
