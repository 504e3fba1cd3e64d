"""What can go wrong, in words that teach: what happened, where, and what to do.

FramingError              anything a user can mend (exit code 1 when nothing finer fits)
├── UsageError            the request itself does not make sense (2)
├── InputError            a file, folder or text that cannot be used (4)
├── PackError             a pack, roster or word list that cannot be used (4)
└── MissingPartError      an optional part is not installed (5)

The library raises these; only the command line prints them and exits.
"""


class FramingError(Exception):
    """Base of every error that this package raises on purpose; the message is a full sentence for a person."""

    exit_code = 1


class UsageError(FramingError):
    """The request cannot be carried out as asked: unknown source, option or name."""

    exit_code = 2


class InputError(FramingError):
    """A file, folder or text that cannot be read or holds nothing to analyse. Names the file and the remedy."""

    exit_code = 4


class PackError(FramingError):
    """A TOML pack, roster or word list that cannot be used. Names the file, the entry and a good example."""

    exit_code = 4


class MissingPartError(FramingError):
    """An optional part (a library, a model, a font) is absent. Names the command that installs it."""

    exit_code = 5
