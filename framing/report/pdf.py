"""Report -> PDF and PNG. The only file that knows the typesetter (Typst).

Blocks reach the template as JSON; charts as SVG files. The compiler checks the tagging (PDF/UA-1) and is told a fixed
date, so that one run gives the same bytes as the next. Only the bundled fonts are loaded, never those of the machine.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from framing.chart.type import FONT_FILES, font_folder
from framing.errors import InputError
from framing.folder import open_scratch
from framing.report.glyphs import spell_glyphs

SUSPECTS = b"/Suspects false"  # the default, and poppler's pdfinfo complains of it; blanked in place
PAGE_PPI = 84.0
CHART_PPI = 110.0
SHARE_PPI = 96.0  # 900 points across are then 1,200 pixels


class Document(NamedTuple):
    """One document to typeset: a template, its data and the files (path -> text) that it reads.

    `package` is the package whose folder `templates` holds the template.
    """

    template: str
    data: Mapping[str, Any]
    files: Mapping[str, str]
    package: str = "framing.report"


class Typesetter:
    """Typesets documents in a folder of its own; opened with `open_typesetter`."""

    def __init__(self, folder: Path) -> None:
        import typst

        fonts = folder / "fonts"
        fonts.mkdir()
        for name in FONT_FILES:
            shutil.copy(font_folder() / name, fonts / name)
        self._folder = folder
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts)])
        self._compiler = typst.Compiler(font_paths=self._fonts, ignore_system_fonts=True, root=str(folder))

    def pdf(self, document: Document) -> bytes:
        """The document as tagged PDF.

        Raises:
            MissingPartError: a text cannot be printed with the bundled fonts.
            InputError: the compiler refuses the document; its reason is in the message.
        """
        made = b"".join(self._compile(document, format="pdf", pdf_standards="ua-1", timestamp=0))
        return made.replace(SUSPECTS, b" " * len(SUSPECTS))

    def png(self, document: Document, ppi: float) -> Sequence[bytes]:
        """The document as one picture a page. Raises as `pdf` does."""
        return self._compile(document, format="png", ppi=ppi)

    def _compile(self, document: Document, **options: Any) -> list[bytes]:
        import typst

        source = self._folder / document.template
        template = resources.files(document.package).joinpath("templates", document.template)
        source.write_text(template.read_text("utf-8"), "utf-8")
        for name, text in document.files.items():
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        data = self._folder / f"{source.stem}.json"
        data.write_text(json.dumps(spell_glyphs(document.data), ensure_ascii=False), "utf-8")
        try:
            made = self._compiler.compile(input=str(source), sys_inputs={"data": data.name}, **options)
        except typst.TypstError as error:
            raise InputError(f"The page could not be typeset: {error}. Use --format html for this run.") from error
        return list(made) if isinstance(made, list) else [made or b""]


@contextmanager
def open_typesetter() -> Iterator[Typesetter]:
    """A typesetter with a temporary folder that is gone afterwards."""
    with open_scratch() as folder:
        yield Typesetter(folder)
