"""An article that takes too long is given up and named; the others are read."""

from __future__ import annotations

import re
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from framing import pipeline, watchdog
from framing.cli import inputs
from framing.cli.options import Request
from framing.errors import InputError
from framing.model import Article
from framing.pipeline import analyze
from framing.read import corpus, read_corpus
from framing.watchdog import OutOfTime, _by_signal, _by_thread, in_time

ALARMS = [pytest.param(_by_thread, id="thread")]
if hasattr(signal, "setitimer"):
    ALARMS.append(pytest.param(_by_signal, id="signal"))
TEXT = "The council met on Monday. “We were ready to sign,” Anna Berg told reporters. Critics slammed her plan."


def spin() -> None:
    while True:
        pass


def spin_deaf() -> None:
    """Work that takes the first alarm for a fault of its own and goes on, as a library may."""
    try:
        spin()
    except BaseException:
        spin()


@pytest.fixture(params=ALARMS)
def soon(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The minute is over after a moment, by either alarm."""
    monkeypatch.setattr(watchdog, "_choose_alarm", lambda: lambda _: request.param(0.2))
    monkeypatch.setattr(watchdog, "AGAIN", 0.05)


@pytest.mark.parametrize("work", [spin, spin_deaf])
def test_what_goes_on_for_ever_is_given_up(soon: None, work: Any) -> None:
    before = threading.active_count()
    assert in_time(work) is None
    assert in_time(lambda: 5) == 5
    begun = time.process_time()
    while time.process_time() < begun + 0.3:  # no alarm goes off afterwards
        pass
    assert threading.active_count() <= before + 1


def test_what_fails_fails_as_ever(soon: None) -> None:
    with pytest.raises(ZeroDivisionError):
        in_time(lambda: 1 // 0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers on this system")
def test_a_regular_expression_without_end_is_given_up() -> None:
    before = signal.getsignal(signal.SIGPROF)
    assert in_time(lambda: re.match(r"(a|aa)+$", "a" * 60 + "b"), 0.2) is None
    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_waiting_for_others_is_no_work() -> None:
    assert in_time(lambda: time.sleep(0.3) or "slept", 0.2) == "slept"


def test_the_alarm_is_no_fault_of_a_text() -> None:
    assert not issubclass(OutOfTime, Exception)


def slow_at(word: str, true: Any) -> Any:
    """A step of reading that never ends on a text that holds a word."""

    def step(*arguments: Any) -> Any:
        if any(word in getattr(one, "text", getattr(getattr(one, "article", None), "text", "")) for one in arguments):
            spin()
        return true(*arguments)

    return step


def fill(folder: Path, *words: str) -> Path:
    for number, word in enumerate(words):
        (folder / f"{number}.txt").write_text(f"Headline {word}\n\n{TEXT * 3} {word}", "utf-8")
    return folder


@pytest.mark.parametrize("alarm", ALARMS)
def test_a_file_that_reads_for_ever_costs_only_itself(alarm: Any, tmp_path: Path, monkeypatch: Any) -> None:
    read_corpus(fill(tmp_path, "Apples"))  # loads what reading needs
    monkeypatch.setattr(watchdog, "_choose_alarm", lambda: lambda _: alarm(0.3))
    monkeypatch.setattr(watchdog, "AGAIN", 0.05)
    monkeypatch.setattr(corpus, "_finish", slow_at("Molasses", corpus._finish))
    found = read_corpus(fill(tmp_path, "Apples", "Molasses", "Pears"))
    assert [one.id for one in found.articles] == ["0", "2"]
    (skipped,) = found.skipped
    assert skipped.path.endswith("1.txt") and "longer than a minute" in skipped.reason and skipped.remedy


@pytest.mark.engine
def test_an_article_that_takes_too_long_is_left_out_and_named(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    analyze([Article.from_text(TEXT, id="a", source="s")], packs=[])  # loads what reading needs
    monkeypatch.setattr(pipeline, "in_time", lambda work, _=0: in_time(work, 1.0))
    monkeypatch.setattr(pipeline, "_draft", slow_at("Molasses", pipeline._draft))
    read, analysis = inputs.analyze_articles(Request([str(fill(tmp_path, "Apples", "Molasses"))], packs=[]))
    assert (analysis.left_out, analysis.articles["article"].tolist()) == (("1",), ["0"])
    assert [Path(one.path).name for one in read.skipped] == ["1.txt"]
    assert "1.txt: takes longer than a minute to read." in capsys.readouterr().err
    with pytest.raises(InputError, match="every article"):
        analyze([Article.from_text(f"{TEXT} Molasses", id="a", source="s")], packs=[])


@pytest.mark.engine
def test_of_a_batch_that_takes_too_long_each_is_tried_alone(monkeypatch: Any) -> None:
    articles = [Article.from_text(f"{TEXT} {word}", id=word, source="s") for word in ("Apples", "Molasses", "Pears")]
    parsed = list(pipeline.parse_articles(articles))
    tried: list[tuple[str, ...]] = []

    def parse_all(batch: Any) -> Any:
        tried.append(tuple(one.id for one in batch))
        if any(one.id == "Molasses" for one in batch):
            spin()
        yield from (one for one in parsed if one.article in batch)

    monkeypatch.setattr(pipeline, "in_time", lambda work, _=0: in_time(work, 0.2))
    monkeypatch.setattr(pipeline, "parse_articles", parse_all)
    monkeypatch.setattr(pipeline, "parse_article", lambda one: next(parse_all([one])))
    found = list(pipeline._parse_in_time(articles))
    assert [(one.id, what is not None) for one, what in found] == [
        ("Apples", True), ("Molasses", False), ("Pears", True)
    ]  # fmt: skip
    assert tried == [("Apples", "Molasses", "Pears"), ("Apples",), ("Molasses",), ("Pears",)]
