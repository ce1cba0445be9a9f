"""Files that may be fetched again."""

import os

from caseboard.runtime.disk_cache import DiskCache

DAY = 86_400.0


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_kept_is_read_again(tmp_path):
    cache = DiskCache(tmp_path, 1000, DAY)
    cache.keep("https://a.example/1/2/3.png?key=secret", b"picture")
    assert cache.read("https://a.example/1/2/3.png?key=secret") == b"picture"
    assert cache.read("https://a.example/other") == b""
    assert not any("secret" in path.name for path in files(tmp_path))


def test_the_oldest_go_where_there_is_no_more_room(tmp_path):
    cache = DiskCache(tmp_path, 100, DAY)
    for number in range(12):
        cache.keep(str(number), b"x" * 10)
        for path in files(tmp_path):
            age = path.stat().st_mtime - 10
            os.utime(path, (age, age))
    held = [number for number in range(12) if cache.read(str(number))]
    assert held == list(range(12 - len(held), 12))
    assert 5 < len(held) < 11
    assert sum(path.stat().st_size for path in files(tmp_path)) <= 100


def test_another_start_counts_what_is_there(tmp_path):
    for number in range(8):
        DiskCache(tmp_path, 100, DAY).keep(str(number), b"x" * 10)
    DiskCache(tmp_path, 40, DAY).keep("last", b"x" * 10)
    assert sum(path.stat().st_size for path in files(tmp_path)) <= 40


def test_what_is_too_old_is_not_read(tmp_path):
    cache = DiskCache(tmp_path, 1000, DAY)
    cache.keep("a", b"picture")
    (path,) = files(tmp_path)
    age = path.stat().st_mtime - 2 * DAY
    os.utime(path, (age, age))
    assert cache.read("a") == b""


def test_all_of_it_can_be_let_go(tmp_path):
    cache = DiskCache(tmp_path, 1000, DAY)
    cache.keep("a", b"picture")
    cache.clear()
    assert files(tmp_path) == []


def test_a_disk_that_refuses_costs_only_the_keeping(tmp_path, caplog):
    (tmp_path / "cache").write_text("a file where the folder should be")
    cache = DiskCache(tmp_path / "cache", 1000, DAY)
    cache.keep("a", b"picture")
    assert cache.read("a") == b""
    assert "could not keep" in caplog.text
