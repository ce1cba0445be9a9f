"""What the rows of all tables have in common."""

from pydantic import ConfigDict
from sqlmodel import SQLModel


class Row(SQLModel):
    """A row of a table, whether the library has it or not.

    What checks a row's values, or writes them out, is built when it is first asked for, on
    whatever thread: most rows are never asked, and to build it for all tables takes a start long.
    """

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # of a kind with it
