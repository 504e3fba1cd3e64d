"""The addresses of the page. No path, name or word of a request ever becomes a path on disk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.errors import FramingError, UsageError
from framing.serve.guard import Gate, Guard
from framing.serve.session import Session
from framing.serve.uploads import LONGEST_TEXT, MOST_ALL, MOST_BYTES, MOST_FILES, Upload, pasted_file

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

Answer = Callable[["Request"], Awaitable["Response"]]
REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-scripts allow-downloads allow-modals"
)  # the report's own policy, which is stricter, stands in it and holds too
ASSETS = {"page.css": "text/css", "page.js": "text/javascript"}


class SavedFile(NamedTuple):
    """A file of a comparison that can be saved: where it is below the comparison's folder, its name when saved."""

    place: str
    name: str
    kind: str


SAVED = {
    "pdf": SavedFile("report/report.pdf", "report.pdf", "application/pdf"),
    "page": SavedFile("report/report.html", "report.html", "text/html"),
    "pictures": SavedFile("pictures.zip", "pictures.zip", "application/zip"),
    "tables": SavedFile("tables.zip", "tables.zip", "application/zip"),
}


def make_app(session: Session, token: str, port: int, stop: Callable[[], None]) -> ASGIApp:
    """The application: every address begins with the token; `stop` is called when the page asks to end the program."""
    from starlette.applications import Starlette
    from starlette.routing import Mount, Route

    desk = _Desk(session, stop)
    routes = [
        Route("/", desk.show_page),
        Route("/page.css", desk.show_asset("page.css")),
        Route("/page.js", desk.show_asset("page.js")),
        Route("/state", desk.show_state),
        Route("/add", desk.add, methods=["POST"]),
        Route("/clear", desk.clear, methods=["POST"]),
        Route("/correct", desk.correct, methods=["POST"]),
        Route("/compare", desk.compare, methods=["POST"]),
        Route("/stop", desk.stop, methods=["POST"]),
        Route("/runs/{number:int}/report", desk.show_report),
        Route("/runs/{number:int}/lesson", desk.make_lesson, methods=["POST"]),
        Route("/runs/{number:int}/lessons/{lesson:int}", desk.save_lesson),
        *(Route(f"/runs/{{number:int}}/{kind}", desk.save_file(kind)) for kind in SAVED),
    ]
    app = Starlette(routes=[Mount(f"/{token}", routes=routes)], exception_handlers={FramingError: _say_problem})
    return Guard(app, Gate(token, port, f"/{token}/add", MOST_BYTES))


async def _say_problem(_: Request, problem: Exception) -> Response:
    """What went wrong, for the page to show as text."""
    from starlette.responses import JSONResponse

    return JSONResponse({"problem": str(problem)}, 400)


class _Desk:
    """Answers requests about one visit."""

    def __init__(self, session: Session, stop: Callable[[], None]) -> None:
        self.session = session
        self.end = stop

    async def show_page(self, _: Request) -> Response:
        from starlette.responses import HTMLResponse

        from framing.read.layout_file import show_example
        from framing.report.html import page_templates

        template = page_templates("framing.serve").get_template("page.html.j2")
        shown = template.render(most_files=MOST_FILES, most_mb=f"{MOST_BYTES / 1e6:g}", layout=show_example())
        return HTMLResponse(shown)

    def show_asset(self, name: str) -> Answer:
        from starlette.responses import Response

        from framing.report.html import page_asset

        async def answer(_: Request) -> Response:
            return Response(page_asset("framing.serve", name), media_type=ASSETS[name])

        return answer

    async def show_state(self, _: Request) -> Response:
        from starlette.responses import JSONResponse

        self.session.seen()
        return JSONResponse(self.session.state())

    async def add(self, request: Request) -> Response:
        from starlette.datastructures import UploadFile

        async with request.form(max_files=MOST_FILES, max_fields=8, max_part_size=LONGEST_TEXT) as form:
            sent = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
            files = [Upload(one.filename or "", await one.read(MOST_ALL)) for one in sent]
            text, source, title = (str(form.get(name) or "") for name in ("text", "source", "title"))
        if text.strip():
            self.session.pasted += 1
            files.append(pasted_file(self.session.pasted, text, source, title))
        self.session.add(files)
        return await self.show_state(request)

    async def clear(self, request: Request) -> Response:
        self.session.clear()
        return await self.show_state(request)

    async def correct(self, request: Request) -> Response:
        asked = await _values_of(request)
        self.session.correct(str(asked.get("id")), asked)
        return await self.show_state(request)

    async def compare(self, request: Request) -> Response:
        packs = (await _values_of(request)).get("packs")
        self.session.compare([str(one) for one in packs] if isinstance(packs, list) else None)
        return await self.show_state(request)

    async def make_lesson(self, request: Request) -> Response:
        from framing.classroom import LessonOptions
        from framing.classroom.paper import check_options

        asked = await _values_of(request)
        story, minutes = (asked.get(name) for name in ("story", "minutes"))
        if not isinstance(story, int) or not isinstance(minutes, int):
            raise UsageError("A lesson needs a story and a length.")
        options = LessonOptions(
            blind=asked.get("blind") is True, paper=str(asked.get("paper", "a4"))[:10], minutes=minutes
        )
        check_options(options)
        self.session.make_lesson(request.path_params["number"], story, options)
        return await self.show_state(request)

    async def stop(self, _: Request) -> Response:
        from starlette.responses import JSONResponse

        self.end()
        return JSONResponse({"stopped": True})

    async def show_report(self, request: Request) -> Response:
        from starlette.responses import FileResponse

        path = self._place(request, "report/report.html")
        return FileResponse(path, media_type="text/html", headers={"content-security-policy": REPORT_POLICY})

    def save_file(self, kind: str) -> Answer:
        from starlette.responses import FileResponse

        file = SAVED[kind]

        async def answer(request: Request) -> Response:
            name = f"framing-{request.path_params['number']}-{file.name}"
            return FileResponse(self._place(request, file.place), media_type=file.kind, filename=name)

        return answer

    async def save_lesson(self, request: Request) -> Response:
        from starlette.responses import FileResponse

        number, lesson = request.path_params["number"], request.path_params["lesson"]
        made = self.session.find_run(number).lessons
        if not 1 <= lesson <= len(made):
            raise UsageError("There is no such lesson.")
        path = self._place(request, made[lesson - 1].file)
        return FileResponse(path, media_type="application/zip", filename=f"framing-{number}-lesson-{lesson}.zip")

    def _place(self, request: Request, name: str) -> Path:
        """Where a file of ours is, in the folder of a comparison that is named by its number."""
        return self.session.find_run(request.path_params["number"]).folder / name


async def _values_of(request: Request) -> dict[str, Any]:
    """The values that the page sends.

    Raises:
        UsageError: they are not what the page sends.
    """
    try:
        asked = await request.json()
    except (ValueError, RecursionError) as problem:
        raise UsageError("The request cannot be read.") from problem
    if not isinstance(asked, dict):
        raise UsageError("The request cannot be read.")
    return asked
