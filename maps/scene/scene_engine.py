"""Runs the viewer's drawing code in an embedded V8, without a browser.

    with SceneEngine(script) as engine:
        scene = engine.call("drawScene", request)

The script defines a global object ``liaisonScene``, whose functions take and return JSON values. It has no document,
no network and no files. `call_measured` calls a function that needs the widths of texts.

The result depends only on the script and the arguments, provided that the script sets the locale and the time zone
wherever it formats with `Intl`.
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import threading
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from types import TracebackType
from typing import Any

from py_mini_racer import (
    DEFAULT_V8_FLAGS,
    JSEvalException,
    JSFunction,
    MiniRacer,
    init_mini_racer,
)

from liaison_atlas.maps.payload.scene_documents import SceneFont

Json = Any

# A scene of 50 000 claims needs less. At its own limit, V8 ends the process and not the script. By default it derives
# that limit from the memory of the machine: with 4 GB it would be below this one.
MAX_MEMORY_BYTES = 1_500_000_000
_V8_FLAGS = (*DEFAULT_V8_FLAGS, "--max-old-space-size=4000")  # MB
MAX_MEASURING_ROUNDS = 20

_CALL_FUNCTION = (Path(__file__).parent / "call_function.js").read_text(encoding="utf-8")


class SceneError(RuntimeError):
    """The script could not be run: it has an error, takes too much time or memory, or this process did not open it."""


class SceneEngine:
    """A script in a V8 of its own. Use it in a ``with`` block: if V8 is not closed, Python never exits.

    While it is open, this process has one more thread, so it must not be forked; once it is closed, it can be.

    Parameters
    ----------
    script : str
        JavaScript that defines ``globalThis.liaisonScene``, an object of functions.
    timeout_s : float
        The time limit of a call in seconds.

    Examples
    --------
    >>> with SceneEngine("var liaisonScene = { sum: (...numbers) => numbers.reduce((a, b) => a + b, 0) }") as engine:
    ...     engine.call("sum"), engine.call("sum", 19, 27)
    (0, 46)
    """

    def __init__(self, script: str, *, timeout_s: float = 120) -> None:
        self._script = script
        self._timeout_s = timeout_s
        self._racer: MiniRacer | None = None
        self._call_function: JSFunction | None = None
        self._process: int | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> SceneEngine:
        """Start V8 and run the script.

        Returns
        -------
        SceneEngine
            the open engine itself.

        Raises
        ------
        SceneError
            if the script has an error.
        """
        if self._loop:
            raise SceneError("the engine is open already")
        self._process = os.getpid()
        init_mini_racer(flags=_V8_FLAGS, ignore_duplicate_init=True)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, args=(self._loop,))
        self._thread.start()
        try:
            racer = self._answer(self._open_racer())
            racer.set_hard_memory_limit(MAX_MEMORY_BYTES)
            function = racer.eval(_CALL_FUNCTION)
            assert isinstance(function, JSFunction)
            self._call_function = function
            # The value of a script is not used, and it may not be convertible.
            self._run(racer.eval_cancelable(f"{self._script}\n;undefined"))
        except BaseException:
            self._close()
            raise
        return self

    def _serve(self, loop: asyncio.AbstractEventLoop) -> None:
        """Run the event loop in which V8 returns results until it is stopped, then close V8.

        It has its own thread: in the thread of a notebook, calls could not wait for it, and a keyboard interrupt could
        interrupt the closing of V8.
        """
        loop.run_forever()
        loop.run_until_complete(_cancel_calls())
        if self._racer:
            self._racer.close()
        loop.close()  # not earlier: V8 still reports a call that was ended

    async def _open_racer(self) -> MiniRacer:
        self._racer = MiniRacer()  # kept here, so that it is closed even if nothing waits for it any more
        return self._racer

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Stop V8; a fork leaves this to the process that started V8."""
        self._close()

    def call(self, name: str, *args: Json) -> Json:
        """Call a function of ``liaisonScene``.

        Parameters
        ----------
        name : str
            the name of the function.
        *args : JSON values
            the arguments of the function.

        Returns
        -------
        JSON value
            ``None`` if the function returns nothing.

        Raises
        ------
        SceneError
            if the function does not exist, throws, or takes too much time or memory, or if the engine is not open in
            this process.
        """
        if self._racer is None or self._call_function is None:
            raise SceneError("the engine is not open: use it in a with block")
        if os.getpid() != self._process:
            raise SceneError("the engine was opened by another process: open one after the fork")
        function, arguments = self._call_function, json.dumps(args, allow_nan=False, separators=(",", ":"))
        answer = self._run(function.cancelable()(name, arguments))
        if not isinstance(answer, str):
            raise SceneError(f"{name} returned no JSON")
        if answer.startswith("!"):
            raise SceneError(answer[1:])
        return json.loads(answer[1:])

    def _run(self, work: Awaitable[object]) -> object:
        """The value of a call or of the script."""
        assert self._racer
        try:
            return self._answer(asyncio.wait_for(work, self._timeout_s))
        except TimeoutError:
            raise SceneError("the script took too long") from None
        except JSEvalException as error:
            # Within a function, reaching the limit ends the script with an ordinary error.
            out_of_memory = self._racer.was_hard_memory_limit_reached()
            raise SceneError("the script needs too much memory" if out_of_memory else str(error).strip()) from None

    def _answer(self, work: Coroutine[Any, Any, Any]) -> Any:
        """The result of a coroutine that runs in the event loop; the coroutine is ended if the wait is interrupted."""
        assert self._loop
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def _close(self) -> None:
        loop, thread, racer, function = self._loop, self._thread, self._racer, self._call_function
        if loop is None or thread is None:
            return
        if os.getpid() == self._process:
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
        else:
            # V8's thread does not exist in this fork, which would wait for it indefinitely when Python frees these.
            for never_freed in (loop, racer, function):
                ctypes.pythonapi.Py_IncRef(ctypes.py_object(never_freed))
        self._loop = self._thread = self._racer = self._call_function = None


async def _cancel_calls() -> None:
    calls = asyncio.all_tasks() - {asyncio.current_task()}
    for call in calls:
        call.cancel()
    await asyncio.gather(*calls, return_exceptions=True)


def call_measured(
    call: Callable[..., Json], measure: Callable[[SceneFont, str], float], name: str, *args: Json
) -> Json:
    """Call a function of the script until it has the widths of all texts that it needs.

    The function returns ``{"result": ..., "missing": [[font, text], ...]}``. The widths of the missing texts go to
    the script's function ``addWidths`` as ``[[font, text, width], ...]``, and the function is called again.

    Parameters
    ----------
    call : callable
        `SceneEngine.call`.
    measure : callable
        Returns the width of a text in pixels.
    name : str
        The name of the function.
    *args : JSON values
        The arguments of the function.

    Returns
    -------
    JSON value
        The result of the last call, which missed no widths.

    Raises
    ------
    SceneError
        if widths are still missing after the last round.
    """
    for _ in range(MAX_MEASURING_ROUNDS):
        answer = call(name, *args)
        missing = answer["missing"]
        if not missing:
            return answer["result"]
        call("addWidths", [[font, text, measure(font, text)] for font, text in missing])
    raise SceneError(f"{name} still misses the widths of texts after {MAX_MEASURING_ROUNDS} rounds")
