"""Notes found by their words."""

from caseboard.commands.cases import NewCase
from caseboard.commands.notes import WriteNote
from caseboard.model.columns import new_id
from caseboard.store import note_lists


async def test_notes_are_found_by_their_words_in_any_script(library, history):
    case = await history.run(NewCase("Kupiansk approach"))
    first, second = new_id(), new_id()
    await history.run(WriteNote(case, first, "Fog over Куп'янськ"))
    await history.run(WriteNote(case, second, "Ask for imagery"))

    def found(typed):
        return library.database.read_now(note_lists.ids, case, typed)

    assert found("") == [second, first]
    assert found("купʼян") == [first]
    assert found("IMAGERY") == [second]
    assert found("zeppelin") == []
