"""`python recorded.py FOLDER ARGUMENTS…`: the command line with a typesetter that keeps what it is given, as text.

Each document becomes FOLDER/<template>-<number>.json: the template, its data and the names of the files it reads.
The pages themselves are placeholders; what a page says is wholly decided by the data.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import typst

HERE = Path(sys.argv[1])
PICTURE = b"placeholder"


class Recorder:
    """Stands in for `typst.Compiler`."""

    def __init__(self, *, root: str, **_: Any) -> None:
        self._root = Path(root)

    def compile(self, *, input: str, sys_inputs: dict[str, str], format: str, **options: Any) -> Any:
        data = json.loads((self._root / sys_inputs["data"]).read_text("utf-8"))
        name = f"{Path(input).stem}-{len(list(HERE.glob('*.json'))):02d}-{format}.json"
        text = json.dumps({"options": options, "data": data}, ensure_ascii=False, indent=1, sort_keys=True)
        if (Path(input).stem, format) != ("report", "png"):  # the same data as the PDF's
            (HERE / name).write_text(text + "\n", "utf-8")
        pages = len(data["charts"]) if "charts" in data else 1
        return [PICTURE] * pages if format == "png" else PICTURE


if __name__ == "__main__":
    HERE.mkdir(parents=True, exist_ok=True)
    typst.Compiler = Recorder  # type: ignore[misc]
    sys.argv = ["framing", *sys.argv[2:]]
    from framing.cli import main

    main()
