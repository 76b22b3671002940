from datetime import UTC, datetime, timedelta

import pytest

from claims.priority import DueStep, Part, due_step, parts, total

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due_in", "step"),
    [
        (None, DueStep.NONE),
        (timedelta(0), DueStep.OVERDUE),
        (timedelta(hours=-1), DueStep.OVERDUE),
        (timedelta(seconds=1), DueStep.TODAY),
        (timedelta(days=1), DueStep.TODAY),
        (timedelta(days=1, seconds=1), DueStep.WEEK),
        (timedelta(days=7), DueStep.WEEK),
        (timedelta(days=8), DueStep.LATER),
    ],
)
def test_the_step_of_a_deadline(due_in, step):
    due_at = None if due_in is None else NOW + due_in

    assert due_step(due_at, NOW) == step


def test_the_sum_names_its_parts():
    facts = {"risk": "high", "due_at": NOW, "prominence": 10, "score": 0.83, "now": NOW}

    assert parts(**facts) == [
        Part("high risk", 40),
        Part("overdue", 40),
        Part("prominence", 10),
        Part("doubt", 8),
    ]
    assert total(**facts) == 98


def test_parts_without_points_are_not_named():
    assert parts(risk="low", due_at=None, prominence=0, score=0.0, now=NOW) == []
