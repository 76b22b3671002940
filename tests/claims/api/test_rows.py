from datetime import timedelta

import pytest
from django.utils import timezone

from claims.api import rows
from claims.models import Claim, Verdict
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, VerdictFactory


def test_the_priority_is_the_sum_of_its_parts(reviewer):
    soon = timezone.now() + timedelta(hours=1)
    claim = ClaimFactory(risk="high", due_at=soon, prominence=6, score=0.5, priority=3)

    priority = rows.claim_row(claim, reviewer)["priority"]

    assert priority == {
        "total": 81,
        "parts": [
            {"name": "high risk", "points": 40},
            {"name": "due today", "points": 30},
            {"name": "prominence", "points": 6},
            {"name": "doubt", "points": 5},
        ],
    }


def test_a_page_of_articles_is_counted_in_one_query(db, django_assert_num_queries):
    articles = [ArticleFactory() for _ in range(3)]
    ClaimFactory(article=articles[0], status="open")
    ClaimFactory(article=articles[0], start=1, status="closed")
    ClaimFactory(article=articles[2], status="open")
    read = list(rows.articles_of(type(articles[0]).objects.order_by("id")))

    with django_assert_num_queries(1):
        shown = rows.article_rows(read)

    assert [(row["claims"]["total"], row["claims"]["open"], row["claims"]["closed"]) for row in shown] == [
        (2, 1, 1),
        (0, 0, 0),
        (1, 1, 0),
    ]


@pytest.mark.parametrize("person", ["viewer", "second_reviewer", "admin"])
def test_of_a_private_source_others_learn_kind_and_stance(request, desk, person):
    claim = ClaimFactory(article=ArticleFactory(desk=desk))
    record = EvidenceFactory(claim=claim, private=True, terms="off_record")

    (row,) = rows.evidence_rows([record], claim, request.getfixturevalue(person))

    assert {name for name, value in row.items() if value is None} == {
        "locator",
        "quote",
        "terms",
        "obtained_at",
    }
    assert (row["kind"], row["stance"], row["source"]) == (record.kind, record.stance, "private source")


def test_verdicts_name_the_evidence_they_rest_on(db):
    claim = ClaimFactory()
    records = [EvidenceFactory(claim=claim) for _ in range(3)]
    VerdictFactory(claim=claim).evidence.set(records[1:])
    VerdictFactory(claim=claim)

    shown = rows.verdict_rows(rows.valued(Verdict.objects.order_by("id"), rows.VERDICT))

    assert [row["evidence"] for row in shown] == [[records[1].pk, records[2].pk], []]


def test_a_claim_is_shown_as_it_stands_now(reviewer):
    claim = ClaimFactory()
    Claim.objects.update(status="resolved", version=9)

    shown = rows.claim_row(claim, reviewer)

    assert (shown["status"], shown["version"], shown["verdict"]) == ("resolved", 9, None)


@pytest.mark.parametrize(
    ("person", "status", "seen"),
    [
        ("viewer", "checking", False),
        ("viewer", "signed_off", True),
        ("admin", "ready", False),
        ("reviewer", "checking", True),
    ],
)
def test_verdict_and_return_are_for_who_reads_them(request, desk, person, status, seen):
    claim = ClaimFactory(article=ArticleFactory(desk=desk, status=status), returned_at=timezone.now())
    claim.verdict = VerdictFactory(claim=claim)
    claim.save()

    shown = rows.claim_row(claim, request.getfixturevalue(person))

    assert (shown["verdict"] is not None, shown["returned_at"] is not None) == (seen, seen)
