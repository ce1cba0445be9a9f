from datetime import UTC, datetime

import pytest

from caseboard.analysis import completeness
from caseboard.analysis.completeness import PAGE_SOURCE, Collected, Kept
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.collection import Collection
from caseboard.model.ids import CaseId, ClipId, FileId
from caseboard.model.terms import ClipKind, FileRole, Method

NOON = datetime(2024, 11, 14, 12, tzinfo=UTC)


def clip(**fields):
    known = {"kind": ClipKind.ARTICLE, "title": "Attacks repelled", "method": Method.LINK, **fields}
    return Clip(case_id=CaseId("case"), ref="A-E001", captured=NOON, tool="Caseboard 0", **known)


def file(role, media_type="text/html", **fields):
    known = {"sha256": "ab" * 32, "name": "file", "bytes": 5, **fields}
    return ClipFile(clip_id=ClipId("clip"), role=role, media_type=media_type, **known)


def found(files=(), collection=None, **fields):
    held = Collected(clip(**fields), files, collection)
    return {item.key: item for item in completeness.items(held)}


def collection(**fields):
    return Collection(clip_id=ClipId("clip"), **fields)


LINK = file(FileRole.ORIGINAL, "text/uri-list")


def test_a_link_that_was_not_fetched_says_what_is_missing_and_why():
    told = found([LINK], url_asked="https://example.org/a", problem="Only the link is kept.")
    assert told["source"].kept is Kept.NO
    assert told["source"].detail == "Only the link is kept."
    assert told["url"].kept is Kept.YES
    assert told["hash"].detail == f"SHA-256 {'ab' * 32}"


def test_a_fetched_and_rendered_page_has_source_and_picture():
    files = [
        LINK,
        file(FileRole.DERIVATIVE, name="a.html", step=PAGE_SOURCE, made_from_id=FileId("w")),
        file(FileRole.SCREENSHOT, "image/png"),
    ]
    told = found(files, collection(hidden=[{"what": "div#cookies", "words": "We use"}]))
    assert told["source"].detail == "a.html"
    assert told["picture"].kept is Kept.YES
    assert told["picture"].detail == "1 overlay was hidden in it."


def test_media_that_could_not_be_had_are_counted():
    files = [LINK, file(FileRole.PICTURE, "image/jpeg")]
    told = found(files, collection(missing=[{"url": "x", "kind": "picture", "reason": "404"}]))
    assert told["media"].kept is Kept.NO
    assert told["media"].detail == "1 file; 1 could not be had"


def test_a_photo_is_not_asked_for_a_page():
    told = found([file(FileRole.ORIGINAL, "image/jpeg")], kind=ClipKind.IMAGE)
    assert told["source"].kept is told["picture"].kept is Kept.NOT_HERE
    assert told["media"].kept is Kept.YES


@pytest.mark.parametrize("missing", ["author", "published", "site"])
def test_context_names_what_was_not_found(missing):
    fields = {"author": "A. Reporter", "published": "2024-11-14", "site": "Daily"}
    named = {"author": "byline", "published": "date", "site": "website"}
    told = found([LINK], **{**fields, missing: fields[missing] and ""})
    assert told["context"].detail == f"Not found: {named[missing]}."
    assert found([LINK], **fields)["context"].kept is Kept.YES


def test_a_clock_that_was_compared_shows_its_offset_and_error():
    row = collection(clock_offset=1.25, clock_error=0.7, clock_reference="the clock of example.org")
    told = found([LINK], row)["clock"]
    assert told.detail == "+1.2 s against the clock of example.org, to within 0.7 s"
    assert found([LINK], collection(clock_reference="Not compared."))["clock"].detail == (
        "Not compared."
    )


def test_the_share_counts_only_what_applies():
    told = list(found([file(FileRole.ORIGINAL, "image/jpeg")], kind=ClipKind.IMAGE).values())
    kept, of = completeness.share(told)
    assert of == sum(item.kept is not Kept.NOT_HERE for item in told) < len(told)
    assert kept == sum(item.kept is Kept.YES for item in told) > 0


def test_a_derivative_without_its_step_is_not_accounted_for():
    nameless = file(FileRole.DERIVATIVE, "image/jpeg", made_from_id=FileId("w"))
    assert found([LINK, nameless])["derivatives"].kept is Kept.NO


def test_what_only_counts_readers_is_nobodys_loss():
    counter = {"url": "x", "kind": "tracking", "reason": "It was not asked for."}
    told = found([LINK, file(FileRole.PICTURE, "image/jpeg")], collection(missing=[counter]))
    assert told["media"].kept is Kept.YES
