"""The scripts that are run inside a page."""

import json
from functools import cache
from pathlib import Path
from typing import Any


def called(name: str, *arguments: Any) -> str:
    """The expression that calls the function in the file of that name beside this one."""
    values = ", ".join(map(json.dumps, arguments))
    return f"(() => {{ {_text('common')}\n return ({_text(name)})({values}); }})()"


@cache
def _text(name: str) -> str:
    return Path(__file__).with_name(f"{name}.js").read_text("utf-8").rstrip()
