from caseboard.briefing.pdf.shelf import Shelf


def test_what_was_made_is_not_made_again():
    shelf, made = Shelf(100, len), []

    def make():
        made.append(1)
        return b"12345"

    assert [shelf.get("a", make), shelf.get("a", make)] == [b"12345"] * 2
    assert len(made) == 1


def test_what_was_not_used_longest_makes_room():
    shelf = Shelf(10, len)
    shelf.get("a", lambda: b"aaaaa")
    shelf.get("b", lambda: b"bbbbb")
    shelf.get("a", lambda: b"not made")
    shelf.get("c", lambda: b"ccccc")

    assert shelf.get("a", lambda: b"again") == b"aaaaa"
    assert shelf.get("b", lambda: b"again") == b"again"


def test_what_is_larger_than_the_shelf_is_given_all_the_same():
    assert Shelf(2, len).get("a", lambda: b"aaaaa") == b"aaaaa"
