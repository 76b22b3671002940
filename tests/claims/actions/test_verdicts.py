import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Membership
from claims.actions import verdicts
from claims.actions.times import FIRST as LONG_AGO
from claims.actions.times import LAST
from claims.models import Claim, SignOff, Standing, Verdict
from claims.workflow import ClaimChanged, NotHolder, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory


@pytest.fixture
def claim(desk, reviewer):
    return ClaimFactory(article=ArticleFactory(desk=desk), status=Status.IN_CHECK, assignee=reviewer)


@pytest.fixture
def evidence(claim):
    return EvidenceFactory(claim=claim)


@pytest.fixture
def rating(claim):
    return RatingFactory(scale=claim.article.scale, label="Mostly true")


@pytest.fixture
def proposed(claim, reviewer, rating, evidence):
    verdicts.propose_verdict(claim, by=reviewer, rating=rating, rationale="It does.", evidence=[evidence])
    return claim


def test_a_proposed_verdict_awaits_sign_off(proposed, reviewer):
    verdict = proposed.verdict

    assert (proposed.status, proposed.assignee) == (Status.AWAITING_SIGN_OFF, None)
    assert (verdict.author, verdict.standing, verdict.evidence.count()) == (reviewer, Standing.PROPOSED, 1)


def test_only_the_holder_proposes(claim, second_reviewer, reviewer, rating, evidence):
    with pytest.raises(NotHolder, match=reviewer.name):
        verdicts.propose_verdict(
            claim, by=second_reviewer, rating=rating, rationale="It does.", evidence=[evidence]
        )

    assert not Verdict.objects.exists()


@pytest.mark.parametrize(
    ("kind", "wrong", "fields"),
    [
        ("outside", {"rationale": " "}, {"rationale"}),
        ("outside", {"evidence": []}, {"evidence"}),
        ("outside", {"outcome": "keep"}, {"outcome"}),
        ("outside", {"new_wording": "1,300 berths"}, {"new_wording"}),
        ("house", {}, {"outcome"}),
        ("house", {"outcome": "fix"}, {"new_wording"}),
        ("house", {"outcome": "keep", "new_wording": "1,300 berths"}, {"new_wording"}),
        ("house", {"outcome": "", "evidence": []}, {"outcome", "evidence"}),
        ("house", {"outcome": "keep", "waived_until": LAST}, {"waived_until"}),
        ("house", {"outcome": "on_author", "waived_until": LONG_AGO}, {"waived_until"}),
    ],
)
def test_what_a_verdict_needs(claim, reviewer, rating, evidence, kind, wrong, fields):
    claim.article.kind = kind
    claim.article.writer = claim.article.submitted_by
    said = {"rating": rating, "rationale": "It does.", "evidence": [evidence]} | wrong

    with pytest.raises(ValidationError) as refused:
        verdicts.propose_verdict(claim, by=reviewer, **said)

    assert set(refused.value.message_dict) == fields
    assert Claim.objects.get(pk=claim.pk).status == Status.IN_CHECK


def test_rating_and_evidence_must_belong_to_the_claim(claim, reviewer):
    with pytest.raises(ValidationError) as refused:
        verdicts.propose_verdict(
            claim, by=reviewer, rating=RatingFactory(), rationale="It does.", evidence=[EvidenceFactory()]
        )

    assert set(refused.value.message_dict) == {"rating", "evidence"}


def test_on_author_stands_in_for_evidence(claim, reviewer, rating):
    claim.article.kind = "house"
    claim.article.save()

    verdicts.propose_verdict(
        claim, by=reviewer, rating=rating, rationale="The author was there.", outcome="on_author"
    )

    assert claim.status == Status.AWAITING_SIGN_OFF


def test_an_editor_signs_off_the_verdict_they_saw(proposed, editor, reviewer):
    verdicts.sign_off(proposed, by=editor, verdict=proposed.verdict_id, note="Fine.")

    sign_off = SignOff.objects.get()
    assert (proposed.status, proposed.verdict.standing) == (Status.RESOLVED, Standing.SIGNED_OFF)
    assert (sign_off.by, sign_off.checker, sign_off.verdict, sign_off.revision) == (
        editor,
        reviewer,
        proposed.verdict,
        proposed.revision,
    )


def test_another_verdict_than_the_one_seen_is_not_signed(proposed, editor):
    with pytest.raises(ClaimChanged):
        verdicts.sign_off(proposed, by=editor, verdict=proposed.verdict_id + 1)

    assert not SignOff.objects.exists()


def test_a_checker_who_is_an_editor_does_not_sign_their_own(claim, editor, rating, evidence):
    claim.assignee = editor
    claim.save()
    verdicts.propose_verdict(claim, by=editor, rating=rating, rationale="It does.", evidence=[evidence])

    with pytest.raises(PermissionDenied, match="Four eyes"):
        verdicts.sign_off(claim, by=editor, verdict=claim.verdict_id)


def test_the_database_refuses_a_sign_off_without_four_eyes(proposed, reviewer):
    with pytest.raises(IntegrityError), transaction.atomic():
        SignOff.objects.create(
            article=proposed.article,
            revision=proposed.revision,
            claim=proposed,
            verdict=proposed.verdict,
            by=reviewer,
            checker=reviewer,
        )


def test_a_returned_claim_is_with_its_checker_again(proposed, editor, reviewer):
    verdict = proposed.verdict

    verdicts.return_claim(proposed, by=editor, note="Which register?")

    verdict.refresh_from_db()
    assert (proposed.status, proposed.assignee, proposed.verdict) == (Status.IN_CHECK, reviewer, None)
    assert proposed.returned_at <= timezone.now()
    assert verdict.standing == Standing.RETURNED


def test_a_return_needs_its_comment(proposed, editor):
    with pytest.raises(ValidationError) as refused:
        verdicts.return_claim(proposed, by=editor, note="")

    assert list(refused.value.message_dict) == ["note"]


def test_a_claim_whose_checker_left_the_desk_is_open_again(proposed, editor, reviewer):
    Membership.objects.filter(user=reviewer).delete()

    verdicts.return_claim(proposed, by=editor, note="Which register?")

    assert (proposed.status, proposed.assignee) == (Status.OPEN, None)


def test_a_withdrawn_verdict_stays_in_the_record(proposed, reviewer):
    verdict = proposed.verdict

    verdicts.withdraw(proposed, by=reviewer)

    verdict.refresh_from_db()
    assert (proposed.status, proposed.assignee) == (Status.IN_CHECK, reviewer)
    assert (verdict.standing, verdict.rationale) == (Standing.WITHDRAWN, "It does.")


def test_a_reopened_claim_keeps_its_old_verdict_as_superseded(proposed, editor, second_editor):
    verdicts.sign_off(proposed, by=editor, verdict=proposed.verdict_id)
    verdict = proposed.verdict

    verdicts.reopen(proposed, by=second_editor, reason="The register was revised.")

    verdict.refresh_from_db()
    assert (proposed.status, proposed.verdict) == (Status.IN_CHECK, None)
    assert verdict.standing == Standing.SUPERSEDED
