"""The errors a user can be told about."""


class CaseError(Exception):
    """Something went wrong that is nobody's bug, in words the user can act on.

    The text says what happened and what was kept; `hint` says what to try.
    """

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.hint = hint
