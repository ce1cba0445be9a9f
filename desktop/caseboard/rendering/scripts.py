"""The scripts that are run inside a page."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def called(name: str, *arguments: Any) -> str:
    """The expression that calls the function in the file of that name beside this one."""
    text = Path(__file__).with_name(f"{name}.js").read_text("utf-8")
    return f"({text})({', '.join(map(json.dumps, arguments))})"
