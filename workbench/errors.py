"""Two kinds of error: the user's world, told in one sentence, and our own mistakes."""


class VariorumError(Exception):
    """Base of every error the program raises on purpose."""


class UserError(VariorumError):
    """Something in the user's world: a file that cannot be read, a disk that is full.

    The message is one clear sentence that says what is wrong and what to do; it is shown as it is.
    """


class Cancelled(VariorumError):
    """A person pressed cancel; nothing was changed."""
