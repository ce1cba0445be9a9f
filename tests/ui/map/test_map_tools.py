"""Points that are being set."""

from caseboard.ui.map.tools import Sketch, SketchKind, Trace

ONE, TWO, THREE = (49.0, 37.0), (49.1, 37.0), (49.1, 37.2)


def test_an_area_of_two_points_is_none_yet():
    trace = Trace(SketchKind.AREA)
    trace.add(*ONE)
    trace.add(*TWO)
    assert trace.end() is None
    assert not trace.is_ended
    trace.add(*THREE)
    assert trace.end() == Sketch(SketchKind.AREA, (ONE, TWO, THREE))


def test_the_same_point_twice_counts_once():
    trace = Trace(SketchKind.LINE)
    trace.add(*ONE)
    trace.add(*ONE)
    assert trace.points == [ONE]


def test_taking_back_first_opens_what_was_ended():
    trace = Trace(SketchKind.LINE, [ONE, TWO])
    trace.end()
    trace.take_back()
    assert (trace.points, trace.is_ended) == ([ONE, TWO], False)
    trace.take_back()
    assert trace.points == [ONE]


def test_a_point_after_the_end_begins_anew():
    trace = Trace(SketchKind.LINE, [ONE, TWO])
    trace.end()
    trace.add(*THREE)
    assert trace.points == [THREE]


def test_it_ends_but_once():
    trace = Trace(SketchKind.LINE, [ONE, TWO])
    assert trace.end() is not None
    assert trace.end() is None
