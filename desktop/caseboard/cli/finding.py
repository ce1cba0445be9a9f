"""What a case or a clip is called on the command line, found in the library."""

import argparse

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import refs
from caseboard.model.case import Case
from caseboard.model.ids import ClipId
from caseboard.store import cases, dossiers
from caseboard.store.library import Library


def case_of(library: Library, ref: str) -> Case:
    """The case of this ref; raises `CaseError`."""
    case = library.database.read_now(cases.by_ref, ref)
    if case is None:
        raise CaseError(
            _("There is no case {ref}.").format(ref=ref), _("See “caseboard case list”.")
        )
    return case


def clip_of(library: Library, options: argparse.Namespace) -> ClipId:
    """The clip that `options` name by case and ref; raises `CaseError`."""
    case = case_of(library, options.case)
    wanted = options.ref.upper()
    for clip in library.database.read_now(dossiers.read, case.id).clips:
        if wanted in {clip.ref.upper(), refs.short(clip.ref).upper()}:
            return clip.id
    raise CaseError(
        _("There is no clip {ref} in this case.").format(ref=options.ref),
        _("See “caseboard show {case}”.").format(case=case.ref),
    )
