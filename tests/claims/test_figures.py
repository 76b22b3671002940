from datetime import UTC, datetime

import pytest

from claims import figures as module
from claims.figures import Share, figures
from claims.labels import Label


def label(worthy=True, desk="news", kind="quantity", cues=("a number",), origin="machine", reason=""):
    at = datetime(2026, 11, 22, tzinfo=UTC)
    return Label(1, desk, "00", 0, 5, "words", 0.8, kind, list(cues), origin, worthy, 1, at, reason)


def test_of_nothing_there_are_no_figures():
    found = figures([])

    assert found.precision == found.recall == Share("all", 0, 0)
    assert found.by_desk == found.by_kind == found.by_cue == found.recall_by_desk == found.reasons == []


def test_precision_is_accepted_of_judged_suggestions():
    found = figures(
        [
            *[label()] * 3,
            label(False),
            label(False, desk="science", kind="event", cues=["a name", "a number"]),
            label(origin="hand", kind="other", cues=["marked by hand"]),
        ]
    )

    assert found.precision == Share("all", 3, 5)
    assert found.by_desk == [Share("news", 3, 4), Share("science", 0, 1)]
    assert found.by_kind == [Share("quantity", 3, 4), Share("event", 0, 1)]
    assert found.by_cue == [Share("a number", 3, 5), Share("a name", 0, 1)]


def test_recall_is_suggested_of_what_people_wanted():
    found = figures(
        [
            *[label()] * 6,
            *[label(origin="hand")] * 2,
            label(False),
            label(False, origin="hand"),  # marked, then dismissed: nobody wanted it after all
            label(desk="science"),
        ]
    )

    assert found.recall == Share("all", 7, 9)
    assert found.recall_by_desk == [Share("news", 6, 8), Share("science", 1, 1)]


@pytest.mark.parametrize(("whole", "ratio"), [(19, None), (20, 0.25)])
def test_a_share_of_few_is_not_told(whole, ratio):
    assert Share("news", 5, whole).ratio == ratio


def test_reasons_are_folded_and_the_most_frequent_come_first():
    found = figures(
        [
            label(False, reason="Twice."),
            label(False, reason="an  opinion"),
            label(False, reason="An opinion."),
            label(False, origin="hand", reason="Twice."),  # not the machine's doing
        ]
    )

    assert found.reasons == [("An opinion", 2), ("Twice", 1)]


def test_of_very_many_reasons_the_rare_ones_are_forgotten(monkeypatch):
    monkeypatch.setattr(module, "REASONS_KEPT", 4)
    often = [label(False, reason="An opinion.")] * 5

    found = figures([*often, *(label(False, reason=f"No {n}") for n in range(100)), *often])

    assert found.reasons[0] == ("An opinion", 10)
    assert len(found.reasons) <= 4
