"""Which units have something to draw."""

from caseboard.commands.editing import Bin
from caseboard.commands.units import AddUnit
from caseboard.model.entities import Unit
from caseboard.store import case_units
from caseworker import Casework

CODE = "10031000161211000000"


async def test_a_library_has_codes_while_a_unit_that_lives_has_one(library, history):
    work = Casework(library, history)
    await work.open()
    await history.run(AddUnit(work.case, Unit(name="Without")))
    assert not work.read(case_units.have_codes)
    unit_id = await history.run(AddUnit(work.case, Unit(name="With", sidc=CODE)))
    assert work.read(case_units.have_codes)
    await history.run(Bin(Unit, frozenset({unit_id}), "bin it"))
    assert not work.read(case_units.have_codes)
