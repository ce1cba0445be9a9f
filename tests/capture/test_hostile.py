"""Hundreds of broken pages, texts and pictures: read, or refused in words, and nothing else."""

import gc
import os
import random
import time

import pytest
from captured import PARAGRAPHS, picture

from caseboard.capture import page, plain, sanitise
from caseboard.capture import picture as pictures
from caseboard.capture.drop import Drop, Flavour, sort
from caseboard.errors import CaseError
from caseboard.model.parts import GAP

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A bridge | Post</title>
<meta property="og:image" content="a.jpg"><meta name="author" content="Olena Marchuk">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"A bridge",
"datePublished":"2025-03-04T07:05:00Z","author":{{"name":"Olena Marchuk"}}}}</script></head>
<body><form><article><h1>A bridge</h1><div class="byline">By Olena Marchuk
<time datetime="2025-03-04T09:05:00+02:00">March 4, 2025</time></div><figure><img src="a.jpg"
srcset="b.jpg 2x"><figcaption>A bridge. (X/AP)</figcaption></figure>
{"".join(f"<p>{text}</p>" for text in PARAGRAPHS["en"])}<table><tr><td colspan=2>x</td></tr></table>
<ul><li><a href="/x">Read also: more</a></li></ul></article></form></body></html>"""
TEXT = "A bridge reopens\nby Olena Marchuk March 4, 2025 9:05 AM\n" + "\n\n".join(PARAGRAPHS["uk"])
PIECES = (
    "<table><tr><td>", "</p>", "<p", "\x00", "<!--", "-->", "\"'", "<svg><style>", "&#x110000;",
    "&#0;", "<b><i><u>", "</div></div>", "<script>", "\u202e", "\ud800", "<![CDATA[", "<a href=",
    "</html>", "<html>", "<frameset>", "<plaintext>", "<select><option>", "http://[", "<time>",
    "<meta charset=utf-7>", "9" * 30, "(" * 50, "<figure>", "<img srcset=',,'>", "\r", "\u2028",
    "<title>", "<template>", "<math><mi>", "<p style='display:none'>", "2025-02-30T99:99",
)  # fmt: skip
ROUNDS = int(os.environ.get("CASEBOARD_MUTATIONS", "1"))
"""How often over each kind of thing is broken; more for a long night."""
SIZE = float(os.environ.get("CASEBOARD_SHAPES", "0.5"))
"""How large the shapes made to hang are: 1 is as large as pages get."""
SECONDS = 2.0
ORDINARY = "<p>The bridge reopens on <a href=x>Monday</a> at nine.</p>"


def many(number):
    return int(number * SIZE)


@pytest.fixture(scope="module", autouse=True)
def alone():
    """As in the worker: imports made before, and no rows of other tests for `gc` to walk."""
    page.read(PAGE)
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def clock(read, data):
    """Seconds of this process for one reading, or for one refusal in words."""
    start = time.process_time()
    try:
        read(data)
    except CaseError as refused:
        assert refused.hint  # noqa: PT017  either outcome is right, if it comes in time
    return time.process_time() - start


def assert_as_quick_as_a_page(read, data):
    """A shape made to hang takes at most twice an ordinary page of a like size, in one run."""
    ratios = []
    while len(ratios) < 3 and (not ratios or min(ratios) >= 2):
        ordinary = clock(page.read, f"<article><h1>A bridge</h1>{ORDINARY * many(6_000)}")
        ratios.append(clock(read, data) / ordinary)
    assert min(ratios) < 2, ratios


def mutated(text, rng):
    for _change in range(rng.choice((1, 3, 12))):
        at, length = rng.randrange(len(text) + 1), rng.randrange(200)
        act = rng.randrange(5)
        if act == 0:
            text = text[:at] + rng.choice(PIECES) * rng.choice((1, 1, 300)) + text[at:]
        elif act == 1:
            text = text[:at] + text[at + length :]
        elif act == 2:
            text = text[:at] + text[at : at + length] * 8 + text[at:]
        elif act == 3:
            piece = list(text[at : at + length])
            rng.shuffle(piece)
            text = text[:at] + "".join(piece) + text[at + length :]
        else:
            text = text[:at] + chr(rng.choice((0, 0x7F, 0x300, 0xFFFF, 0x1F600))) + text[at:]
    return text


def broken(data, rng):
    changed = bytearray(data)
    for _change in range(rng.choice((1, 5, 60))):
        changed[rng.randrange(min(len(changed), rng.choice((64, 600, len(changed)))))] = (
            rng.randrange(256)
        )
    return bytes(changed[: rng.randrange(1, len(changed))] if rng.random() < 0.3 else changed)


def sound(read):
    """What every reading promises, whatever it was read from."""
    ends = [-len(GAP), *(part.end for part in read.parts)]
    assert [part.start for part in read.parts] == [end + len(GAP) for end in ends[:-1]]
    assert all(part.end > part.start for part in read.parts)
    assert not read.parts or ends[-1] == len(read.full_text)
    assert all(p.picture is None or p.picture < len(read.images) for p in read.parts)
    read.full_text.encode()
    assert "\x00" not in read.full_text + read.title


@pytest.mark.parametrize("seed", range(8))
def test_broken_pages_are_read_or_refused_in_words(seed):
    rng = random.Random(seed)
    for _page in range(40 * ROUNDS):
        html = mutated(PAGE, rng)
        data = html.encode("utf-8", "surrogatepass") if rng.random() < 0.5 else html
        start = time.process_time()
        try:
            sound(page.read(data, rng.choice((None, "https://r.example/a", "http://["))))
            assert time.process_time() - start < SECONDS
            cleaned = sanitise.clean(data, {"a.jpg": "0"})
        except CaseError:
            continue
        assert "<script" not in cleaned
        assert "http://[" not in cleaned.split("href")[-1][:20]


@pytest.mark.parametrize("seed", range(4))
def test_broken_texts_are_read_or_refused_in_words(seed):
    rng = random.Random(seed)
    for _text in range(60 * ROUNDS):
        text = mutated(TEXT, rng)
        start = time.process_time()
        sound(plain.read(text))
        assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF"])
def test_broken_pictures_are_read_or_refused_in_words(kind):
    rng = random.Random(kind)
    whole = picture(kind)
    outcomes = set()
    for _picture in range(40 * ROUNDS):
        try:
            read = pictures.read(broken(whole, rng))
        except CaseError:
            outcomes.add("refused")
        else:
            shown = read.thumbnail.startswith(b"\xff\xd8")
            assert shown or "nothing" in read.problem or "cut off" in read.problem
            outcomes.add("read" if shown else "refused")
    assert "refused" in outcomes  # else the mutations prove nothing
    assert pictures.read(whole).width == 320


def test_broken_drags_are_sorted_or_refused_in_words():
    rng = random.Random(5)
    kinds = ("text/html", "text/uri-list", "text/plain", "text/x-moz-url", "image/png", "x/y")
    for _drag in range(200 * ROUNDS):
        flavours = tuple(
            Flavour(kind, broken(PAGE.encode(), rng) if rng.random() < 0.7 else picture("PNG"))
            for kind in rng.sample(kinds, rng.randrange(1, 5))
        )
        (intake,) = sort(Drop(flavours))
        assert intake.title.isprintable()
        assert intake.files


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>" * many(30_000),
        "<div>" * many(100_000) + "words",
        "<p " + " ".join(f"a{n}=1" for n in range(many(200_000))) + ">words</p>",
        "<b>" * many(20_000) + "words" + "<p>" * many(20_000),
        "<a href=x>" * many(50_000),
        "<ul><li>" * many(40_000),
        "<p>" + "word " * many(900_000),
        "<p>" + "a" * many(4_000_000),
        "<p>word</p>" * many(150_000),
        "<div class='related author byline'>" * many(20_000) + "words",
        "<figure><img src=a.jpg><figcaption>" * many(3_000) + "words",
        "<br>" * many(400_000),
        "<p>(" * many(100_000),
        "<p>by A B " + "March 4, 2025 " * many(20_000),
        "<p>" + "https://a.example/" * many(100_000),
        "<article><h1>" * many(30_000),
        "<div class='entry-title author' style='background:url(a.jpg)'>" * many(30_000),
        "<h1>A B C</h1><p>by <a href=x>ab</a></p>" * many(15_000),
        "<p>" + "<article><h1>x</h1></article>" * many(20_000),
    ],
)  # fmt: skip
def test_shapes_made_to_hang_take_time_by_their_size_only(html):
    for read in (page.read, sanitise.clean):
        assert_as_quick_as_a_page(read, html)


@pytest.mark.parametrize(
    "text",
    [
        "(" * many(300_000),
        "by " * many(100_000),
        "a " * many(1_000_000),
        "\n".join("March 4, 2025" for _n in range(many(30_000))),
        "Photo: " * many(50_000),
        "x" * many(3_000_000),
        "A\n" * many(200_000),
        "cookies we " * many(100_000),
        "((((" + "a (" * many(200_000),
    ],
)
def test_texts_made_to_hang_take_time_by_their_size_only(text):
    assert_as_quick_as_a_page(lambda text: sound(plain.read(text)), text)
