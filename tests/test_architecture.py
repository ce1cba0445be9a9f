"""Which package may import which; the house's plan, stated in code."""

import graphlib

import grimp
import pytest

BELOW = {
    "model": (),
    "runtime": (),
    "store": ("model",),
    "mapping": ("model", "runtime"),
    "capture": ("model", "runtime", "mapping"),
    "analysis": ("model",),
    "tagging": ("model", "runtime", "capture", "mapping"),
    "briefing": ("model", "analysis", "mapping", "runtime"),
    "exchange": ("model", "runtime", "store", "mapping", "capture"),
}
BELOW["commands"] = tuple(BELOW)
BELOW["ui"] = tuple(BELOW)
BELOW["rendering"] = ()  # a process of its own, which knows no more than what it is asked
ANYWHERE = {"errors", "i18n", "paths"}
PROGRAM = {"__main__", "main", "cli", "demo"}  # they put the parts together
QT = {"PySide6", "qasync"}
MAY_USE_QT = ("caseboard.ui", "caseboard.rendering", "caseboard.main", "caseboard.demo")


@pytest.fixture(scope="module")
def imports():
    """Every module of ours, with the modules and outside packages it names."""
    graph = grimp.build_graph("caseboard", include_external_packages=True, cache_dir=None)
    ours = {name for name in graph.modules if name.split(".")[0] == "caseboard"}
    return {name: graph.find_modules_directly_imported_by(name) for name in ours}


def part_of(module):
    """`store` for `caseboard.store.library`, the empty string for `caseboard` itself."""
    return module.partition(".")[2].partition(".")[0]


def lies_in(module, package):
    return module == package or module.startswith(f"{package}.")


def wrong_imports(imports, package, allowed):
    return {
        f"{module} imports {other}"
        for module, others in imports.items()
        if lies_in(module, package)
        for other in others
        if other.startswith("caseboard.") and not any(lies_in(other, name) for name in allowed)
    }


@pytest.mark.parametrize("layer", BELOW)
def test_layer_imports_only_what_lies_below(imports, layer):
    allowed = [f"caseboard.{name}" for name in (layer, *BELOW[layer], *ANYWHERE)]
    assert not wrong_imports(imports, f"caseboard.{layer}", allowed)


def test_widget_tools_know_no_cases(imports):
    allowed = [f"caseboard.{name}" for name in ("ui.lib", "runtime", *ANYWHERE)]
    assert not wrong_imports(imports, "caseboard.ui.lib", allowed)


@pytest.mark.parametrize("module", sorted(ANYWHERE))
def test_what_anyone_may_import_imports_nothing_above_it(imports, module):
    allowed = [f"caseboard.{name}" for name in ANYWHERE]
    assert not wrong_imports(imports, f"caseboard.{module}", allowed)


def test_the_package_itself_holds_no_more_than_its_version(imports):
    assert imports["caseboard"] == set()


def test_every_module_has_its_place_in_the_house(imports):
    known = {"", *BELOW, *ANYWHERE, *PROGRAM}
    assert {part_of(module) for module in imports} <= known


def test_only_windows_and_the_program_know_qt(imports):
    users = {
        module
        for module, others in imports.items()
        if others & QT and not any(lies_in(module, name) for name in MAY_USE_QT)
    }
    assert users <= {"caseboard.mapping.symbols"}  # milsymbol runs in Qt's script engine


def test_what_renders_is_started_and_never_imported(imports):
    inside = {module for module in imports if part_of(module) == "rendering"}
    assert not {module for module in imports if module not in inside and imports[module] & inside}


def test_at_most_one_module_knows_qasync(imports):
    assert len([module for module, others in imports.items() if "qasync" in others]) <= 1


def test_no_modules_import_each_other_in_a_circle(imports):
    ours = {name: others & imports.keys() for name, others in imports.items()}
    graphlib.TopologicalSorter(ours).prepare()


def test_a_forbidden_import_would_be_seen():
    imports = {"caseboard.model.case": {"caseboard.store.library", "caseboard.errors", "sqlmodel"}}
    found = wrong_imports(imports, "caseboard.model", ["caseboard.model", "caseboard.errors"])
    assert found == {"caseboard.model.case imports caseboard.store.library"}
