"""Runs all tasks of a build, in this process or in a process pool: ``for outcome in run_tasks(context, jobs)``.

If it is safe, the processes of the pool are forks: they share what this process has imported and computed, and a script
that builds needs no ``if __name__``. Otherwise they are spawned.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextvars import ContextVar
from multiprocessing import connection
from typing import Any

from liaison_atlas.maps.pages import cjk_fonts
from liaison_atlas.maps.posters.poster_pages import NO_POSTERS, PosterPages
from liaison_atlas.maps.site.build_context import BuildContext, Outcome
from liaison_atlas.maps.site.output_folder import SiteError

MAX_JOBS = 32  # each is a process of about 150 MB


def run_tasks(context: BuildContext, jobs: int) -> Generator[Outcome, None, None]:
    """Run every task, and yield the outcome of each when it is done.

    Parameters
    ----------
    context : BuildContext
        the tasks, and where their files are written.
    jobs : int
        the number of processes that make files; with 1, this process makes them all.

    Yields
    ------
    Outcome
        in the order in which the tasks finish.

    Raises
    ------
    SiteError
        if the disk is full, or a process was killed.
    """
    if jobs == 1:
        posters = context.draw_posters()
        yield from (context.run_task(number, posters) for number in range(len(context.tasks)))
        return
    others = multiprocessing.active_children()
    mp_context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    with ProcessPoolExecutor(min(jobs, MAX_JOBS), mp_context, _init_worker, (context,)) as pool:
        try:
            yield from _run_in_pool(context, pool)
        except BaseException as error:
            # The pool would wait until they have finished their tasks.
            for process in multiprocessing.active_children():
                if process not in others:
                    process.kill()
                    process.join()
            if isinstance(error, BrokenProcessPool):
                message = "a process that made files was ended from outside, perhaps for want of memory"
                raise SiteError(f"{message}; try fewer of them, with -j 1") from error
            raise


def can_fork() -> bool:
    """Whether this process can be forked: if it has other threads, one may hold a lock that a fork would wait for."""
    return sys.platform == "linux" and threading.active_count() == 1


def _run_in_pool(context: BuildContext, pool: ProcessPoolExecutor) -> Iterator[Outcome]:
    """Draw the posters and make the fonts at the same time; then run the tasks that wait for each."""
    with warnings.catch_warnings():
        # The first `submit` starts all forks, and Python warns because of numpy's threads, which are idle.
        warnings.simplefilter("ignore", DeprecationWarning)
        drawing = pool.submit(_draw_posters)
    fonts = pool.submit(_make_fonts)
    pending: set[Future[Any]] = {drawing, fonts}
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for future in done:
            if future not in (drawing, fonts):
                yield future.result()
                continue
            made = future.result()
            for number, task in enumerate(context.tasks):
                if future is drawing and task.poster:
                    pending.add(pool.submit(_run_task, number, made.only(task.poster), None))
                elif future is fonts and not task.poster:
                    pending.add(pool.submit(_run_task, number, NO_POSTERS, made))


_CONTEXT: ContextVar[BuildContext] = ContextVar("_CONTEXT")


def _init_worker(context: BuildContext) -> None:
    """Initialize a process of the pool: it must not outlive a build that is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_exit_with_parent, daemon=True).start()
    _CONTEXT.set(context)  # it is sent to a spawned process once, for all tasks
    gc.freeze()  # existing objects are kept: collecting them would copy the memory of a fork


def _exit_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        connection.wait([parent.sentinel])
        os._exit(1)


def _draw_posters() -> PosterPages:
    return _CONTEXT.get().draw_posters()


def _make_fonts() -> str:
    return cjk_fonts.cjk_font_css(cjk_fonts.cjk_characters(_CONTEXT.get().layers.data))


def _run_task(number: int, posters: PosterPages, fonts: str | None) -> Outcome:
    context = _CONTEXT.get()
    if fonts is not None:
        cjk_fonts.keep_font_css(cjk_fonts.cjk_characters(context.layers.data), fonts)
    return context.run_task(number, posters)
