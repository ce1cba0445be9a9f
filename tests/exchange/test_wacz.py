import gzip
import hashlib
import json
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime

import pytest

from caseboard.exchange import wacz
from caseboard.exchange.cdxj import Capture

PAGE = wacz.PageFacts(
    "https://example.org/0", datetime(2024, 11, 14, 12, tzinfo=UTC), "Напад", "Words."
)
WARC = gzip.compress(b"WARC/1.1\r\n\r\n", mtime=0)


def captures(count):
    return [
        Capture(f"https://example.org/{n:05}", "20241114120000", "text/html", "200", "", n, 7)
        for n in range(count)
    ]


@pytest.fixture
def written(tmp_path):
    target = tmp_path / "page.wacz"
    wacz.write(target, WARC, captures(3), PAGE, "Caseboard")
    return target


def test_every_file_has_the_hash_its_package_says(written):
    with zipfile.ZipFile(written) as file:
        package = json.loads(file.read("datapackage.json"))
        for each in package["resources"]:
            data = file.read(each["path"])
            assert each["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
            assert each["bytes"] == len(data)
        listed = {each["path"] for each in package["resources"]}
        assert set(file.namelist()) - listed == {"datapackage.json", "datapackage-digest.json"}
        digest = json.loads(file.read("datapackage-digest.json"))["hash"]
        assert digest == f"sha256:{hashlib.sha256(file.read('datapackage.json')).hexdigest()}"


def test_archive_and_index_are_stored_so_that_they_are_read_in_place(written):
    with zipfile.ZipFile(written) as file:
        for name in ("archive/data.warc.gz", "indexes/index.cdx.gz"):
            assert file.getinfo(name).compress_type == zipfile.ZIP_STORED
        assert file.read("archive/data.warc.gz") == WARC


def test_the_page_is_listed_with_its_title_and_text(written):
    with zipfile.ZipFile(written) as file:
        head, page = map(json.loads, file.read("pages/pages.jsonl").decode().splitlines())
    assert head["format"] == "json-pages-1.0"
    assert (page["url"], page["title"], page["text"]) == (PAGE.url, PAGE.title, PAGE.text)
    assert page["ts"] == "2024-11-14T12:00:00Z"


def test_a_long_index_is_found_block_by_block(tmp_path):
    target = tmp_path / "long.wacz"
    wacz.write(target, WARC, captures(wacz.LINES + 5), PAGE, "Caseboard")
    with zipfile.ZipFile(target) as file:
        packed = file.read("indexes/index.cdx.gz")
        _meta, *places = file.read("indexes/index.idx").decode().splitlines()
    blocks = [json.loads(place.split(" ", 2)[2]) for place in places]
    told = [gzip.decompress(packed[b["offset"] :][: b["length"]]).decode() for b in blocks]
    assert [len(block.splitlines()) for block in told] == [wacz.LINES, 5]
    assert all(
        block.startswith(place.split()[0]) for block, place in zip(told, places, strict=True)
    )


def test_the_same_page_gives_the_same_bytes(written, tmp_path):
    again = tmp_path / "again.wacz"
    wacz.write(again, WARC, captures(3), PAGE, "Caseboard")
    assert again.read_bytes() == written.read_bytes()


@pytest.mark.skipif(not shutil.which("wacz"), reason="the validator wacz is not installed")
def test_its_own_validator_accepts_it(written):
    done = subprocess.run(["wacz", "validate", "-f", written], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout
