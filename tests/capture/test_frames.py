"""Frames on a pipe."""

from io import BytesIO

import pytest

from caseboard.capture import frames


def test_a_frame_comes_out_as_it_went_in():
    pipe = BytesIO()
    frames.send(pipe, {"a": "Міст"}, b"\x00\xff")
    frames.send(pipe, {}, b"")
    pipe.seek(0)
    assert frames.receive(pipe) == ({"a": "Міст"}, b"\x00\xff")
    assert frames.receive(pipe) == ({}, b"")
    assert frames.receive(pipe) is None


@pytest.mark.parametrize("cut", [3, 12, 14, 20])
def test_a_frame_that_is_cut_is_no_frame(cut):
    pipe = BytesIO()
    frames.send(pipe, {"a": 1}, b"body")
    with pytest.raises(frames.Garbled):
        frames.receive(BytesIO(pipe.getvalue()[:cut]))


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 40,
        b"\x00\x00\x00\x02" + bytes(8) + b"[]",
        b"\x00\x00\x00\x02" + bytes(8) + b"{x",
        b"\x00\x00\x00\x01\x7f" + bytes(7) + b"1",
    ],
)
def test_nonsense_is_no_frame(data):
    with pytest.raises(frames.Garbled):
        frames.receive(BytesIO(data))
