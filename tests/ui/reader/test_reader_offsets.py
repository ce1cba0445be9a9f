from hypothesis import given
from hypothesis import strategies as st

from caseboard.ui.reader.offsets import OffsetMap, Run, showable

TEXT = st.text(st.characters(codec="utf-16"), min_size=1)


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXT, st.integers(0, 50), st.integers(0, 50))
def test_positions_count_units_and_offsets_code_points(text, position, start):
    run = Run.of(position, start, text)
    for index in range(len(text) + 1):
        at = run.position_of(start + index)
        assert at == position + units(text[:index])
        assert run.offset_of(at) == start + index
    assert run.stop == position + units(text)


def test_the_second_unit_of_a_pair_is_still_its_code_point():
    run = Run.of(0, 0, "a🔥b")
    assert [run.offset_of(position) for position in range(5)] == [0, 1, 1, 2, 3]


@given(st.text())
def test_what_is_shown_is_as_wide_as_what_was_written(text):
    shown = showable(text)
    assert len(shown) == len(text)
    assert units(shown) == units(text)
    assert not set(shown) & set("\n\r\u2029\x00\ufffc\ufdd0\ufdd1")


def two_runs():
    """`abcd` shown after `wxyz`, though the clip has it before."""
    return OffsetMap((Run.of(0, 10, "wxyz"), Run.of(6, 0, "abcd"), Run.of(12, 20, "mnop")))


def test_a_passage_over_two_blocks_has_a_span_in_each():
    offsets = OffsetMap((Run.of(5, 0, "abcd"), Run.of(10, 6, "efgh")))
    assert offsets.spans(2, 8) == [(7, 9), (10, 12)]
    assert offsets.passage(7, 12) == (2, 8)


def test_a_passage_ends_where_the_document_goes_back_in_the_clip():
    assert two_runs().passage(1, 9) == (11, 14)
    assert two_runs().passage(7, 15) == (1, 23)


def test_what_the_clip_lacks_has_no_offset():
    offsets = two_runs()
    assert offsets.offset_at(4) is None
    assert offsets.passage(4, 6) is None
    assert offsets.spans(4, 6) == []
    assert offsets.offset_at(8) == 2


@given(st.integers(0, 25), st.integers(1, 10))
def test_spans_show_nothing_but_the_passage(start, length):
    offsets = two_runs()
    shown = {p for first, last in offsets.spans(start, start + length) for p in range(first, last)}
    wanted = set(range(start, start + length))
    assert {offsets.offset_at(position) for position in shown} <= wanted
    assert all((offsets.offset_at(p) in wanted) == (p in shown) for p in range(20))
