"""Colours of layers that bring none."""

from caseboard.mapping import palette


def test_layers_take_colours_in_turn_and_begin_anew_when_all_are_taken():
    taken = []
    for _turn in range(2 * len(palette.PALETTE)):
        taken.append(palette.colours(taken)["fill"])
    assert taken == [*palette.PALETTE, *palette.PALETTE]


def test_a_colour_that_is_free_is_taken_before_one_that_is_not():
    assert palette.colours(palette.PALETTE[1:])["fill"] == palette.PALETTE[0]
