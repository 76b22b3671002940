import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims.actions.evidence import add_evidence, add_note
from claims.models import Evidence, Note
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def claim(desk):
    return ClaimFactory(article=ArticleFactory(desk=desk))


def test_the_event_of_a_private_source_tells_nothing_of_it(claim, reviewer):
    add_evidence(
        claim,
        by=reviewer,
        kind="interview",
        locator="the harbour master, by telephone",
        quote="we never counted",
        stance="contradicts",
        private=True,
    )

    event = Event.objects.about(claim).get()
    told = f"{event.before} {event.after} {event.note}"
    assert event.after["stance"] == "contradicts"
    assert "harbour master" not in told
    assert "counted" not in told


def test_a_source_says_where_it_is(claim, reviewer):
    with pytest.raises(ValidationError) as refused:
        add_evidence(claim, by=reviewer, kind="primary", locator=" ", stance="supports")

    assert list(refused.value.message_dict) == ["locator"]
    assert not Evidence.objects.exists()


def test_a_viewer_adds_nothing(claim, viewer):
    with pytest.raises(PermissionDenied):
        add_evidence(claim, by=viewer, kind="primary", locator="p. 3", stance="supports")
    with pytest.raises(PermissionDenied):
        add_note(claim, by=viewer, body="Hm.")


def test_evidence_and_notes_do_not_disturb_a_step(claim, reviewer):
    add_evidence(claim, by=reviewer, kind="primary", locator="p. 3", stance="supports")
    question = add_note(claim, by=reviewer, body="Which year?")
    add_note(claim, by=reviewer, body="2024.", parent=question)

    claim.refresh_from_db()
    assert claim.version == 1
    assert [note.parent for note in claim.notes.all()] == [None, question]


def test_a_note_answers_a_note_on_the_same_claim(claim, reviewer):
    elsewhere = Note.objects.create(claim=ClaimFactory(), author=reviewer, body="Elsewhere.")

    with pytest.raises(ValidationError) as refused:
        add_note(claim, by=reviewer, body="Here.", parent=elsewhere)

    assert list(refused.value.message_dict) == ["parent"]


@pytest.mark.parametrize("body", ["", " \n", "x" * 10_001])
def test_a_note_has_words_but_not_too_many(claim, reviewer, body):
    with pytest.raises(ValidationError):
        add_note(claim, by=reviewer, body=body)
