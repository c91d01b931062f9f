"""The viewer's drawing code in V8: what goes in and out, and that no process is left hanging."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from py_mini_racer._context import context_count

from liaison_atlas.maps.payload.scene_documents import SceneFont
from liaison_atlas.maps.scene.scene_engine import SceneEngine, SceneError, call_measured

HANG_S = 120  # what takes longer hangs
SCRIPT = r"""
"use strict";
var liaisonScene = (() => {
  const widths = new Map();
  const key = (font, text) => JSON.stringify([font, text]);
  const font = { family: "serif", size: 10, weight: 400, italic: false, spacing: 0 };
  return {
    echo: (value) => value,
    nothing() {},
    boom() { throw new Error("no \ud800 ink"); },
    thrown: (value) => { throw value; },
    spin() { for (;;); },
    fill() { const all = []; for (;;) all.push(new Array(1000).fill(1.5)); },
    lone: () => "a\ud800b",
    loneKey: () => ({ "\udc00": 1 }),
    raw: () => JSON.rawJSON('"\ud800"'),
    circle() { const a = {}; a.a = a; return a; },
    big: () => 1n,
    date: () => new Intl.DateTimeFormat("de", { dateStyle: "full", timeZone: "UTC" }).format(0),
    sorted: () => ["z", "ö", "a"].sort(new Intl.Collator("sv").compare),
    addWidths: (known) => { for (const [f, text, width] of known) widths.set(key(f, text), width); },
    // "one" is asked for first, and "two" only when its width is known.
    draw(texts) {
      const missing = [];
      for (const text of texts) {
        if (!widths.has(key(font, text))) { missing.push([font, text]); break; }
      }
      return { result: texts.map((text) => widths.get(key(font, text)) ?? null), missing };
    },
    drawAlways: () => ({ result: 1, missing: [[font, "x"]] }),
  };
})();
"""


@pytest.fixture(scope="module")
def engine() -> Iterator[SceneEngine]:
    with SceneEngine(SCRIPT) as opened:
        yield opened


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    preamble = f"from liaison_atlas.maps.scene.scene_engine import SceneEngine, SceneError\nSCRIPT = {SCRIPT!r}\n"
    return subprocess.run(
        [sys.executable, "-c", preamble + code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=HANG_S,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    "value",
    [None, True, 0, 0.1, -1e300, "", "上海 \x00 \u2028 \U0001f600 `${1}` \"'\\", [], {}, {"a": [1, {"b": None}]}],
)
def test_a_json_value_goes_in_and_comes_out_unchanged(engine: SceneEngine, value: object) -> None:
    assert engine.call("echo", value) == value


def test_a_function_that_returns_nothing_returns_none(engine: SceneEngine) -> None:
    assert engine.call("nothing") is None


def test_twenty_megabytes_pass_in_seconds(engine: SceneEngine) -> None:
    rows = [{"n": n, "text": "Бюро 上海 " * 8} for n in range(100_000)]
    began = time.monotonic()
    assert engine.call("echo", rows) == rows
    assert time.monotonic() - began < 20


def test_half_a_surrogate_pair_arrives_and_does_not_hang(engine: SceneEngine) -> None:
    assert engine.call("lone") == "a\ud800b"
    assert engine.call("loneKey") == {"\udc00": 1}
    assert engine.call("echo", "\ud800") == "\ud800"
    assert engine.call("raw") == "\ufffd"


def test_half_a_surrogate_pair_at_the_end_of_the_script_does_not_hang() -> None:
    with SceneEngine("var liaisonScene = { one: () => 1 }; '\\ud800'") as engine:
        assert engine.call("one") == 1


@pytest.mark.parametrize("name", ["absent", "toString", "__proto__"])
def test_a_function_that_is_not_there_is_named(engine: SceneEngine, name: str) -> None:
    with pytest.raises(SceneError, match=f"no function {name}"):
        engine.call(name)


def test_an_error_in_the_script_is_one_exception_with_its_message(engine: SceneEngine) -> None:
    with pytest.raises(SceneError, match="Error: no \ufffd ink"):
        engine.call("boom")
    with pytest.raises(SceneError, match="a text"):
        engine.call("thrown", "a text")
    with pytest.raises(SceneError, match="without a description"):
        engine.call("thrown", {"toString": 1, "valueOf": 1})
    assert engine.call("echo", 1) == 1


@pytest.mark.parametrize("name", ["circle", "big"])
def test_a_result_that_is_no_json_is_an_error(engine: SceneEngine, name: str) -> None:
    with pytest.raises(SceneError, match="TypeError"):
        engine.call(name)


def test_an_argument_that_is_no_json_is_refused(engine: SceneEngine) -> None:
    with pytest.raises(ValueError, match="JSON"):
        engine.call("echo", float("nan"))


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("throw new Error('at once')", "at once"),
        ("var liaisonScene = {", "SyntaxError"),
        ("for (;;);", "too long"),
    ],
)
def test_a_script_that_does_not_load_is_an_error_and_leaves_no_context(script: str, message: str) -> None:
    before = context_count()
    with pytest.raises(SceneError, match=message), SceneEngine(script, timeout_s=1):
        pass
    assert context_count() == before


def test_a_script_without_the_object_is_an_error() -> None:
    with SceneEngine("1") as engine, pytest.raises(SceneError, match="defines no liaisonScene"):
        engine.call("echo", 1)


def test_a_script_cannot_change_how_results_are_passed() -> None:
    with SceneEngine(SCRIPT + "JSON.stringify = JSON.parse = () => '\\ud800'; String.prototype.toWellFormed = 1;") as e:
        assert e.call("echo", [1]) == [1]


def test_a_call_that_takes_too_long_is_an_error_and_leaves_no_context() -> None:
    before = context_count()
    with SceneEngine(SCRIPT, timeout_s=1) as engine:
        with pytest.raises(SceneError, match="too long"):
            engine.call("spin")
        assert engine.call("echo", 1) == 1
    assert context_count() == before


def test_a_call_that_needs_too_much_memory_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liaison_atlas.maps.scene.scene_engine.MAX_MEMORY_BYTES", 200_000_000)
    with SceneEngine(SCRIPT) as engine, pytest.raises(SceneError, match="memory"):
        engine.call("fill")


def test_an_engine_that_is_not_open_is_refused() -> None:
    engine = SceneEngine(SCRIPT)
    with pytest.raises(SceneError, match="not open"):
        engine.call("echo", 1)
    with engine:
        pass
    with pytest.raises(SceneError, match="not open"):
        engine.call("echo", 1)
    with engine:  # it can be opened anew
        assert engine.call("echo", 1) == 1
        with pytest.raises(SceneError, match="open already"):
            engine.__enter__()


@pytest.mark.parametrize(
    "environment",
    [{"TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "LANG": "de"}, {"TZ": "America/Lima", "LC_ALL": "C", "LANG": "tr"}],
    ids=["tokyo", "lima"],
)
def test_a_named_locale_and_zone_give_the_same_on_every_machine(
    engine: SceneEngine, environment: dict[str, str]
) -> None:
    done = run_python("with SceneEngine(SCRIPT) as e: print(ascii([e.call('date'), e.call('sorted')]))", **environment)
    assert done.stdout.strip() == ascii([engine.call("date"), engine.call("sorted")]), done.stderr
    assert engine.call("date") == "Donnerstag, 1. Januar 1970"
    assert engine.call("sorted") == ["a", "z", "ö"]


def test_texts_are_measured_until_none_is_missing(engine: SceneEngine) -> None:
    asked: list[tuple[str, str]] = []

    def measure(font: SceneFont, text: str) -> float:
        asked.append((font["family"], text))
        return len(text) * font["size"]

    assert call_measured(engine.call, measure, "draw", ["one", "three"]) == [30, 50]
    assert asked == [("serif", "one"), ("serif", "three")]
    assert call_measured(engine.call, measure, "draw", ["three"]) == [50]
    assert len(asked) == 2


def test_a_scene_that_always_misses_a_width_is_an_error(engine: SceneEngine) -> None:
    with pytest.raises(SceneError, match="drawAlways still misses the widths of texts after 20 rounds"):
        call_measured(engine.call, lambda font, text: 1.0, "drawAlways")


def test_thirty_processes_open_an_engine_and_exit_by_themselves() -> None:
    for _ in range(30):
        done = run_python("with SceneEngine(SCRIPT) as e: print(e.call('echo', 46))")
        assert (done.returncode, done.stdout) == (0, "46\n"), done.stderr


def test_a_process_that_raises_in_the_block_exits() -> None:
    done = run_python("with SceneEngine(SCRIPT) as e: raise KeyError('ours')")
    assert done.returncode == 1
    assert done.stderr.strip().endswith("KeyError: 'ours'")


def test_a_process_that_is_killed_leaves_no_child(tmp_path: Path) -> None:
    """Its end closes the last handle of a pipe, unless a child still holds it."""
    read, write = os.pipe()
    code = f"from liaison_atlas.maps.scene.scene_engine import SceneEngine\nwith SceneEngine({SCRIPT!r}) as e:\n print('open', flush=True)\n e.call('spin')"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT, pass_fds=[write]) as process:
        os.close(write)
        assert process.stdout
        assert process.stdout.readline() == b"open\n"
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        assert not children.exists() or children.read_text() == ""
        process.send_signal(signal.SIGKILL)
        assert process.wait(HANG_S) == -signal.SIGKILL
    assert os.read(read, 1) == b""
    os.close(read)


@pytest.mark.parametrize("end", ["os._exit(0)", "sys.exit()"])
def test_a_fork_that_inherits_an_open_engine_is_refused_and_ends(end: str) -> None:
    done = run_python(
        f"""
