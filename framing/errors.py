"""What can go wrong, in words that teach: what happened, where, and what to do.

FramingError              anything a user can mend (exit code 1 when nothing finer fits)
├── UsageError            the request itself does not make sense (2)
├── InputError            a file, folder or text that cannot be used (4)
├── PackError             a pack, roster or word list that cannot be used (4)
└── MissingPartError      an optional part is not installed (5)

The library raises these; only the command line prints them and exits.
"""

import errno


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


REMEDIES = {
    errno.ENOSPC: "The disk is full: make room and run the command again",
    errno.EDQUOT: "Your share of the disk is full: make room and run the command again",
    errno.EACCES: "It is closed to you: choose another place, or ask for the right to use it",
    errno.EPERM: "The system does not allow it: choose another place",
    errno.EROFS: "It stands on a disk that cannot be written to: choose another place",
    errno.ENAMETOOLONG: "The path is longer than the system allows: choose a shorter one",
    errno.ENOENT: "There is no such file or folder: check the spelling",
    errno.ENOTDIR: "A part of the path is a file, not a folder: check the path",
    errno.EISDIR: "It is a folder where a file belongs: check the path",
    errno.ELOOP: "Its links lead in a circle: name the file itself",
    errno.EMFILE: "The system allows no more open files: close other programs",
}


def system_error(problem: OSError, path: object = "") -> InputError:
    """What the system refused, as an error that names the file and the remedy."""
    place = problem.filename or path or "A file"
    what = REMEDIES.get(problem.errno or 0, f"The system says: {problem.strerror or problem}")
    return InputError(f"{place} cannot be used. {what}.")
