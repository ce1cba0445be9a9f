"""The log holds what the program did, and nothing of a case."""

import logging

import pytest

from caseboard.runtime import logs

SECRET = "the witness lives in Kupiansk"


@pytest.fixture
def read(tmp_path):
    """Starts a log and hands back a function that reads it."""
    root, ours = logging.getLogger(), logging.getLogger("caseboard")
    before, level = list(root.handlers), ours.level
    path = logs.start(tmp_path / "state")
    yield lambda: path.read_text("utf-8")
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    ours.setLevel(level)


def test_our_own_news_is_written_with_its_time_in_utc(read):
    logging.getLogger("caseboard.store").info("library opened")
    line = read()
    assert line.endswith("Z INFO caseboard.store: library opened\n")


def test_other_libraries_are_heard_without_their_words(read):
    logging.getLogger("httpx").warning("GET https://example.org/%s", SECRET)
    logging.getLogger("caseboardish").warning(SECRET)
    assert "httpx: (said at test_logs.py:" in read()
    assert SECRET not in read()
    assert "example.org" not in read()


def test_an_exception_is_written_without_what_it_quotes(read):
    def fail():
        try:
            int(SECRET)
        except ValueError as error:
            raise FileNotFoundError(2, "No such file or directory", SECRET) from error

    try:
        fail()
    except OSError:
        logging.getLogger("caseboard").exception("reading failed")
    text = read()
    assert "ValueError" in text
    assert "FileNotFoundError: No such file or directory" in text
    assert "in fail" in text
    assert SECRET not in text


def test_what_python_says_about_code_is_kept(read):
    try:
        None.title()
    except AttributeError:
        logging.getLogger("caseboard").exception("bug")
    assert "AttributeError: 'NoneType' object has no attribute 'title'" in read()


def test_a_folder_that_cannot_be_written_does_not_stop_the_program(tmp_path, capsys):
    root = logging.getLogger()
    before = list(root.handlers)
    (tmp_path / "state").write_text("a file where the folder should be")
    logs.start(tmp_path / "state")
    logging.getLogger("caseboard").warning("heard anyway")
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
    assert "heard anyway" in capsys.readouterr().err
