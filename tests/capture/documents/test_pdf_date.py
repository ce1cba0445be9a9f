"""Dates of PDF as EDTF."""

import pytest

from caseboard.capture.documents.pdf_date import edtf


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("D:20241114113900+02'00'", "2024-11-14T11:39:00+02:00"),
        ("D:20241114113900+02'00", "2024-11-14T11:39:00+02:00"),
        ("D:20241114113900-0330", "2024-11-14T11:39:00-03:30"),
        ("D:20241114113900Z", "2024-11-14T11:39:00Z"),
        ("D:20241114113900Z00'00'", "2024-11-14T11:39:00Z"),
        ("D:20241114113900+00'00'", "2024-11-14T11:39:00Z"),
        ("D:20241114113900", "2024-11-14T11:39:00"),
        ("D:202411141139", "2024-11-14T11:39:00"),
        ("D:20241114", "2024-11-14"),
        ("D:202411", "2024-11"),
        ("2024", "2024"),
        ("D:20241314", None),
        ("D:20241114256100Z", None),
        ("D:19040101000000Z", None),
        ("D:20990101000000Z", None),
        ("yesterday", None),
        ("", None),
        ("D:" + "1" * 4000, None),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(written, read):
    assert edtf(written) == read


def test_a_zone_that_cannot_be_is_left_out():
    assert edtf("D:20241114113900+99'00'") == "2024-11-14T11:39:00"
