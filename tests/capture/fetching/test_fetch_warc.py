"""What was asked and answered, in a WARC."""

import gzip
import zlib
from datetime import datetime, timedelta, timezone

import pytest
from fetches import is_sound, records

from caseboard.capture.fetching.warc import Answered, Asked, Warc

NOON = datetime(2024, 11, 14, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
ASKED = Asked(
    "http://example.org/a?b=%D0%BC",
    NOON,
    b"/a?b=%D0%BC",
    ((b"Host", b"example.org"), (b"User-Agent", b"Tests")),
)
RAW = bytes(range(256)) * 40


@pytest.fixture
def answered(tmp_path):
    body = tmp_path / "body"
    body.write_bytes(RAW)
    headers = (
        (b"Content-Type", b"text/html"),
        (b"X-Odd", "Köln".encode("latin-1")),
        (b"x-odd", "Київ".encode()),
        (b"Transfer-Encoding", b"chunked"),
        (b"Set-Cookie", b"a=1"),
        (b"Set-Cookie", b"b=2"),
    )
    return Answered(b"HTTP/1.1", 203, b"Non-Auth", headers, body, ip="93.184.215.14")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "capture.warc.gz"


def test_an_archive_begins_by_saying_who_wrote_it_and_not_who_worked_with_it(path):
    with Warc(path, "Tests/1") as warc:
        warc.add(ASKED, None)
    info = records(path)[0]
    said = info.raw.decode()
    assert info.kind == "warcinfo"
    assert "software: Caseboard/" in said
    assert "format: WARC File Format 1.1" in said
    assert "http-header-user-agent: Tests/1" in said
    assert "operator" not in said
    assert info.headers.protocol == "WARC/1.1"


def test_request_and_answer_are_kept_byte_for_byte(path, answered):
    with Warc(path, "Tests") as warc:
        warc.add(ASKED, answered)
        assert warc.count == 1
    _info, response, request = records(path)
    assert (response.kind, request.kind) == ("response", "request")
    assert response.url == request.url == ASKED.url
    assert response.raw == RAW
    assert response.http.get_statuscode() == "203"
    assert response.http.headers == [
        ("Content-Type", "text/html"),
        ("X-Odd", "Köln"),
        ("x-odd", "Київ"),
        ("X-Archive-Orig-Transfer-Encoding", "chunked"),
        ("Set-Cookie", "a=1"),
        ("Set-Cookie", "b=2"),
    ]
    assert request.http.headers == [("Host", "example.org"), ("User-Agent", "Tests")]
    assert is_sound(path)


def test_records_say_when_from_where_and_what_belongs_together(path, answered):
    with Warc(path, "Tests") as warc:
        warc.add(ASKED, answered)
    _info, response, request = records(path)
    assert response.headers.get_header("WARC-Date") == "2024-11-14T10:00:00.123456Z"
    assert request.headers.get_header("WARC-Date") == "2024-11-14T10:00:00.123456Z"
    assert response.headers.get_header("WARC-IP-Address") == "93.184.215.14"
    assert response.headers.get_header("WARC-Truncated") is None
    for record in (response, request):
        assert record.headers.get_header("WARC-Block-Digest").startswith("sha256:")
    assert response.headers.get_header("WARC-Payload-Digest").startswith("sha256:")
    identity = response.headers.get_header("WARC-Record-ID")
    assert request.headers.get_header("WARC-Concurrent-To") == identity


def test_what_was_cut_off_says_why(path, answered):
    cut = Answered(*[getattr(answered, name) for name in answered.__slots__][:6], "time")
    with Warc(path, "Tests") as warc:
        warc.add(ASKED, cut)
    _info, response, _request = records(path)
    assert response.headers.get_header("WARC-Truncated") == "time"
    assert is_sound(path)


def test_a_question_without_an_answer_is_kept_too(path):
    with Warc(path, "Tests") as warc:
        warc.add(ASKED, None)
    assert [record.kind for record in records(path)] == ["warcinfo", "request"]
    assert is_sound(path)


def test_each_record_is_packed_by_itself(path, answered):
    with Warc(path, "Tests") as warc:
        warc.add(ASKED, answered)
        warc.add(ASKED, answered)
    data, members = path.read_bytes(), 0
    while data:
        member = zlib.decompressobj(31)
        assert member.decompress(data).startswith(b"WARC/1.1\r\n")
        data, members = member.unused_data, members + 1
    assert members == 5


def test_a_changed_byte_would_be_seen(path, answered):
    with Warc(path, "Tests") as warc:
        warc.add(ASKED, answered)
    plain = gzip.decompress(path.read_bytes()).replace(b"\x01\x02\x03\x04", b"\x01\x02\x03\x05", 1)
    broken = path.with_name("broken.warc")
    broken.write_bytes(plain)
    assert not is_sound(broken)


class FullDisk:
    """A file on a disk that takes a little more, and then nothing."""

    def __init__(self, file, room):
        self.file = file
        self.room = room

    def write(self, data):
        if self.room <= 0:
            raise OSError(28, "No space left on device")
        taken = self.file.write(bytes(data)[: self.room])
        self.room -= taken
        return taken

    def __getattr__(self, name):
        return getattr(self.file, name)


def test_a_full_disk_leaves_the_records_before_it(path, answered):
    with Warc(path, "Tests") as warc:
        warc.add(ASKED, answered)
        out, file = warc._file, warc._file._raw
        out._opened = FullDisk(file, room=200)
        with pytest.raises(OSError, match="No space"):
            warc.add(ASKED, answered)
        assert warc.count == 1
        out._opened = file
        warc.add(ASKED, answered)
    assert [record.kind for record in records(path)].count("response") == 2
    assert is_sound(path)


def test_an_archive_never_takes_the_place_of_a_file(path):
    path.write_bytes(b"mine")
    with Warc(path, "Tests") as warc, pytest.raises(FileExistsError):
        warc.add(ASKED, None)
    assert path.read_bytes() == b"mine"


def test_where_nothing_was_asked_there_is_no_archive(path):
    with Warc(path, "Tests"):
        pass
    assert not path.exists()
