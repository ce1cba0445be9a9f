"""What a page refers to, asked of the worker."""

import pytest

import websites
from caseboard.capture import needs
from caseboard.capture.answer import Answer
from caseboard.capture.fetching import needed
from caseboard.capture.fetching.needed import by_worker
from caseboard.capture.reading import Need, Unreadable
from caseboard.capture.worker import Worker

URL = "https://example.org/article"


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.close()


async def test_the_worker_says_what_a_page_needs(worker):
    told = await by_worker(worker)(websites.ARTICLE, "text/html", URL)
    assert told == needs.of(websites.ARTICLE, "text/html", URL)
    assert len(told) == 6


async def test_the_worker_says_what_a_stylesheet_needs(worker):
    told = await by_worker(worker)(websites.STYLE, "text/css", URL)
    assert [need.kind for need in told] == ["style", "font", "picture"]


async def test_a_page_that_is_too_large_is_refused_in_words(worker):
    with pytest.raises(Unreadable, match="too much markup"):
        await by_worker(worker)(b"<p>" * 3_000_000, "text/html", URL)


@pytest.mark.parametrize(
    "css",
    [
        "/*" * 500_000,
        "@font-face{" * 200_000,
        'url("' * 300_000,
        "@import " * 200_000,
        "@import" + " " * 1_000_000,
        "url(" + " " * 1_000_000,
        "url(" + "\\(" * 500_000,
        "@font-face{" + "url(a)" * 300_000 + "}",
        "@font-face{" + "url(a) format(" * 150_000,
        "url( " * 400_000,
    ],
)
async def test_no_stylesheet_is_too_much_for_the_worker(worker, css):
    await by_worker(worker)(css.encode(), "text/css", URL)  # else it gives up: `Unreadable`


@pytest.mark.parametrize(
    "html",
    [
        "<style>" * 300_000,
        "<style>url(a)</style>" * 100_000,
        "<img srcset='" + "a 1w, " * 200_000 + "'>",
        ('<p style="' + "url( " * 1_900 + '">') * 300,
        '<meta http-equiv=refresh content="0;' + " " * 900_000 + '">',
        "<base href=a>" * 20_000 + "<img src=b>" * 20_000,
    ],
)
async def test_no_page_is_too_much_for_the_worker(worker, html):
    await by_worker(worker)(html.encode(), "text/html", URL)


class Liar:
    """A worker that was taken over by a page."""

    def __init__(self, values):
        self.values = values

    def do(self, *_request):
        return Answer(self.values)


@pytest.mark.parametrize("values", [{}, {"needs": 7}, {"needs": [["a"]]}, {"needs": [None]}])
async def test_nonsense_of_the_worker_is_not_believed(values):
    with pytest.raises(Unreadable):
        await by_worker(Liar(values))(b"", "text/html", URL)


async def test_only_web_addresses_of_known_kinds_are_taken_from_the_worker():
    told = [["file:///etc/passwd", "picture"], ["http://a.org/x", "program"],
            ["http://a.org/y", "font"]]  # fmt: skip
    assert await by_worker(Liar({"needs": told}))(b"", "text/html", URL) == [
        Need("http://a.org/y", "font")
    ]


async def test_the_worker_may_name_only_so_many():
    told = [[f"http://a.org/{number}", "picture"] for number in range(needs.MOST + 50)]
    assert len(await by_worker(Liar({"needs": told}))(b"", "text/html", URL)) == needs.MOST


def test_what_asks_the_worker_knows_the_kinds_that_the_worker_tells():
    assert needed.KINDS == needs.KINDS
