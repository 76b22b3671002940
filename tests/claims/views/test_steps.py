import pytest
from django.urls import reverse

from claims.actions import assignments, triage, verdicts
from claims.models import Claim
from claims.workflow import Status
from tests.factories import ClaimFactory, EvidenceFactory, RatingFactory


@pytest.fixture
def rating(claim):
    return RatingFactory(scale=claim.article.scale)


@pytest.fixture
def held(claim, reviewer):
    assignments.take(claim, by=reviewer)
    return claim


@pytest.fixture
def judged(held, reviewer, rating):
    source = EvidenceFactory(claim=held)
    verdicts.propose_verdict(held, by=reviewer, rating=rating, rationale="It says so.", evidence=[source])
    return held


def post(client, step, claim, **typed):
    return client.post(reverse(f"claim-{step}", args=[claim.pk]), typed)


def status_of(claim):
    return Claim.objects.get(pk=claim.pk).status


def test_accept_leads_back_to_the_next_suggestion(sign_in, editor, article):
    claim = ClaimFactory(article=article, status=Status.SUGGESTED)

    response = post(sign_in(editor), "accept", claim, next=f"/articles/{article.pk}/?claim=9")

    assert status_of(claim) == Status.OPEN
    assert response.url == f"/articles/{article.pk}/?claim=9"


def test_a_step_never_leads_to_another_site(sign_in, editor, article):
    claim = ClaimFactory(article=article, status=Status.SUGGESTED)

    response = post(sign_in(editor), "accept", claim, next="https://elsewhere.example/")

    assert response.url == claim.get_absolute_url()


def test_dismiss_with_its_reason(sign_in, editor, claim):
    post(sign_in(editor), "dismiss", claim, reason="An opinion.")

    assert status_of(claim) == Status.DISMISSED


def test_dismiss_without_a_reason_is_told_and_nothing_is_lost(sign_in, editor, claim):
    response = post(sign_in(editor), "dismiss", claim, reason="  ")

    assert response.status_code == 422
    assert status_of(claim) == Status.OPEN


def test_restore(sign_in, reviewer, article):
    claim = ClaimFactory(article=article, status=Status.DISMISSED)

    post(sign_in(reviewer), "restore", claim)

    assert status_of(claim) == Status.OPEN


def test_take_and_release(sign_in, reviewer, claim):
    client = sign_in(reviewer)

    post(client, "take", claim)
    assert status_of(claim) == Status.IN_CHECK

    post(client, "release", claim)
    assert status_of(claim) == Status.OPEN


def test_a_page_that_is_out_of_date_cannot_take_a_step(sign_in, reviewer, editor, claim):
    seen = claim.version
    triage.plan(claim, by=editor, risk="high", due_at=None)

    response = post(sign_in(reviewer), "take", claim, version=seen)

    assert response.status_code == 409
    assert status_of(claim) == Status.OPEN


def test_assign(sign_in, editor, reviewer, claim):
    post(sign_in(editor), "assign", claim, assignee=reviewer.pk)

    assert Claim.objects.get(pk=claim.pk).assignee == reviewer


def test_assign_to_somebody_outside_the_desk_is_refused_at_the_field(sign_in, editor, outsider, claim):
    response = post(sign_in(editor), "assign", claim, assignee=outsider.pk)

    assert response.status_code == 422
    assert status_of(claim) == Status.OPEN


def test_propose_with_evidence(sign_in, reviewer, held, rating):
    source = EvidenceFactory(claim=held)

    post(
        sign_in(reviewer),
        "propose",
        held,
        **{
            "verdict-rating": rating.pk,
            "verdict-rationale": "The register says so.",
            "verdict-evidence": [source.pk],
            "verdict-confidence": "high",
        },
    )

    assert status_of(held) == Status.AWAITING_SIGN_OFF
    assert list(held.verdicts.get().evidence.all()) == [source]


def test_a_verdict_that_lacks_evidence_comes_back_as_it_was_typed(sign_in, reviewer, held, rating):
    typed = {"verdict-rating": rating.pk, "verdict-rationale": "I know it.", "verdict-confidence": "low"}

    response = post(sign_in(reviewer), "propose", held, **typed)

    html = response.content.decode()
    assert response.status_code == 422
    assert "I know it." in html
    assert "at least one piece of evidence" in html
    assert status_of(held) == Status.IN_CHECK


def test_a_verdict_that_came_too_late_is_shown_beside_what_changed(
    sign_in, reviewer, editor, second_reviewer, held, rating
):
    source = EvidenceFactory(claim=held)
    assignments.assign(held, by=editor, assignee=second_reviewer)
    typed = {
        "verdict-rating": rating.pk,
        "verdict-rationale": "Two hours of work.",
        "verdict-evidence": [source.pk],
        "verdict-confidence": "low",
    }

    response = post(sign_in(reviewer), "propose", held, **typed)

    html = response.content.decode()
    assert response.status_code == 409
    assert f"{second_reviewer.name} holds this claim." in html
    assert html.count("Two hours of work.") == 3  # in its form, beside what happened, for a note


