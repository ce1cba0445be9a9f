"""Where things are on this machine."""

from pathlib import Path

import platformdirs


def resources() -> Path:
    """The folder of what ships with the program: fonts, icons, the sample case, languages."""
    return Path(__file__).resolve().parents[2] / "resources"


def default_library() -> Path:
    """The library a user gets who names none."""
    return Path(platformdirs.user_data_dir("Caseboard", appauthor=False)) / "library"


def gazetteers_folder() -> Path:
    """Where imported tables of places are kept."""
    return Path(platformdirs.user_data_dir("Caseboard", appauthor=False)) / "gazetteers"


def config_folder() -> Path:
    """Where settings are kept."""
    return Path(platformdirs.user_config_dir("Caseboard", appauthor=False))


def state_folder() -> Path:
    """Where logs are kept."""
    return Path(platformdirs.user_state_dir("Caseboard", appauthor=False))


def cache_folder() -> Path:
    """Where is kept what can be had again."""
    return Path(platformdirs.user_cache_dir("Caseboard", appauthor=False))
