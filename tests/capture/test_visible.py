"""Words out of a file, as they can be shown."""

from caseboard.capture.visible import LONGEST, bounded, visible


def test_hidden_characters_are_written_out():
    assert visible("photo\u202egpj.exe") == "photo[U+202E]gpj.exe"
    assert visible("a\x00b\x07c\u200bd\ufeffe") == "a[U+0000]b[U+0007]c[U+200B]d[U+FEFF]e"
    assert visible("two\r\nlines\tand a tab") == "two\nlines\tand a tab"


def test_letters_of_every_script_stay_as_they_are():
    text = "Купʼянськ 東京 مدينة n\u0303 👩\u200d🚒"
    assert visible(text) == text


def test_a_value_that_is_too_long_is_cut_and_says_so():
    assert bounded("x" * LONGEST) == "x" * LONGEST
    cut = bounded("x" * 12_345)
    assert cut == "x" * LONGEST + " … [cut: 12,345 characters]"


def test_writing_hidden_characters_out_makes_no_value_endless():
    cut = bounded("\x00" * 1_500)
    assert len(cut) < LONGEST + 40
    assert cut.endswith("[cut: 1,500 characters]")
