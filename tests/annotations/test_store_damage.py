"""Cut anywhere, or with any byte another: damage is said, and what the other file holds is kept."""

from random import Random

import pytest

from tests.annotations.damage import Damage, Outcome, Verdict, Victim

STEP, FLIPS = 7, 60


@pytest.fixture(scope="module", params=[True, False], ids=["flushed", "unflushed"])
def victim(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Victim:
    return Victim(tmp_path_factory.mktemp("damage") / "talks", flushed=request.param)


@pytest.fixture(scope="module", params=["file", "log"])
def outcomes(request: pytest.FixtureRequest, victim: Victim) -> list[Outcome]:
    between = set(victim.between()) if request.param == "log" else set()
    damages = victim.damages(request.param, step=STEP, flips=FLIPS, chance=Random(20261123))
    return [victim.suffered(one) for one in damages if one.kind == "flip" or one.at not in between]


def where(outcomes: list[Outcome], verdict: Verdict) -> list[str]:
    return [place(one.damage) for one in outcomes if one.verdict is verdict]


def place(damage: Damage) -> str:
    return f"{damage.which} {damage.kind} at {damage.at}"


def test_no_damage_is_silent(outcomes: list[Outcome]) -> None:
    assert len(outcomes) > FLIPS
    assert where(outcomes, Verdict.SILENT) == []
    assert where(outcomes, Verdict.REPORTED)


def test_a_history_cut_between_two_records_is_said(victim: Victim) -> None:
    whole = victim.whole[victim.desk.where.log]
    cuts = [Damage("log", "cut", at, whole[:at]) for at in victim.between() if at < len(whole)]
    outcomes = [victim.suffered(one) for one in cuts]
    assert where(outcomes, Verdict.SILENT) == []
    assert where(outcomes, Verdict.FORGOTTEN) == []


def test_what_the_other_file_holds_is_kept(outcomes: list[Outcome]) -> None:
    assert [place(one.damage) for one in outcomes if not one.kept] == []


def test_what_was_mended_is_mended(outcomes: list[Outcome]) -> None:
    assert [place(one.damage) for one in outcomes if not one.settled] == []


def test_a_history_that_is_gone_is_said(outcomes: list[Outcome]) -> None:
    assert where(outcomes, Verdict.FORGOTTEN) == []
