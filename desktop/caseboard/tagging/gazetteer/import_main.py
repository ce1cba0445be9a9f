"""A process that imports one file, for the window's sake: says how far it is, a line each, as JSON.

python -m caseboard.tagging.gazetteer.import_main LANGUAGE FILE FOLDER
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from caseboard import i18n
from caseboard.capture import confine
from caseboard.errors import CaseError
from caseboard.tagging.gazetteer.gazetteer import PATH, Gazetteer
from caseboard.tagging.gazetteer.importing import import_file


def main(arguments: Sequence[str]) -> None:
    """Import; the last line has what came of it, or the problem and a hint."""
    language, source, folder = arguments
    confine.leave_network()
    i18n.use(language)
    try:
        done = import_file(Path(source), Path(folder), Gazetteer(PATH), _tell)
    except CaseError as error:
        _say({"problem": str(error), "hint": error.hint})
    else:
        _say({"done": done.as_json()})


def _tell(read: int, size: int) -> None:
    _say({"read": read, "size": size})


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
