"""The hostile files are what they are meant to be, and the same for the same seed."""

from caseboard.capture import sniff
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.terms import ClipKind, ClipState, FileRole, Method
from caseboard.store.clips import ClipView
from caseworker import NOON
from hostile import crafted, mutated, whole
from hostile.outcome import Outcome, look_at


def seen(file, text="words", meta=None, **fields):
    known = {"case_id": "c", "ref": "A-E001", "captured": NOON, "tool": "t", "title": "t"}
    known |= {"kind": ClipKind.TEXT, "method": Method.FILE, "state": ClipState.READY}
    clip = Clip(**(known | {"text": text} | fields))
    role, meta = FileRole.ORIGINAL, meta or {}
    original = ClipFile(
        clip_id=clip.id, sha256="a", role=role, name="n", media_type="x/y", bytes=1, meta=meta
    )
    return look_at(file, ClipView(clip, None, [original]))


def test_the_same_seed_breaks_files_the_same_way():
    assert list(mutated.some(60)) == list(mutated.some(60))
    assert list(mutated.some(60)) != list(mutated.some(60, seed=2))


def test_what_is_broken_is_no_longer_what_it_was():
    sound = set(whole.every().values())
    assert not sound & {data for _name, data in mutated.some(60)}


def test_sound_files_are_known_for_what_they_are():
    kinds = {name: sniff.media_type(data[: sniff.HEAD]) for name, data in whole.every().items()}
    assert kinds["photo.png"] == "image/png"
    assert kinds["report.pdf"] == sniff.PDF


def test_crafted_files_have_names_of_their_own():
    names = [file.name for file in crafted.every()]
    assert len(names) == len(set(names)) > 70


def test_an_invented_date_is_seen():
    dated = crafted.Crafted("a.txt", b"nothing of a day", {"published": None})
    assert seen(dated, published="2024-01-01").invented == "published is 2024-01-01"
    assert not seen(dated).invented
    undated = crafted.Crafted("a.txt", b"in 1999 it was")
    assert seen(undated, published="1998").invented
    assert not seen(undated, published="1999-05").invented


def test_an_invented_place_is_seen():
    photo = crafted.Crafted("a.jpg", b"", {"place": None})
    assert seen(photo, meta={"lat": 0.0, "lon": 0.0}).invented


def test_what_is_neither_shown_nor_explained_is_not_sound():
    file = crafted.Crafted("a.txt", b"words")
    silent = seen(file, text="")
    assert not silent.is_shown
    assert not Outcome([silent], NoFaults(), None, None).is_sound
    assert Outcome([seen(file, text="", problem="It is locked.")], NoFaults(), None, None).is_sound
    assert not Outcome([seen(file, state=ClipState.RECEIVED)], NoFaults(), None, None).is_sound


class NoFaults:
    faults = ()
