import html
import re

import pytest
from django.urls import reverse

from claims.actions import assignments, triage, verdicts
from claims.models import CheckRule, Claim
from tests.factories import EvidenceFactory, RatingFactory


@pytest.fixture
def rating(claim):
    return RatingFactory(scale=claim.article.scale, label="Half true")


@pytest.fixture
def source(claim):
    return EvidenceFactory(claim=claim)


def now(claim):
    return Claim.objects.select_related("article").get(pk=claim.pk)


@pytest.fixture
def late(sign_in):
    """The two sides of the page after `user` has sent a form for a claim that was at `version`."""

    def late(user, step, claim, version, **typed):
        address = reverse(f"claim-{step}", args=[claim.pk])
        answer = sign_in(user).post(address, typed | {"version": version})
        assert answer.status_code == 409
        left = re.search(r'aria-labelledby="meanwhile-title">(.*?)</section>', answer.text, re.DOTALL)[1]
        right = re.search(r'aria-labelledby="typed-title">(.*?)</section>', answer.text, re.DOTALL)[1]
        below = answer.text.split('id="typed-title"')[1].split("</section>", 2)[1]
        return [html.unescape(part) for part in (left, right, below)]

    return late


def typed_verdict(rating, source):
    return {
        "verdict-rating": rating.pk,
        "verdict-rationale": "The yearbook says so.\nI asked twice.",
        "verdict-evidence": [source.pk],
        "verdict-confidence": "high",
    }


def propose(claim, by, rating, source):
    claim = now(claim)
    verdicts.propose_verdict(claim, by=by, rating=rating, rationale="Seen in the minutes.", evidence=[source])


def test_the_verdict_of_the_other_stands_beside_mine(
    late, reviewer, second_reviewer, editor, claim, rating, source
):
    assignments.take(claim, by=reviewer)
    seen = claim.version
    assignments.assign(now(claim), by=editor, assignee=second_reviewer)
    propose(claim, second_reviewer, rating, source)

    left, right, below = late(reviewer, "propose", claim, seen, **typed_verdict(rating, source))

    assert "Ada Editor assigned it" in left
    assert "Davit Reviewer proposed a verdict on it" in left
    assert "Rating by Davit Reviewer" in left
    assert "Seen in the minutes." in left
    assert "The yearbook says so.\nI asked twice." in right
    assert "Half true" in right
    assert 'name="note-body" value="The yearbook says so.\nI asked twice."' in below
    assert "Send mine" not in below  # somebody else's verdict waits for its sign-off


def test_mine_can_be_sent_again_onto_the_newest_state(late, sign_in, reviewer, editor, claim, rating, source):
    assignments.take(claim, by=reviewer)
    seen = claim.version
    triage.plan(now(claim), by=editor, risk="high", due_at=None)

    left, _right, below = late(reviewer, "propose", claim, seen, **typed_verdict(rating, source))

    assert "Ada Editor set risk and deadline of it" in left
    assert "took it" not in left  # that was before
    assert 'form="verdict-form"' in below
    page = sign_in(reviewer).post(
        reverse("claim-propose", args=[claim.pk]), typed_verdict(rating, source) | {"version": seen}
    )
    form = re.search(r'<form[^>]*id="verdict-form".*?</form>', page.text, re.DOTALL)[0]
    assert f'name="version" value="{now(claim).version}"' in form
    assert "The yearbook says so.\nI asked twice." in form


def test_a_return_that_came_too_late_is_beside_the_signature(
    late, reviewer, editor, second_editor, claim, rating, source, desk
):
    claim.article.submitted_by = reviewer  # outside copy: nobody of the desk is its author
    assignments.take(claim, by=reviewer)
    propose(claim, reviewer, rating, source)
    seen = now(claim).version
    verdicts.sign_off(now(claim), by=second_editor, verdict=now(claim).verdict_id, note="Well done.")

    left, right, below = late(editor, "return", claim, seen, note="Ask the port as well.")

    assert "Bram Editor signed off the verdict on it" in left
    assert "Well done." in left
    assert "Ask the port as well." in right
    assert 'value="Ask the port as well."' in below


def test_a_signature_is_never_sent_again_unseen(late, reviewer, editor, second_editor, claim, rating, source):
    assignments.take(claim, by=reviewer)
    propose(claim, reviewer, rating, source)
    was = now(claim)
    verdicts.return_claim(now(claim), by=second_editor, note="One source more.")
    propose(claim, reviewer, rating, source)

    left, right, below = late(
        editor, "sign-off", claim, was.version, seen=was.verdict_id, note="Checked twice."
    )

    assert "One source more." in left
    assert "Rating by Carla Reviewer" in left
    assert "Checked twice." in right
    assert 'href="#verdicts"' in below
    assert "Send mine" not in below


def test_plans_of_two_editors(late, editor, second_editor, claim):
    seen = claim.version
    triage.plan(claim, by=second_editor, risk="high", due_at=None)

    left, right, below = late(editor, "plan", claim, seen, **{"plan-risk": "low"})

    assert "Bram Editor set risk and deadline of it" in left
    assert "<dt>Risk</dt><dd>high" in left
    assert "low" in right
    assert 'form="plan-form"' in below


def test_who_judges_blind_is_told_no_word_of_the_first(
    late, reviewer, second_reviewer, editor, claim, rating, source, desk
):
    CheckRule.objects.create()
    assignments.take(claim, by=reviewer)
    propose(claim, reviewer, rating, source)
    assignments.take(now(claim), by=second_reviewer)
    seen = now(claim).version
    assignments.release(now(claim), by=editor)

    left, _right, _below = late(second_reviewer, "propose", claim, seen, **typed_verdict(rating, source))

    assert "Seen in the minutes." not in left
    assert reviewer.name not in left
    assert "awaiting second check" in left