def test_withdraw(sign_in, reviewer, judged):
    post(sign_in(reviewer), "withdraw", judged)

    assert status_of(judged) == Status.IN_CHECK


def test_sign_off_names_the_verdict_that_was_seen(sign_in, editor, judged):
    post(sign_in(editor), "sign-off", judged, seen=judged.verdict_id, note="Good.")

    assert status_of(judged) == Status.RESOLVED


def test_another_verdict_than_the_one_that_was_seen_is_not_signed(sign_in, editor, judged):
    response = post(sign_in(editor), "sign-off", judged, seen=judged.verdict_id + 1, note="Good.")

    assert response.status_code == 409
    assert "Good." in response.content.decode()
    assert status_of(judged) == Status.AWAITING_SIGN_OFF


def test_return_with_a_comment(sign_in, editor, reviewer, judged):
    post(sign_in(editor), "return", judged, note="Find the first source.")

    assert status_of(judged) == Status.IN_CHECK
    assert Claim.objects.get(pk=judged.pk).assignee == reviewer


def test_reopen_with_a_reason(sign_in, editor, judged):
    verdicts.sign_off(judged, by=editor, verdict=judged.verdict_id)

    post(sign_in(editor), "reopen", judged, reason="New figures.")

    assert status_of(judged) == Status.IN_CHECK


def test_undo(sign_in, reviewer, held):
    post(sign_in(reviewer), "undo", held)

    assert status_of(held) == Status.OPEN


def test_evidence_is_added_to_the_claim(sign_in, reviewer, claim):
    response = post(
        sign_in(reviewer),
        "evidence",
        claim,
        **{
            "evidence-kind": "document",
            "evidence-stance": "supports",
            "evidence-locator": "register, page 4",
            "evidence-terms": "on_record",
            "evidence-private": "on",
        },
    )

    record = claim.evidence.get()
    assert response.url.endswith("#evidence")
    assert (record.locator, record.private, record.added_by) == ("register, page 4", True, reviewer)


def test_evidence_without_a_place_is_told_at_the_field(sign_in, reviewer, claim):
    response = post(sign_in(reviewer), "evidence", claim, **{"evidence-quote": "1,200 berths"})

    assert response.status_code == 422
    assert "1,200 berths" in response.content.decode()


def test_a_note_and_its_answer(sign_in, reviewer, claim):
    client = sign_in(reviewer)

    post(client, "note", claim, **{"note-body": "Who says so?"})
    first = claim.notes.get()
    post(client, "note", claim, **{"note-body": "The register.", "note-parent": first.pk})

    assert [note.parent for note in claim.notes.all()] == [None, first]


def test_plan(sign_in, editor, claim):
    post(sign_in(editor), "plan", claim, **{"plan-risk": "high", "plan-due_at": "2030-01-02T03:04"})

    planned = Claim.objects.get(pk=claim.pk)
    assert (planned.risk, planned.due_at.isoformat()) == ("high", "2030-01-02T03:04:00+00:00")


STEPS = ["accept", "dismiss", "restore", "take", "assign", "release", "propose", "withdraw", "sign-off"]
STEPS += ["return", "reopen", "undo", "evidence", "note", "plan"]


@pytest.mark.parametrize("step", STEPS)
def test_every_step_is_a_post(sign_in, editor, claim, step):
    assert sign_in(editor).get(reverse(f"claim-{step}", args=[claim.pk])).status_code == 405


def test_a_waiver_that_would_have_ended_is_told_at_its_field_with_all_that_was_typed(
    sign_in, reviewer, held, rating, article
):
    article.kind = "house"
    article.save()
    typed = {"rating": rating.pk, "rationale": "Known to us.", "outcome": "on_author", "confidence": "high"}
    said = {f"verdict-{name}": value for name, value in typed.items()}
    client = sign_in(reviewer)

    refused = post(client, "propose", held, **said, **{"verdict-waived_until": "2020-01-01T00:00"})
    html = refused.content.decode()
    taken = post(client, "propose", held, **said, **{"verdict-waived_until": "2999-01-01T00:00"})

    assert refused.status_code == 422
    assert "A waiver ends in the future, or never." in html
    assert 'value="2020-01-01T00:00"' in html
    assert "Known to us." in html
    assert taken.status_code == 302
    assert Claim.objects.get(pk=held.pk).verdict.waived_until.year == 2999
