"""new_lesson(): an empty lesson to fill: five steps, a place for articles, a manifest."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from framing.errors import UsageError

MANIFEST = "file,source,title,date,event,url\n"
FILES = ("README.md", "articles/manifest.csv", "marks/marks.csv")


def new_lesson(folder: str | Path) -> tuple[Path, ...]:
    """Makes the folder of a lesson and returns its files: README.md, articles/manifest.csv, marks/marks.csv.

    Raises:
        UsageError: the folder already holds something, or cannot be made.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} already holds something. Name a folder that does not exist yet.")
    readme = resources.files("framing.classroom").joinpath("templates", "lesson-readme.md").read_text("utf-8")
    contents = (readme.replace("LESSON", folder.name or "lesson"), MANIFEST, "code,text,line,words,tag,note\n")
    try:
        for name, content in zip(FILES, contents, strict=True):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
    except OSError as problem:
        raise UsageError(f"{folder} cannot be made: {problem.strerror}. Choose another folder.") from problem
    return tuple(folder / name for name in FILES)