import os, sys, warnings
warnings.simplefilter("ignore")
with SceneEngine(SCRIPT) as engine:
    child = os.fork()
    if not child:
        try: engine.call("echo", 1)
        except SceneError as error: print(error, flush=True)
        {end}
    assert os.waitpid(child, 0)[1] == 0
    print(engine.call("echo", "the first process goes on"))
"""
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "the engine was opened by another process: open one after the fork",
        "the first process goes on",
    ]


def test_a_fork_opens_its_own_engine_after_that_of_its_parent_is_closed() -> None:
    done = run_python(
        """
import os
with SceneEngine(SCRIPT) as engine: engine.call("echo", 1)
child = os.fork()
if child: assert os.waitpid(child, 0)[1] == 0
with SceneEngine(SCRIPT) as engine: print(engine.call("echo", 2), flush=True)
"""
    )
    assert (done.returncode, done.stdout) == (0, "2\n2\n"), done.stderr


_RUN_IN_EVENT_LOOP = """
import asyncio
from liaison_atlas.maps.scene.scene_engine import SceneEngine
async def cell():
    with SceneEngine("var liaisonScene = { twice: (number) => 2 * number }") as engine:
        return engine.call("twice", 21)
print(asyncio.run(cell()))
"""


def test_it_runs_where_an_event_loop_runs_already_as_in_a_notebook() -> None:
    done = subprocess.run([sys.executable, "-c", _RUN_IN_EVENT_LOOP], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("42\n", "")
