"""What a window loads before a case is seen in it."""

import subprocess
import sys

from support import child_environment

LOADED = """
import sys
from importlib import import_module
from caseboard.ui.app import WITHOUT_QT
for name in (*WITHOUT_QT, "caseboard.ui.program"):
    import_module(name)
print(*sys.modules)
"""


def test_a_start_brings_in_nothing_that_reads_pictures_reckons_or_proposes():
    program = [sys.executable, "-c", LOADED]
    done = subprocess.run(
        program, check=True, capture_output=True, text=True, env=child_environment()
    )
    seldom = {"PIL", "pypdfium2", "pillow_heif", "numpy", "caseboard.tagging.engine", "pymorphy3"}
    assert not seldom & set(done.stdout.split())
