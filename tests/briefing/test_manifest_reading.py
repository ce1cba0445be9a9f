"""Manifests read back, and those that are refused."""

import json

import pytest
from sectioning import written_manifest as written

from caseboard.briefing import manifest_reading
from caseboard.errors import CaseError


def test_what_was_written_is_read():
    found = manifest_reading.read(written())

    assert (found.ref, found.version, found.journal_seq) == ("KUP-2024-11-B1", 2, 87)
    assert [exhibit.ref for exhibit in found.exhibits] == ["KUP-2024-11-E001", "KUP-2024-11-E002"]
    assert found.claims[0].quotes[0].exact == "Russian invaders failed to enter Kupiansk."
    assert [each.number for each in found.stated][:4] == [1, 2, 3, 0]
    assert found.stated[-1].section == "units"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b"[" * 100_000,
        written(format="another"),
        written(format_version="1"),
        written(format_version=True),
        written(briefing=None),
        written(exhibits={}),
        written(exhibits=[None]),
        written(journal={"seq": "87", "head": "x"}),
        written(judgements=[{"number": 1, "text": "x", "rests_on": [7]}]),
    ],
)
def test_what_is_no_manifest_is_refused_in_words(data):
    with pytest.raises(CaseError, match="damaged, or something else wrote it"):
        manifest_reading.read(data)


@pytest.mark.parametrize("sha256", ["../../etc/passwd", "", "A" * 64, "0" * 63, 7, None])
def test_a_hash_that_is_none_never_becomes_a_path(sha256):
    values = json.loads(written())
    values["exhibits"][0]["files"][0]["sha256"] = sha256
    with pytest.raises(CaseError):
        manifest_reading.read(json.dumps(values).encode())


def test_a_newer_manifest_is_refused_as_such():
    with pytest.raises(CaseError, match="A newer version"):
        manifest_reading.read(written(format_version=2))


def test_a_manifest_without_end_is_refused():
    with pytest.raises(CaseError, match="too large"):
        manifest_reading.read(b" " * (manifest_reading.MAX_BYTES + 1))
