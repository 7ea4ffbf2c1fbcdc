"""Signals that ask the program to leave, and the exit codes that tell of them."""

import os
import signal
from collections.abc import Iterator

import pytest

from tui.edge import guarded
from tui.signals import Heard, heeded, held

KILLED, CLOSED, CTRL_C = signal.SIGTERM, signal.SIGHUP, signal.SIGINT


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (KILLED, CLOSED, CTRL_C)}
    yield
    assert {number: signal.getsignal(number) for number in before} == before


def send(number: int) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize(("number", "code"), [(KILLED, 143), (CLOSED, 129), (CTRL_C, 130)])
def test_a_signal_stops_a_command_with_a_sentence_and_its_own_exit_code(
    number: int, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    done = []

    def command() -> None:
        done.append("before")
        send(number)
        done.append("after")

    assert guarded(command) == code
    assert done == ["before"]
    assert capsys.readouterr().err == "postil: stopped; what was reported is kept\n"


def test_a_kill_that_a_command_survived_is_still_told_by_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    def command() -> None:
        try:
            send(KILLED)
        except KeyboardInterrupt as stop:
            raise RuntimeError("while a class was made") from stop

    def unmoved() -> int:
        try:
            send(KILLED)
        except KeyboardInterrupt:
            return 0
        return 1

    assert guarded(command) == 143
    assert guarded(unmoved) == 143
    assert guarded(lambda: 0) == 0
    assert "report" not in capsys.readouterr().err.replace("reported", "")


def test_a_kill_does_what_ctrl_c_does_by_then() -> None:
    stopped: list[int] = []
    heard = Heard()
    with heeded(heard):
        before = signal.signal(CTRL_C, lambda number, _: stopped.append(number))
        send(KILLED)
        signal.signal(CTRL_C, before)
    assert (stopped, heard.code) == ([KILLED], 143)


def test_what_runs_in_the_background_is_stopped_by_a_kill_though_it_ignores_ctrl_c() -> None:
    done = []

    def command() -> None:
        send(CTRL_C)
        done.append("goes on")
        try:
            send(KILLED)
        except KeyboardInterrupt:
            done.append("stops")
            raise

    before = signal.signal(CTRL_C, signal.SIG_IGN)
    try:
        assert guarded(command) == 143
    finally:
        signal.signal(CTRL_C, before)
    assert done == ["goes on", "stops"]


def test_under_nohup_a_closed_terminal_stops_nothing() -> None:
    before = signal.signal(CLOSED, signal.SIG_IGN)
    try:
        assert guarded(lambda: send(CLOSED)) == 0
        with heeded(Heard()), held():
            send(CLOSED)
    finally:
        signal.signal(CLOSED, before)


@pytest.mark.parametrize("number", [KILLED, CLOSED, CTRL_C])
def test_what_must_not_be_left_half_done_is_done_first(number: int) -> None:
    done = []

    def command() -> None:
        with held():
            send(number)
            done.append("written")
        done.append("gone on")

    assert guarded(command) == 128 + number
    assert done == ["written"]


def test_who_asks_a_second_time_does_not_wait() -> None:
    done = []

    def command() -> None:
        with held():
            send(CTRL_C)
            done.append("begun")
            send(KILLED)
            done.append("written")

    assert guarded(command) == 143
    assert done == ["begun"]


def test_what_is_held_goes_on_where_nobody_asks() -> None:
    with held():
        pass
