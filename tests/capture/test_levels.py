from io import BytesIO

import pytest
from captured import picture
from PIL import Image

from caseboard.capture import levels
from caseboard.capture.worker import Worker
from caseboard.errors import CaseError


def jpeg(image, quality):
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def pasted():
    """A picture saved often at quality 60, with a fresh piece pasted into its middle."""
    image = Image.effect_noise((320, 240), 60).convert("RGB")
    for _save in range(8):
        image = Image.open(BytesIO(jpeg(image, 60)))
    image.paste(Image.effect_noise((80, 80), 90).convert("RGB"), (120, 80))
    return jpeg(image, 92)


def brightness(shown, box):
    grey = shown.convert("L").crop(box)
    values = grey.tobytes()
    return sum(values) / len(values)


def test_a_piece_that_was_pasted_in_stands_out():
    answer = levels.levels(pasted(), {"quality": 60})
    shown = Image.open(BytesIO(answer.blobs[0]))
    assert shown.size == (320, 240)
    assert brightness(shown, (125, 85, 195, 155)) > 1.3 * brightness(shown, (0, 0, 100, 240))
    assert answer.values["scale"] >= 1


def test_a_plain_picture_stays_dark():
    plain = jpeg(Image.new("RGB", (64, 64), (120, 130, 140)), 90)
    shown = Image.open(BytesIO(levels.levels(plain, {}).blobs[0]))
    assert brightness(shown, (0, 0, 64, 64)) < 80


def test_other_kinds_and_broken_files_are_refused_in_words():
    for data in (picture("PNG"), b"", picture("JPEG")[:200]):
        with pytest.raises(CaseError, match=r"\.$"):
            levels.levels(data, {})


def test_the_worker_makes_them():
    worker = Worker()
    try:
        assert worker.do("levels", picture("JPEG")).blobs[0].startswith(b"\xff\xd8")
    finally:
        worker.close()
