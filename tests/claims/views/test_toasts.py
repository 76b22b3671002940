import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Event
from claims.actions import assignments, evidence, triage, verdicts
from claims.actions import undo as undoing
from claims.models import CheckRule, Claim
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory


def status_of(claim):
    return Claim.objects.get(pk=claim.pk).status


@pytest.fixture
def toast(sign_in):
    """The toasts on the page that follows a step of `user` on `claim`: words, and whether they lead back."""

    def toast(user, step, claim, **typed):
        answer = sign_in(user).post(reverse(f"claim-{step}", args=[claim.pk]), typed, follow=True)
        said = re.search(r'<div id="messages".*?</div>\s*(?=<div|</main)', answer.text, re.DOTALL)[0]
        words = " ".join(re.findall(r"<p>(.*?)</p>", said))
        return words, f'action="{reverse("claim-undo", args=[claim.pk])}"' in said

    return toast


def test_every_step_is_told_with_the_way_back(toast, reviewer, editor, claim):
    assert toast(reviewer, "take", claim) == ("Taken.", True)
    assert toast(reviewer, "release", claim) == ("Released.", True)
    assert toast(editor, "plan", claim, **{"plan-risk": "high"}) == ("Risk and deadline set.", True)
    assert toast(editor, "assign", claim, assignee=reviewer.pk) == ("Assigned.", True)
    assert toast(editor, "dismiss", claim, reason="An opinion.") == ("Dismissed.", True)
    assert toast(editor, "restore", claim) == ("Restored.", True)
    assert toast(editor, "undo", claim) == ("Taken back.", False)
    assert status_of(claim) == Status.DISMISSED


def test_a_first_verdict_has_no_way_back_for_it_stands_in_no_event(toast, reviewer, claim):
    CheckRule.objects.create()
    assignments.take(claim, by=reviewer)
    source = EvidenceFactory(claim=claim)
    typed = {
        "verdict-rating": RatingFactory(scale=claim.article.scale).pk,
        "verdict-rationale": "The register says so.",
        "verdict-evidence": [source.pk],
        "verdict-confidence": "high",
    }

    words, leads_back = toast(reviewer, "propose", claim, **typed)

    assert words == "Your verdict awaits a second one, by somebody who does not see it."
    assert leads_back is False


def test_the_button_of_a_toast_takes_back_that_very_step(sign_in, reviewer, claim):
    client = sign_in(reviewer)
    page = client.post(reverse("claim-take", args=[claim.pk]), follow=True).text
    action = reverse("claim-undo", args=[claim.pk])
    form = re.search(rf'<form method="post" action="{action}".*?</form>', page, re.DOTALL)
    version = re.search(r'name="version" value="(\d+)"', form[0])[1]
    assert 'name="next" value="/claims/' in form[0]
    claim = Claim.objects.select_related("article").get(pk=claim.pk)
    assignments.release(claim, by=reviewer)
    assignments.take(claim, by=reviewer)

    answer = client.post(reverse("claim-undo", args=[claim.pk]), {"version": version})

    assert answer.status_code == 409
    assert status_of(claim) == Status.IN_CHECK


def undo_last(client, **typed):
    """What is told after `u`, and where it leads."""
    answer = client.post(reverse("undo-last"), typed, follow=True)
    return " ".join(str(message) for message in answer.context["messages"]), answer.redirect_chain[0][0]


def test_u_takes_back_my_last_step_and_then_the_one_before_wherever_i_am(sign_in, reviewer, article):
    first, second = (ClaimFactory(article=article, start=at, end=at + 5) for at in (0, 10))
    for claim in (first, second):
        assignments.take(claim, by=reviewer)
    client = sign_in(reviewer)

    assert undo_last(client, next="/articles/") == ("Taken back.", "/articles/")
    assert [status_of(first), status_of(second)] == [Status.IN_CHECK, Status.OPEN]
    undo_last(client)
    assert [status_of(first), status_of(second)] == [Status.OPEN, Status.OPEN]
    told, place = undo_last(client)
    assert told == "There is no step of yours to take back: the last ten minutes count."
    assert place == "/"


def test_u_leaves_alone_what_was_built_upon(sign_in, reviewer, editor, claim):
    assignments.take(claim, by=reviewer)
    evidence.add_evidence(claim, by=editor, kind="document", locator="The minutes", stance="context")

    told, _place = undo_last(sign_in(reviewer))

    assert told == "Your last step cannot be taken back: something was built on it."
    assert status_of(claim) == Status.IN_CHECK


def test_u_never_takes_back_the_step_of_somebody_else(sign_in, reviewer, editor, claim):
    assignments.take(claim, by=reviewer)
    triage.dismiss(claim, by=editor, reason="An opinion.")

    undo_last(sign_in(reviewer))

    assert status_of(claim) == Status.DISMISSED


def test_u_knows_the_last_ten_minutes(sign_in, reviewer, claim, monkeypatch):
    assignments.take(claim, by=reviewer)
    later = timezone.now() + undoing.LATELY + timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)

    undo_last(sign_in(reviewer))

    assert status_of(claim) == Status.IN_CHECK


def test_u_reaches_nothing_that_one_does_not_see_any_more(sign_in, reviewer, desk, article, claim):
    hidden = ClaimFactory(article=ArticleFactory(desk=desk))
    assignments.take(claim, by=reviewer)
    assignments.take(hidden, by=reviewer)
    hidden.article.restricted = True
    hidden.article.save()

    undo_last(sign_in(reviewer))

    assert [status_of(hidden), status_of(claim)] == [Status.IN_CHECK, Status.OPEN]
    assert Event.objects.about(claim).last().kind == "claim.undo"


def test_a_verdict_is_taken_back_with_its_standing(toast, reviewer, claim):
    assignments.take(claim, by=reviewer)
    verdicts.propose_verdict(
        claim,
        by=reviewer,
        rating=RatingFactory(scale=claim.article.scale),
        rationale="It is so.",
        evidence=[EvidenceFactory(claim=claim)],
    )

    assert toast(reviewer, "undo", claim) == ("Taken back.", False)
    assert claim.verdicts.get().standing == "withdrawn"
