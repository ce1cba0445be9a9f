"""Key caps."""

from caseboard.ui.lib.keys import KeyCap, key_size


def test_a_cap_is_at_least_square_and_named(theme, qtbot):
    cap = KeyCap(theme, "J")
    qtbot.addWidget(cap)
    assert cap.sizeHint().width() >= cap.sizeHint().height()
    assert cap.accessibleName() == "J"
    assert key_size(theme, "Ctrl K").width() > cap.sizeHint().width()


def test_a_cap_follows_the_theme(theme, qtbot):
    cap = KeyCap(theme, "Enter")
    qtbot.addWidget(cap)
    cap.resize(cap.sizeHint())
    before = cap.grab().toImage()
    theme.choose("dark")
    assert cap.grab().toImage() != before
