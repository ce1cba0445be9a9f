"""The command line, as a script uses it: arguments in, JSON and an exit code out."""

import io
import json
import sys

import pypdfium2
import pytest
from PIL import Image

from caseboard import paths
from caseboard.cli import main
from caseboard.runtime.settings import SettingsFile
from support import real_input


@pytest.fixture(autouse=True)
def settings(tmp_path, monkeypatch):
    """Settings of our own, in place of the user's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    file = SettingsFile(paths.config_folder() / "settings.json")
    file.path = paths.config_folder() / "settings.json"
    return file


@pytest.fixture
def run(tmp_path, capsys):
    """Runs `caseboard --library …` and gives exit code, JSON (or text) and errors."""

    def run(*arguments, as_json=True):
        extra = ["--json"] if as_json else []
        code = main(["--library", str(tmp_path / "library"), *map(str, arguments), *extra])
        said = capsys.readouterr()
        return code, json.loads(said.out) if as_json and said.out else said.out, said.err

    return run


@pytest.fixture
def case(run):
    return run("case", "new", "Kupiansk approach")[1]["ref"]


@pytest.fixture
def page(tmp_path):
    folder = tmp_path / "page"
    folder.mkdir()
    Image.effect_noise((320, 240), 60).convert("RGB").save(folder / "bridge.jpg")
    (folder / "article.html").write_text(
        """<html lang="en"><head><title>Bridge closed</title>
        <meta property="og:site_name" content="River Post"></head>
        <body><article><h1>Bridge closed after night fire</h1>
        <p>The only road bridge at the mill was closed on Tuesday, the council told reporters who
        had waited at the barrier since dawn, and no date was given for its opening.</p>
        <figure><img src="bridge.jpg"><figcaption>The bridge at noon. (Ana Lind/River Post)
        </figcaption></figure>
        <p>Two families were taken across by boat; a third chose to stay on the far bank with its
        animals, a neighbour said, until the ferry could be brought down from the lock.</p>
        </article></body></html>"""
    )
    return folder / "article.html"


def test_cases_are_listed_as_json_with_their_refs(run, case):
    code, cases, _ = run("case", "list")
    assert code == 0
    assert [c["ref"] for c in cases] == [case]
    assert json.loads(run("case", "list", as_json=False)[1]) == cases


def test_a_page_becomes_a_clip_with_its_picture(run, case, page):
    code, (clip,), _ = run("clip", case, page)
    assert code == 0
    assert clip["title"] == "Bridge closed after night fire"
    assert clip["state"] == "ready"
    (picture,) = [file for file in clip["files"] if file["role"] == "picture"]
    assert (picture["name"], picture["credit"]) == ("bridge.jpg", "Ana Lind/River Post")
    code, shown, _ = run("show", case, "E001")
    assert "Two families" in shown["body"]


def test_standard_input_is_taken_in(run, case, monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO("Тиша на східному березі.".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    code, (clip,), _ = run("clip", case, "-")
    assert (code, clip["kind"], clip["method"]) == (0, "text", "paste")


def test_a_link_is_kept_with_its_address(run, case):
    code, (clip,), said = run("clip", case, "https://news.example/one", "--no-fetch")
    assert (code, clip["url"], said) == (0, "https://news.example/one", "")
    assert "Only the link is kept" in clip["problem"]


def test_a_link_is_fetched_and_read(run, case, web):
    code, (clip,), _ = run("clip", case, web.url("/article"), "--allow-private")
    assert (code, clip["state"], clip["hollow"]) == (0, "ready", None)
    assert {"original", "warc", "picture"} <= {file["role"] for file in clip["files"]}


def test_what_could_not_be_fetched_is_said_and_kept(run, case, web):
    code, (clip,), said = run("clip", case, web.url("/article"))
    assert (code, clip["state"]) == (1, "unread")
    assert said.startswith(f"{clip['ref']}: ")
    assert "allow it" in said
    assert run("show", case, "E001")[1]["url"] == web.url("/article")


def test_a_page_that_is_not_the_article_is_called_so(run, case, web):
    code, (clip,), _ = run("clip", case, web.url("/missing"), "--allow-private")
    assert (code, clip["hollow"]) == (0, "error")


def test_sites_are_told_what_the_flag_says(run, case, web):
    run("clip", case, web.url("/article"), "--allow-private", "--user-agent", "A reader")
    assert web.requests[0].headers["User-Agent"] == "A reader"


def test_the_settings_of_the_window_hold_here_too(run, case, web, settings):
    settings.change(fetch_pages=False)
    code, (clip,), _ = run("clip", case, web.url("/article"), "--allow-private")
    assert (code, web.requests) == (0, [])
    assert "Only the link is kept" in clip["problem"]


def test_nothing_is_asked_where_the_settings_cannot_be_read(run, case, web, settings):
    settings.change(proxy="socks5://127.0.0.1:9")
    (settings.path).write_text("{")
    code, _, said = run("clip", case, web.url("/article"), "--allow-private")
    assert (code, web.requests) == (1, [])
    assert "settings" in said


def test_a_wrong_proxy_is_said_before_anything_is_done(run, case):
    code, _, said = run("clip", case, "https://news.example/one", "--proxy", "somewhere")
    assert code == 1
    assert "socks5://host:port" in said
    assert run("show", case)[1]["clips"] == []


def test_inspect_says_what_a_clip_would_hold_and_touches_no_library(run, page, tmp_path):
    code, held, _ = run("inspect", page)
    assert code == 0
    assert set(held) == {
        *("kind", "title", "authors", "published", "site", "language", "text", "images"),
        *("metadata", "canonical_url", "confidence", "hollow", "said_in", "parts"),
    }
    assert held["site"] == "River Post"
    assert held["hollow"] is None
    assert 0 < held["confidence"] <= 1
    assert held["said_in"]["title"]
    assert any(part["body"] for part in held["parts"])
    assert held["images"][0]["caption"] == "The bridge at noon."
    assert not (tmp_path / "library").exists()


def test_inspect_sees_addresses_from_where_the_page_was(run, tmp_path):
    saved = tmp_path / "saved.html"
    saved.write_text(
        "<html><head><title>A bridge</title></head><body><article><h1>A bridge</h1><figure>"
        f"<img src='/i/bridge.jpg'></figure><p>{'It reopened on Monday. ' * 20}</p></article>"
    )
    _code, held, _ = run("inspect", saved, "--url", "https://river.example/news/1")
    assert held["images"][0]["url"] == "https://river.example/i/bridge.jpg"


def test_inspect_says_that_a_page_is_hollow(run, tmp_path):
    gone = tmp_path / "gone.html"
    gone.write_text("<html><head><title>404 Not Found</title></head><h1>404 Not Found</h1></html>")
    assert run("inspect", gone)[1]["hollow"] == "error"


def test_search_finds_a_clip_whatever_the_apostrophe(run, case, tmp_path):
    text = tmp_path / "note.txt"
    text.write_text("Біля Куп’янська чути вибухи.")
    run("clip", case, text)
    for words in ("куп'янська", "купянська", "КУПʼЯНСЬКА"):
        assert [hit["kind"] for hit in run("search", words)[1]] == ["clip"]


def test_the_sample_case_briefs_to_the_same_bytes_twice(run, tmp_path):
    sample = run("case", "sample")[1]["ref"]
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    code, made, _ = run("brief", sample, "-o", first)
    assert code == 0
    assert run("brief", sample, "-o", second)[1]["sha256"] == made["sha256"]
    assert first.read_bytes() == second.read_bytes()
    with pypdfium2.PdfDocument(first) as document:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    for words in ("TLP:CLEAR", "Bottom line", "DeepState", "Piet Aalders/Courier Pictures"):
        assert words in text


def test_the_sample_case_is_added_once(run):
    assert run("case", "sample")[1]["ref"] == run("case", "sample")[1]["ref"]
    assert len(run("case", "list")[1]) == 1


def test_verify_names_what_is_wrong_and_fails(run, case, page, tmp_path):
    run("clip", case, page)
    assert run("verify")[:2] == (0, [])
    sha256 = next(
        file["sha256"]
        for file in run("show", case, "E001")[1]["files"]
        if file["role"] == "original"
    )
    (tmp_path / "library" / "files" / sha256[:2] / sha256).write_bytes(b"forged")
    code, found, _ = run("verify", case)
    assert code == 1
    assert [finding["ref"] for finding in found] == [f"{case}-E001"]


@pytest.mark.parametrize(
    "arguments",
    [("show", "NOPE"), ("clip", "NOPE", "x.txt"), ("brief", "NOPE", "-o", "x.pdf")],
    ids=["show", "clip", "brief"],
)
def test_an_unknown_case_is_said_in_words(run, case, arguments):
    assert case
    code, _, said = run(*arguments)
    assert code == 1
    assert "no case NOPE" in said


def test_wrong_arguments_exit_with_two(run):
    with pytest.raises(SystemExit) as stopped:
        run("clip")
    assert stopped.value.code == 2


def test_the_real_article_is_read_right(run, case):
    code, (pasted, page), _ = run(
        "clip",
        case,
        real_input("kupiansk", "kupiansk-article.txt"),
        real_input("kupiansk", "page", "article.html"),
    )
    assert code == 0
    for clip in (pasted, page):
        assert clip["title"].startswith("Ukraine repels Russian attempt to enter Kupiansk")
        assert clip["authors"] == ["Boldizsar Gyori"]
        assert clip["published"].startswith("2024-11-14T11:39")
    given = [file["credit"] for file in page["files"] if file["role"] == "picture"]
    assert given == ["Diego Herrera Carcedo/Anadolu via Getty Images", "DeepState/OpenStreetMaps"]
    for ref in ("E001", "E002"):
        body = run("show", case, ref)[1]["body"]
        assert "Russian invaders failed to enter Kupiansk" in body
        for left_out in ("become a member", "AI assistance", "Kateryna Denisova", "cookies"):
            assert left_out not in body


def test_how_a_clip_was_collected_is_told_as_json(run, case, page, tmp_path):
    run("clip", case, page)
    target = tmp_path / "collection.json"
    code, told, _ = run("collection", case, "E001", "-o", target)
    assert code == 0
    assert json.loads(target.read_text("utf-8")) == told
    assert told["clip"]["title"] == "Bridge closed after night fire"
    assert {check["key"]: check["state"] for check in told["completeness"]}["hash"] == "collected"


def test_a_clip_that_is_not_there_is_named(run, case):
    code, _, said = run("collection", case, "E009")
    assert code == 1
    assert "There is no clip E009" in said


def test_a_page_from_disk_has_no_web_archive_to_write(run, case, page, tmp_path):
    run("clip", case, page)
    code, _, said = run("wacz", case, "E001", "-o", tmp_path / "page.wacz")
    assert code == 1
    assert "was not fetched" in said
