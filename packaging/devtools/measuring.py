"""`dev.py measure`: how well the program reads real pages, and what hostile files do to it."""

import subprocess

from devtools.places import OUT, PROJECT, PYTHON, environment

SCORERS = PROJECT.parent / "shared" / "measure"


def measure(arguments: list[str]) -> int:
    """Score the reading of articles, or what the first word names.

    `hostile`: what becomes of files made to break us; `quotes`: who says what;
    `places`: names of places; `events`: where the one event of a line was; `slavic`: names of
    places in Ukrainian, Russian and Polish.
    """
    named = {"hostile": hostile, "quotes": quotes, **PLACES}
    if arguments and arguments[0] in named:
        return named[arguments[0]](arguments[1:])
    return articles(arguments)


def hostile(arguments: list[str]) -> int:
    """Take hostile files into a library in a window off the screen, and open each."""
    return subprocess.run(
        [str(PYTHON), "-m", "hostile", *arguments],
        check=False,
        cwd=PROJECT,
        env=environment(PYTHONPATH=str(PROJECT / "packaging"), QT_QPA_PLATFORM="offscreen"),
    ).returncode


def articles(arguments: list[str]) -> int:
    """Score the reading of articles; the worst pages are listed in `out/measure`."""
    function = ["--func", "bench.scored:article", "--as", "bytes", "--sets", "trafilatura"]
    results = ["--dump", _result("articles.tsv"), "--json", _result("articles.json")]
    return _score("score_articles.py", "articles", [*function, *results, *arguments])


def quotes(arguments: list[str]) -> int:
    """Score who says what; what is missed is listed in `out/measure`."""
    function = ["--func", "bench.scored:quotes", "--dump", _result("quotes.tsv")]
    return _score("score_quotes.py", "quotes", [*function, "--split", "dev", *arguments])


def places(arguments: list[str]) -> int:
    """Score the names of places, and which place is meant; misses are in `out/measure`."""
    return _places(["--sets", "LGL,GeoVirus", "--dump", _result("places.tsv"), *arguments])


def events(arguments: list[str]) -> int:
    """Score where events were that lines of text tell of; misses are in `out/measure`."""
    sets = ["--events", str(SCORERS / "events"), "--dump", _result("events.tsv")]
    return _places([*sets, *arguments])


def slavic(arguments: list[str]) -> int:
    """Score the names of places in Ukrainian, Russian and Polish."""
    return _places(["--slavic", str(SCORERS / "slavic"), *arguments])


def _places(arguments: list[str]) -> int:
    function = ["--func", "bench.scored:places"]
    return _score("score_toponyms.py", "places", [*function, *arguments])


PLACES = {"places": places, "events": events, "slavic": slavic}


def _result(name: str) -> str:
    folder = OUT / "measure"
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder / name)


def _score(scorer: str, data: str, arguments: list[str]) -> int:
    """Run one of the scorers that lie beside the project, where they do."""
    path = SCORERS / scorer
    if not path.exists():
        print("Nothing to measure with: there is no ../shared/measure beside the project.")
        return 0
    return subprocess.run(
        [str(PYTHON), str(path), str(SCORERS / data), *arguments],
        check=False,
        cwd=PROJECT,
        env=environment(PYTHONPATH=str(PROJECT / "packaging")),
    ).returncode
