"""Several people at the same moment, each on a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from accounts.models import Event
from claims.models import Article
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    EvidenceFactory,
    RatingFactory,
    RatingScaleFactory,
    UserFactory,
    VerdictFactory,
)

PEOPLE = 8

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(calls):
    """The answers to all `calls`, which begin together."""
    start = Barrier(len(calls))

    def run(call):
        start.wait()
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_of_eight_takers_one_wins_and_the_others_are_told_who(api, desk):
    claim = ClaimFactory(article=ArticleFactory(desk=desk))
    callers = [api(UserFactory(desks=[desk])) for _ in range(PEOPLE)]

    answers = at_once([lambda caller=caller: caller.post(f"claims/{claim.pk}/take/") for caller in callers])

    (won,) = [answer.json() for answer in answers if answer.status_code == 200]
    lost = [answer.json()["error"] for answer in answers if answer.status_code == 409]
    assert len(lost) == PEOPLE - 1
    assert {error["holder"]["id"] for error in lost} == {won["assignee"]}
    assert Event.objects.about(claim).count() == 1


def test_next_is_never_the_same_claim_twice(api, desk):
    article = ArticleFactory(desk=desk)
    claims = {ClaimFactory(article=article, start=n).pk for n in range(PEOPLE - 2)}
    callers = [api(UserFactory(desks=[desk])) for _ in range(PEOPLE)]

    answers = at_once([lambda caller=caller: caller.post("claims/next/") for caller in callers])

    assert sorted(answer.status_code for answer in answers) == [200] * (PEOPLE - 2) + [204] * 2
    assert {answer.json()["id"] for answer in answers if answer.status_code == 200} == claims


def test_the_same_key_at_once_stores_one_article(api, editor):
    RatingScaleFactory(kind="house")
    caller = api(editor)
    body = {"text": "It rained.", "kind": "house"}

    answers = at_once([lambda: caller.post("articles/", body, **{"Idempotency-Key": "k"})] * PEOPLE)

    assert sorted(answer.status_code for answer in answers) == [200] * (PEOPLE - 1) + [201]
    assert {answer.json()["id"] for answer in answers} == {Article.objects.get().pk}


def test_steps_on_claims_of_one_article_do_not_stand_in_each_others_way(api, desk, editor, reviewer):
    article = ArticleFactory(desk=desk)
    editors = [api(editor), *(api(UserFactory(role="editor", desks=[desk])) for _ in range(PEOPLE - 1))]
    claims = [ClaimFactory(article=article, start=n, status="awaiting_sign_off") for n in range(PEOPLE)]
    for claim in claims:
        claim.verdict = VerdictFactory(claim=claim, author=reviewer)
        claim.save()

    signed = at_once(
        [
            lambda caller=caller, claim=claim: caller.post(
                f"claims/{claim.pk}/sign-off/", {"verdict": claim.verdict_id}
            )
            for caller, claim in zip(editors, claims, strict=True)
        ]
    )

    assert [answer.status_code for answer in signed] == [200] * PEOPLE


def test_undo_and_the_next_step_at_once_both_get_an_answer(api, desk, editor, reviewer):
    for n in range(10):
        claim = ClaimFactory(article=ArticleFactory(desk=desk), start=n, status="suggested")
        assert api(reviewer).post(f"claims/{claim.pk}/accept/").status_code == 200

        calls = [(api(reviewer), "undo"), (api(editor), "take")]
        answers = at_once(
            [lambda who=who, step=step, pk=claim.pk: who.post(f"claims/{pk}/{step}/") for who, step in calls]
        )

        assert {answer.status_code for answer in answers} <= {200, 403, 409}
        assert 200 in {answer.status_code for answer in answers}


def test_a_verdict_taken_back_and_signed_at_once_is_one_or_the_other(api, desk, editor, reviewer):
    article = ArticleFactory(desk=desk)
    rating = RatingFactory(scale=article.scale)
    for n in range(10):
        claim = ClaimFactory(article=article, start=n, status="in_check", assignee=reviewer)
        record = EvidenceFactory(claim=claim)
        body = {"rating": rating.pk, "rationale": "So.", "evidence": [record.pk]}
        verdict = api(reviewer).post(f"claims/{claim.pk}/verdicts/", body).json()["id"]

        calls = [(api(reviewer), "undo", {}), (api(editor), "sign-off", {"verdict": verdict})]
        answers = at_once(
            [
                lambda who=who, step=step, body=body, pk=claim.pk: who.post(f"claims/{pk}/{step}/", body)
                for who, step, body in calls
            ]
        )

        assert sorted(answer.status_code for answer in answers) in ([200, 403], [200, 409])
