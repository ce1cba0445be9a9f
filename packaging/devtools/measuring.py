"""`dev.py measure`: how well the program reads real pages, and what hostile files do to it."""

import subprocess

from devtools.places import OUT, PROJECT, PYTHON, environment

SCORERS = PROJECT.parent / "shared" / "measure"


def measure(arguments: list[str]) -> int:
    """Score the reading of articles, or with `hostile` what becomes of files made to break us."""
    return hostile(arguments[1:]) if arguments[:1] == ["hostile"] else articles(arguments)


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
    scorer = SCORERS / "score_articles.py"
    if not scorer.exists():
        print("Nothing to measure with: there is no ../shared/measure beside the project.")
        return 0
    out = OUT / "measure"
    out.mkdir(parents=True, exist_ok=True)
    function = ["--func", "bench.scored:article", "--as", "bytes", "--sets", "trafilatura"]
    results = ["--dump", str(out / "articles.tsv"), "--json", str(out / "articles.json")]
    path = str(PROJECT / "packaging")
    return subprocess.run(
        [str(PYTHON), str(scorer), str(SCORERS / "articles"), *function, *results, *arguments],
        check=False,
        cwd=PROJECT,
        env=environment(PYTHONPATH=path),
    ).returncode
