"""Files handed over together, read back by the library of those who keep bags."""

import hashlib
from datetime import UTC, datetime

import bagit
import pytest

from caseboard.errors import CaseError
from caseboard.exchange import exhibit_bag
from caseboard.exchange.exhibit_bag import SUMS, Item, put_bag, put_folder

WHEN = datetime(2024, 11, 14, 18, 0, tzinfo=UTC)
TOLD = {"External-Description": "Two\naccounts: “C1”", "Marking": "TLP:AMBER", "Contact-Name": ""}


def items(**changed):
    files = {"exhibits/E001/01-original.html": b"<p>", "briefing.pdf": b"%PDF-", **changed}
    return [Item(path, lambda data=data: data) for path, data in files.items()]


def content(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_bag_is_one_to_the_library_that_checks_bags(tmp_path):
    put_bag(items(), tmp_path / "bag", WHEN, TOLD)
    bag = bagit.Bag(str(tmp_path / "bag"))
    bag.validate()
    assert bag.version_info == (1, 0)
    assert sorted(bag.payload_files()) == [
        "data/briefing.pdf",
        "data/exhibits/E001/01-original.html",
    ]
    assert bag.info["Payload-Oxum"] == "8.2"
    assert bag.info["Bagging-Date"] == "2024-11-14"
    assert bag.info["External-Description"] == "Two accounts: “C1”"
    assert "Contact-Name" not in bag.info


def test_a_bag_that_is_changed_is_found_out(tmp_path):
    put_bag(items(), tmp_path / "bag", WHEN, TOLD)
    for name in ("data/briefing.pdf", "bag-info.txt", "manifest-sha256.txt"):
        path = tmp_path / "bag" / name
        before = path.read_bytes()
        path.write_bytes(before + b"x: y\n")
        assert not bagit.Bag(str(tmp_path / "bag")).is_valid()
        path.write_bytes(before)
    assert bagit.Bag(str(tmp_path / "bag")).is_valid()


def test_what_is_returned_covers_all_the_rest(tmp_path):
    tags = put_bag(items(), tmp_path / "bag", WHEN, TOLD)
    assert tags == (tmp_path / "bag" / "tagmanifest-sha256.txt").read_bytes()
    for line in tags.decode().splitlines():
        sha256, name = line.split("  ")
        data = (tmp_path / "bag" / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == sha256


def test_a_folder_lists_the_hashes_of_all_its_files(tmp_path):
    sums = put_folder(items(), tmp_path / "given", WHEN)
    held = content(tmp_path / "given")
    assert held.pop(SUMS) == sums
    listed = dict(reversed(line.split("  ")) for line in sums.decode().splitlines())
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in held.items()}


@pytest.mark.parametrize("put", [put_folder, lambda *args: put_bag(*args, TOLD)])
def test_the_same_items_give_the_same_files_and_dates(tmp_path, put):
    put(items(), tmp_path / "one", WHEN)
    put(items()[::-1], tmp_path / "other", WHEN)
    assert content(tmp_path / "one") == content(tmp_path / "other")
    everything = [tmp_path / "one", *(tmp_path / "one").rglob("*")]
    assert {path.stat().st_mtime for path in everything} == {WHEN.timestamp()}


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path):
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "mine.txt").write_text("mine")
    with pytest.raises(CaseError, match="holds something"):
        put_folder(items(), tmp_path / "given", WHEN)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CaseError, match="holds something"):
        put_folder(items(), tmp_path / "file", WHEN)
    assert content(tmp_path) == {"given/mine.txt": b"mine", "file": b"mine"}


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "given").mkdir()
    put_folder(items(), tmp_path / "given", WHEN)
    assert (tmp_path / "given" / "briefing.pdf").read_bytes() == b"%PDF-"


def test_nothing_is_left_where_writing_stops(tmp_path):
    def damaged():
        raise CaseError("Damaged.")

    with pytest.raises(CaseError, match="Damaged"):
        put_bag([*items(), Item("z", damaged)], tmp_path / "bag", WHEN, TOLD)

    def stop(done, total):
        assert total == 2
        raise CaseError(f"Stopped at {done}.")

    with pytest.raises(CaseError, match="Stopped at 1"):
        put_folder(items(), tmp_path / "given", WHEN, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    with pytest.raises(CaseError, match="could not be written"):
        put_folder(items(), tmp_path / "no" / "given", WHEN)


def test_a_bag_that_cannot_be_read_back_never_appears(tmp_path, monkeypatch):
    monkeypatch.setattr(exhibit_bag, "_DECLARED", "BagIt-Version: none\n")
    with pytest.raises(CaseError, match="could not be written"):
        put_bag(items(), tmp_path / "bag", WHEN, TOLD)
    assert list(tmp_path.iterdir()) == []
