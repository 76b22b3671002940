import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import Event
from claims.actions import triage
from claims.models import Extraction
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

CUES = [{"cue": "a number", "start": 0, "end": 1}]


def report(*args):
    out = StringIO()
    call_command("extraction_report", *args, stdout=out)
    return out.getvalue()


@pytest.fixture
def judged(desk, editor, other_desk, outsider):
    """On news 15 of 20 suggestions accepted and 5 claims marked by hand, on science 1 accepted."""
    article = ArticleFactory(desk=desk, text="x" * 100)
    for end in range(1, 21):
        claim = ClaimFactory(
            article=article, end=end, status=Status.SUGGESTED, kind="quantity", cues=CUES if end % 2 else []
        )
        if end <= 15:
            triage.accept(claim, by=editor)
        else:
            triage.dismiss(claim, by=editor, reason="An opinion.")
    for end in range(50, 55):
        triage.mark_claim(article, by=editor, start=40, end=end)
    ClaimFactory(article=article, end=30, status=Status.SUGGESTED)  # nobody judged it
    elsewhere = ClaimFactory(article__desk=other_desk, status=Status.SUGGESTED, kind="event")
    triage.accept(elsewhere, by=outsider)
    return elsewhere


def test_the_report_in_words(judged):
    assert report().splitlines() == [
        "Precision by desk: accepted of judged suggestions",
        "       16 of      21      76%  all",
        "       15 of      20      75%  news",
        "        1 of       1  too few  science",
        "",
        "Precision by kind",
        "       15 of      20      75%  quantity",
        "        1 of       1  too few  event",
        "",
        "Precision by cue",
        "        8 of      10  too few  a number",
        "",
        "Recall by desk: suggested, of claims accepted or marked by hand",
        "       16 of      21      76%  all",
        "       15 of      20      75%  news",
        "        1 of       1  too few  science",
        "",
        "Dismissed most often because",
        "        5  An opinion",
    ]


def test_the_report_of_one_desk_for_programs(judged):
    assert json.loads(report("--desk", "news", "--json")) == {
        "precision": {
            "all": {"name": "all", "accepted": 15, "judged": 20, "precision": 0.75},
            "desk": [{"name": "news", "accepted": 15, "judged": 20, "precision": 0.75}],
            "kind": [{"name": "quantity", "accepted": 15, "judged": 20, "precision": 0.75}],
            "cue": [{"name": "a number", "accepted": 8, "judged": 10, "precision": None}],
        },
        "recall": {
            "all": {"name": "all", "suggested": 15, "wanted": 20, "recall": 0.75},
            "desk": [{"name": "news", "suggested": 15, "wanted": 20, "recall": 0.75}],
        },
        "reasons": [{"reason": "An opinion", "count": 5}],
    }


def test_only_what_was_judged_since_a_day(judged, unguarded):
    Event.objects.exclude(subject_id=judged.pk).update(at=timezone.now() - timedelta(days=9))
    day = (timezone.now() - timedelta(days=2)).date().isoformat()

    told = json.loads(report("--since", day, "--json"))

    assert [row["name"] for row in told["precision"]["desk"]] == ["science"]


def test_what_is_marked_in_a_text_that_cannot_be_searched_was_not_missed(desk, editor):
    article = ArticleFactory(desk=desk)
    Extraction.objects.update(language="fr")
    triage.mark_claim(article, by=editor, start=0, end=29)

    assert json.loads(report("--json"))["recall"]["all"]["wanted"] == 0


def test_of_an_empty_house(db):
    assert report().splitlines()[1] == "        0 of       0  too few  all"


def test_few_queries_whatever_was_judged(judged, django_assert_num_queries):
    with django_assert_num_queries(2):
        report()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--desk", "nowhere"], "There is no desk nowhere."),
        (["--since", "soon"], "invalid day value: 'soon'"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(db, args, message):
    with pytest.raises(CommandError, match=message):
        report(*args)
