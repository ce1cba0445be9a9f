"""Every language says everything the code says, with the same placeholders."""

import ast
import gettext
import importlib
import re
import string

import pytest
from babel.messages.pofile import read_po

from caseboard import i18n
from support import PROJECT

MISSING = "run `python packaging/build_locale.py` and translate what it lists"


@pytest.fixture(scope="module")
def build():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PROJECT / "packaging"))
        return importlib.import_module("build_locale")


@pytest.fixture(scope="module")
def template(build):
    return build.extract()


@pytest.fixture
def in_ukrainian():
    i18n.use("uk")
    yield
    i18n.use("en")


def kept(build, language):
    with build.po_path(language).open("rb") as file:
        return read_po(file, locale=language)


def forms(message):
    """A message's words: one, or one for each plural."""
    return message.string if isinstance(message.string, tuple) else (message.string,)


def ids(message):
    return message.id if isinstance(message.id, tuple) else (message.id,)


def told(catalogue):
    return [message for message in catalogue if message.id]


def fields(text):
    """Names in braces that `str.format` would fill."""
    return sorted({name for _text, name, _spec, _how in string.Formatter().parse(text) if name})


def test_the_languages_are_those_a_user_can_choose(build):
    assert {"en", *build.LANGUAGES} == i18n.LANGUAGES.keys()


def test_messages_are_written_out_where_they_are_used(build):
    for path in build.sources():
        for call in build.calls(path.read_text("utf-8")):
            words = call.args[:2]  # of `_` the only one, of `ngettext` without the count
            assert all(isinstance(word, ast.Constant) for word in words), (path, call.lineno)


def test_messages_are_found_wherever_they_stand(build):
    source = """x = f"{_('in a field')} {n}"; y = i18n.ngettext('{n} one', '{n} many', n)"""
    one, many = build.calls(source)
    assert ast.unparse(one) == "_('in a field')"
    assert [word.value for word in many.args[:2]] == ["{n} one", "{n} many"]


def test_every_message_of_the_code_is_translated(build, template):
    assert len(template) > 100
    for language in build.LANGUAGES:
        assert not [m.id for m in build.missing(build.merged(language, template))], MISSING


def test_no_language_says_what_the_code_no_longer_says(build, template):
    said = {ids(message) for message in told(template)}
    for language in build.LANGUAGES:
        assert {ids(message) for message in told(kept(build, language))} <= said, MISSING


def test_placeholders_agree(build):
    for language in build.LANGUAGES:
        for message in told(kept(build, language)):
            wanted = fields(" ".join(ids(message)))
            for words in filter(None, forms(message)):
                assert fields(words) == wanted, message.id


def test_translations_end_as_their_messages_do(build):
    for language in build.LANGUAGES:
        for message in told(kept(build, language)):
            said = ids(message)[0]
            marks = ("…", ".", ":", "?", " ", "\n") if " " in said else ("…", ":", " ")
            for words in filter(None, forms(message)):
                assert [words.endswith(m) for m in marks] == [said.endswith(m) for m in marks], said


def test_ukrainian_is_written_in_ukrainian(build):
    for message in told(kept(build, "uk")):
        for words in forms(message):
            assert not re.search("[ыэъёЫЭЪЁ]", words), words
            assert not re.search("[а-яіїєґ]'[а-яіїєґ]", words.lower()), words


def test_what_is_shipped_is_compiled_from_what_is_written(build):
    for language in build.LANGUAGES:
        path = build.po_path(language)
        assert path.with_suffix(".mo").read_bytes() == build.as_mo(kept(build, language)), MISSING
        with path.with_suffix(".mo").open("rb") as file:
            about = gettext.GNUTranslations(file).info()
        assert about["language"] == language
        assert about["pot-creation-date"].startswith("1970"), "it would be another every minute"


@pytest.mark.usefixtures("in_ukrainian")
def test_a_ukrainian_user_reads_ukrainian():
    assert i18n._("open") == "відкрито"
    assert i18n._("a sentence nobody wrote") == "a sentence nobody wrote"


def test_ukrainian_counts_in_three_ways(build):
    plurals = kept(build, "uk").plural_expr
    assert [eval_plural(plurals, n) for n in (1, 21, 2, 24, 5, 11, 12, 100)] == [
        *(0, 0, 1, 1, 2, 2, 2, 2)
    ]


def eval_plural(expression, n):
    return gettext.c2py(expression)(n)
