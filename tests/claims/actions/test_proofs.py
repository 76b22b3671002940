"""Words of evidence, notes and verdicts stand in no event, and still nobody changes them unseen."""

import pytest

from accounts import auditing, chain, sealing
from accounts.erasing import erase_person, erase_values
from accounts.models import Event
from claims.actions.articles import submit_article
from claims.actions.evidence import add_evidence
from claims.actions.notes import add_note
from claims.actions.publishing import answer_comment, ask_for_comment
from claims.actions.verdicts import propose_verdict, sign_off
from claims.models import CommentRequest, Evidence, Note, Revision, SignOff, Verdict
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, RatingFactory, UserFactory


@pytest.fixture
def checked(desk, reviewer):
    """A claim with a source, a note and a verdict, at the positions 1, 2 and 3."""
    claim = ClaimFactory(article=ArticleFactory(desk=desk), status=Status.IN_CHECK, assignee=reviewer)
    source = {"kind": "interview", "locator": "by telephone", "stance": "supports", "private": True}
    evidence = add_evidence(claim, by=reviewer, **source)
    add_note(claim, by=reviewer, body="Ask again.")
    rating = RatingFactory(scale=claim.article.scale)
    propose_verdict(claim, by=reviewer, rating=rating, rationale="She says so.", evidence=[evidence])
    sealing.seal_all()
    return claim


CHANGES = [
    (Evidence, {"locator": "in person"}, 1),
    (Evidence, {"quote": "never said"}, 1),
    (Evidence, {"stance": "contradicts"}, 1),
    (Evidence, {"obtained_at": "2001-01-01T00:00Z"}, 1),
    (Note, {"body": "Do not ask."}, 2),
    (Verdict, {"rationale": "He says so."}, 3),
    (Verdict, {"confidence": "low"}, 3),
]


@pytest.mark.parametrize(("model", "change", "position"), CHANGES)
def test_a_change_is_found_at_the_event(checked, model, change, position):
    assert auditing.verify().position >= 3
    model.objects.update(**change)

    with pytest.raises(chain.Broken, match="was changed since") as found:
        auditing.verify()

    assert found.value.position == position


def test_a_text_and_a_signature_that_were_changed_are_found(checked, desk, editor, reviewer, second_editor):
    checked.refresh_from_db()
    sign_off(checked, by=editor, verdict=checked.verdict_id)
    submitted = submit_article(by=editor, text="The harbour has 1,200 berths.", kind="outside", desk=desk)
    sealing.seal_all()
    auditing.verify()

    Revision.objects.filter(pk=submitted.revision_id).update(text="The harbour has 1,300 berths.")
    with pytest.raises(chain.Broken, match=rf"revision:{submitted.revision_id} was changed since"):
        auditing.verify()

    SignOff.objects.update(by=second_editor)
    with pytest.raises(chain.Broken, match=r"position 4: signoff:\d+ was changed since"):
        auditing.verify()


def test_a_row_that_is_gone_is_found(checked):
    Note.objects.all().delete()

    with pytest.raises(chain.Broken, match=r"position 2: note:\d+ is gone"):
        auditing.verify()


def test_what_was_erased_with_its_event_is_not_missed(checked):
    erase_values(Event.objects.filter(kind="claim.note"), checked.article, by=None, reason="asked to")
    Note.objects.all().delete()

    auditing.verify()


def test_no_event_tells_the_words(checked):
    told = str(list(Event.objects.values("before", "after", "note")))

    assert [words for words in ("telephone", "Ask again", "She says") if words in told] == []


@pytest.mark.parametrize(
    ("model", "change", "position"),
    [
        (CommentRequest, {"question": "Never asked."}, 4),
        (CommentRequest, {"whom": "Nobody"}, 4),
        (CommentRequest, {"answer": "They said no."}, 5),
        (CommentRequest, {"answered_at": "2001-01-01T00:00Z"}, 5),
    ],
)
def test_a_question_and_its_answer_are_proved_each_by_its_event(checked, reviewer, model, change, position):
    asked = ask_for_comment(checked, by=reviewer, whom="The port", question="Is it so?")
    sealing.seal_all()
    auditing.verify()
    answer_comment(asked, by=reviewer, answer="It is.")
    sealing.seal_all()
    auditing.verify()
    model.objects.update(**change)

    with pytest.raises(chain.Broken, match="was changed since") as found:
        auditing.verify()

    assert found.value.position == position
    told = Event.objects.about(checked).filter(kind__in=["claim.asked", "claim.answered"])
    assert [event.note for event in told] == ["Is it so?", "It is."]


def test_what_an_event_vouched_for_that_named_an_erased_person_is_vouched_for_again(
    checked, reviewer, admin, desk
):
    named = UserFactory(name="Nora Named", role="reviewer", desks=[desk])
    asked = ask_for_comment(checked, by=reviewer, whom="The port", question="Is Nora Named right?")

    erase_person(named, by=admin, reason="They left.")
    sealing.seal_all()

    assert Event.objects.get(kind="claim.asked").erased is not None
    renewed = Event.objects.get(kind="proof.renewed")
    assert (renewed.subject_id, renewed.within) == (checked.pk, f"article:{checked.article_id}")
    assert list(renewed.after) == ["proves"]
    auditing.verify()
    CommentRequest.objects.filter(pk=asked.pk).update(whom="Nobody")
    with pytest.raises(chain.Broken, match="was changed since"):
        auditing.verify()


def test_what_was_changed_before_is_not_vouched_for_again(checked, reviewer, admin, desk):
    named = UserFactory(name="Nora Named", role="reviewer", desks=[desk])
    asked = ask_for_comment(checked, by=reviewer, whom="The port", question="Is Nora Named right?")
    CommentRequest.objects.filter(pk=asked.pk).update(whom="Nobody")

    erase_person(named, by=admin, reason="They left.")

    assert not Event.objects.filter(kind="proof.renewed").exists()
