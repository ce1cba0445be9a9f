"""Maps look as they looked when someone looked at them."""

import pytest
from PIL import ImageChops
from reference_maps import NAMES, SHARE, SIZE, drawn, kept, off

from caseboard.mapping import ground


@pytest.mark.parametrize("name", NAMES)
def test_a_map_looks_as_it_did(name, tmp_path):
    made = drawn(name)
    share = off(made, kept(name))
    if share > SHARE:
        made.save(tmp_path / f"{name}.png")
    assert made.size == SIZE
    assert share <= SHARE, f"look at {tmp_path / name}.png"


def test_a_map_that_is_moved_by_its_dots_would_be_seen():
    made = drawn("ukraine-light-bare")
    assert off(made, made) == 0
    assert off(ImageChops.offset(made, 3, 0), kept("ukraine-light-bare")) > SHARE


def test_a_map_without_its_rivers_would_be_seen(monkeypatch):
    monkeypatch.setattr(ground, "rivers_at", lambda _zoom: -1)
    assert off(drawn("ukraine-light-bare"), kept("ukraine-light-bare")) > SHARE


@pytest.mark.parametrize("place", ["world", "ukraine", "kupiansk"])
def test_what_is_drawn_over_the_ground_would_be_missed(place):
    assert off(drawn(f"{place}-light-bare"), kept(f"{place}-light-layers")) > SHARE
    assert off(drawn(f"{place}-dark-bare"), kept(f"{place}-light-bare")) > 0.5
