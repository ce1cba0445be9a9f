"""Finds, in source code, words that Qt might read as HTML."""

import ast

LABELS = "ui/lib/labels.py"
RICH_CALLS = {
    "setToolTip": "use labels.plain_tooltip",
    "setTabToolTip": "use labels.plain_tip",
    "setWhatsThis": "use a tooltip by labels.plain_tooltip",
    "setInformativeText": "use asyncui.show_error or confirm",
    "setTextFormat": "use labels.plain_label",
    "exec": "await asyncui.ask",
    "exec_": "await asyncui.ask",
}
RICH_CLASSES = {
    "QLabel": "use labels.plain_label",
    "QMessageBox": "use asyncui.show_error or confirm",
    "QErrorMessage": "use asyncui.show_error",
    "QProgressDialog": "use runtime.jobs",
    "QInputDialog": "its label reads HTML and it blocks",
    "QWhatsThis": "use labels.plain_tooltip",
}
ROW_MAKERS = {"addRow", "insertRow"}  # QFormLayout makes a label of a text
BLOCKING = {
    ("QFileDialog", name)
    for name in (
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
        "getExistingDirectory",
        "getOpenFileUrl",
        "getOpenFileUrls",
    )
}


def findings(source: str) -> list[str]:
    """Every bare label, tooltip or message in `source`, as `line: what to do`."""
    return [f"{node.lineno}: {what}" for node in ast.walk(ast.parse(source)) for what in _of(node)]


def _of(node):
    if isinstance(node, ast.ClassDef):
        yield from _of_class(node)
    if isinstance(node, ast.Call):
        yield from _of_call(node)
    if isinstance(node, ast.FunctionDef):
        yield from _of_function(node)


def _of_class(node):
    for base in map(_name, node.bases):
        if base in RICH_CLASSES:
            yield f"class {node.name}({base}): {RICH_CLASSES[base]}"


def _of_call(node):
    name = _name(node.func)
    if name in RICH_CLASSES:
        yield f"{name}(): {RICH_CLASSES[name]}"
    if not isinstance(node.func, ast.Attribute):
        return
    owner = _name(node.func.value)
    if owner in RICH_CLASSES:
        yield f"{owner}.{name}(): {RICH_CLASSES[owner]}"
    if (owner, name) in BLOCKING:
        yield f"{owner}.{name}(): use ui.lib.files"
    if (owner, name) == ("QToolTip", "showText") and not any(map(_is_tip, node.args)):
        yield "QToolTip.showText(): give it labels.plain_tip"
    if name in RICH_CALLS and not _is_plain(node):
        yield f"{name}(): {RICH_CALLS[name]}"
    if name in ROW_MAKERS and any(_is_text(argument) for argument in node.args):
        yield f"{name}(text, …): give it a labels.plain_label"


def _of_function(node):
    """A model's answer for a tooltip goes through plain_tip somewhere in the same function."""
    names = {_name(each) for each in ast.walk(node) if isinstance(each, ast.Attribute | ast.Name)}
    asks = "ToolTipRole" in names and any(isinstance(each, ast.Return) for each in ast.walk(node))
    if asks and not names & {"plain_tip", "_tip"}:
        yield f"{node.name}: what it answers for ToolTipRole must come from labels.plain_tip"


def _is_plain(call):
    """Nothing, or what plain_tip made, is shown."""
    last = call.args[-1] if call.args else None
    if isinstance(last, ast.Constant) and not last.value:
        return True
    return _is_tip(last)


def _is_tip(argument):
    return isinstance(argument, ast.Call) and _name(argument.func) == "plain_tip"


def _is_text(argument):
    is_literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    is_words = isinstance(argument, ast.Call) and _name(argument.func) in {"_", "ngettext"}
    return is_literal or is_words or isinstance(argument, ast.JoinedStr)


def _name(node):
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
