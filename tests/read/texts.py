"""Short invented articles for the reading tests, and folders of them."""

from __future__ import annotations

from pathlib import Path

TALKS = (
    "Ministers from both shores met in Port Sand on Friday. They talked for nine hours about the strait, the "
    "lighthouse and the price of bread.\n\n"
    "Nobody would say afterwards what had been agreed, but the guards at the door were smiling. The harbour master "
    "said that the ferry would sail again within a week, and that he had ordered new ropes."
)
STORM = (
    "A storm tore two cranes from their rails in the night and threw them on the quay. Nobody was hurt.\n\n"
    "The company that owns the cranes said it would look for the cause, and the town asked people to stay away from "
    "the water until the wind had dropped."
)
GERMAN = (
    "Die Minister beider Ufer haben sich am Freitag in Port Sand getroffen. Sie sprachen neun Stunden lang über die "
    "Meerenge, den Leuchtturm und den Preis des Brotes. Niemand wollte danach sagen, was vereinbart worden war, doch "
    "die Wachen an der Tür lächelten."
)
MANIFEST = "file,source,title,date,event,url\n"


def write(folder: Path, **files: str | bytes) -> Path:
    """The folder, with files named `a__txt` for `a.txt` and `sub___a__txt` for `sub/a.txt`."""
    for name, content in files.items():
        path = folder / name.replace("___", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder
