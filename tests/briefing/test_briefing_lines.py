import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.briefing.pdf.faces import EMOJI, LAST_RESORT, SANS, SERIF, stretches
from caseboard.briefing.pdf.lines import LEAST, Ink, break_lines, clean, drawn_at, measure

INK = Ink(SERIF, 10, "#000000")


def set_(text, width=200.0):
    return ["".join(span.text for span in line.spans) for line in break_lines([(INK, text)], width)]


@given(st.text(max_size=400), st.floats(min_value=12, max_value=500))
def test_nothing_is_lost_and_no_line_is_too_wide(text, width):
    lines = break_lines([(INK, text)], width)
    written = "".join(span.text for line in lines for span in line.spans)

    assert "".join(written.split()) == "".join(clean(text).split())
    assert all(line.width <= width + 0.1 or len(written) == 1 for line in lines)


def test_lines_break_at_spaces():
    assert set_("one two three four", 50) == ["one two", "three four"]


def test_runs_without_a_space_between_them_are_one_word():
    other = Ink(SANS, 10, "#000000")
    lines = break_lines([(INK, "aaaa bbb"), (other, "bbb cc")], measure("aaaa bbb", INK) + 4)

    assert ["".join(span.text for span in line.spans) for line in lines] == ["aaaa", "bbbbbb", "cc"]


def test_what_is_too_small_to_be_read_is_set_larger():
    (line,) = break_lines([(Ink(SERIF, 3, "#000000"), "small")], 200)

    assert [span.ink.size for span in line.spans] == [LEAST]


@pytest.mark.parametrize(("size", "set_at"), [(10, 10), (7.5, 8.75), (3, 8.75)])
def test_small_type_is_set_larger_where_it_is_drawn_smaller(size, set_at):
    with drawn_at(0.8):
        (line,) = break_lines([(Ink(SERIF, size, "#000000"), "small")], 200)

    assert [span.ink.size for span in line.spans] == pytest.approx([set_at])
    assert line.width == pytest.approx(measure("small", Ink(SERIF, set_at, "#000000")))


def test_an_address_breaks_after_slashes_and_before_hyphens():
    lines = set_("https://example.org/some-long-path/with-words?and=more", 100)

    assert "".join(lines) == "https://example.org/some-long-path/with-words?and=more"
    assert lines[0] == "https://example.org/", "never after the scheme alone"
    assert not any(line.endswith("-") for line in lines)


@pytest.mark.parametrize("whole", ["2024-11-14", "KUP-2024-11", "B\u00a02", "2–3", "12.30"])
def test_numbers_and_refs_are_not_parted(whole):
    assert set_(f"aaaaaaaaaaa {whole}", 66) == ["aaaaaaaaaaa", whole]


def test_hyphenated_words_may_be_parted():
    assert set_("crowd-sourced", 40) == ["crowd-", "sourced"]


def test_east_asian_text_breaks_between_characters():
    lines = set_("漢字かな" * 10, 100)

    assert len(lines) > 1
    assert not any(line.startswith("。") for line in lines)


def test_a_hash_wider_than_the_line_is_cut():
    assert "".join(set_("0f" * 32, 60)) == "0f" * 32


def test_a_short_paragraph_does_not_end_in_a_lost_word():
    text = "It is likely that two armoured columns reached the area before they stopped"
    lines = break_lines([(INK, text)], measure(text, INK) - 5)

    assert len(lines) == 2
    assert lines[1].width > 0.2 * lines[0].width


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\tb\nc", "a b c"),
        ("a\u202eb\u200bc", "abc"),
        ("a\x00b\x1b", "a\ufffdb\ufffd"),
        ("\ud800", "\ufffd"),
        ("e\u0301", "é"),
        ("soft\u00adhyphen", "softhyphen"),
        ("👍🏽 👩\u200d🚒 🇺🇦 ❗\ufe0f 1\ufe0f\u20e3", "👍 👩🚒 🇺🇦 ❗ 1"),
        ("🏴\U000e0067\U000e0062\U000e007f 🏽", "🏴 🏽"),
    ],
)
def test_text_is_made_settable(raw, shown):
    assert clean(raw) == shown


def test_emoji_are_drawn_and_letters_beside_them_keep_their_face():
    parts = list(stretches("Уночі ⚡🔴 1 🇺🇦", SERIF))

    assert LAST_RESORT not in {part.face for part in parts}
    assert "".join(part.text for part in parts if part.face == SERIF) == "Уночі  1 "
    assert "🔴" in "".join(part.text for part in parts if part.face == EMOJI)


def test_characters_come_from_a_face_that_has_them():
    parts = list(stretches("a‖漢b", SERIF))

    assert [part.text for part in parts] == ["a", "‖", "漢", "b"]
    assert parts[0].face == parts[3].face == SERIF
    assert parts[1].face == SANS
    assert parts[2].face == LAST_RESORT


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("aaaa on 13 November", ["aaaa on", "13 November"]),
        ("аааа аааа у місті", ["аааа аааа", "у місті"]),
        ("aaaa in 2024 Kyiv", ["aaaa in 2024", "Kyiv"]),
        ("aaaa aaaa 13 14 15", ["aaaa aaaa 13", "14 15"]),
    ],
)
def test_a_number_stays_with_what_it_counts_and_a_small_word_with_the_next(text, lines):
    assert set_(text, 64) == lines


@pytest.mark.parametrize(
    "tied",
    [
        "13 Nov 2024",
        "5 лист. 2024",
        "5–7 трав. 2024",
        "(5 May 2024)",
        "± 12 км",
        "1,5 км²",
        "№ 4",
        "(49.7, 37.6)",
    ],
)
def test_dates_and_amounts_stand_on_one_line(tied):
    room = measure(f"aaaa {tied}", INK) - 1

    assert set_(f"aaaa {tied}", room) == ["aaaa", tied]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("aaaa 13 November 2024", ["aaaa 13 November", "2024"]),
        ("aaaa in 300 2024", ["aaaa in 300", "2024"]),
        ("aaaa at 1200 hours", ["aaaa at 1200", "hours"]),
    ],
)
def test_what_may_be_parted_is_parted(text, lines):
    room = measure(text, INK) - 1

    assert set_(text, room) == lines


def test_what_is_tied_is_parted_where_a_line_is_too_short_for_it():
    assert set_("13 November", 54) == ["13", "November"]


def test_words_are_tied_across_the_runs_they_stand_in():
    other = Ink(SANS, 10, "#000000")
    lines = break_lines([(INK, "aaaa on "), (other, "13 "), (INK, "November")], 70)

    assert ["".join(span.text for span in line.spans) for line in lines] == [
        "aaaa on",
        "13 November",
    ]
