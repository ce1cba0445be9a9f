"""How the command line fetches links: as the settings of the window say, but for its own flags."""

import argparse
from collections.abc import Iterable
from dataclasses import replace

from caseboard import paths
from caseboard.commands import outward
from caseboard.commands.fetching_in import Choices
from caseboard.errors import CaseError
from caseboard.model.clip import Clip
from caseboard.model.terms import ClipState, Method
from caseboard.runtime.settings import SettingsFile


def choices(options: argparse.Namespace) -> Choices:
    """How to fetch now; raises `CaseError` where a flag or the settings cannot be understood.

    Settings that cannot be read stop it: they may name a proxy to go through.
    """
    file = SettingsFile(paths.config_folder() / "settings.json")
    if file.notice:
        raise CaseError(file.notice)
    settings = file.settings
    if options.proxy is not None:
        settings = replace(settings, proxy=outward.checked_proxy(options.proxy))
    if options.user_agent is not None:
        settings = replace(settings, user_agent=outward.checked_agent(options.user_agent))
    chosen = outward.choices(settings)
    return replace(
        chosen,
        rules=replace(chosen.rules, allow_private=options.allow_private),
        is_on=chosen.is_on and not options.no_fetch,
        renders=chosen.renders or options.render,
    )


def failed(clips: Iterable[Clip]) -> list[str]:
    """A line for each of these clips whose link could not be fetched."""
    return [
        f"{clip.ref}: {clip.problem}"
        for clip in clips
        if clip.method is Method.LINK and clip.state is not ClipState.READY
    ]
