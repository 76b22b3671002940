import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims.actions import notes
from claims.actions.evidence import add_evidence
from claims.actions.notes import add_note
from claims.models import Note
from claims.workflow import ClaimChanged
from tests.factories import ArticleFactory, ClaimFactory, UserFactory


@pytest.fixture
def claim(desk):
    return ClaimFactory(article=ArticleFactory(desk=desk))


def test_evidence_and_notes_do_not_disturb_a_step(claim, reviewer):
    add_evidence(claim, by=reviewer, kind="primary", locator="p. 3", stance="supports")
    question = add_note(claim, by=reviewer, body="Which year?")
    add_note(claim, by=reviewer, body="2024.", parent=question)

    claim.refresh_from_db()
    assert claim.version == 1
    assert [note.parent for note in claim.notes.all()] == [None, question]


def test_a_viewer_writes_and_resolves_nothing(claim, viewer, reviewer):
    note = add_note(claim, by=reviewer, body="Hm.")

    for act in (
        lambda: add_note(claim, by=viewer, body="Hm."),
        lambda: notes.resolve_note(note, by=viewer),
        lambda: notes.reopen_note(note, by=viewer),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_a_note_answers_a_note_on_the_same_claim(claim, reviewer):
    elsewhere = Note.objects.create(claim=ClaimFactory(), author=reviewer, body="Elsewhere.")

    with pytest.raises(ValidationError) as refused:
        add_note(claim, by=reviewer, body="Here.", parent=elsewhere)

    assert list(refused.value.message_dict) == ["parent"]


@pytest.mark.parametrize("body", ["", " \n", "x" * 10_001])
def test_a_note_has_words_but_not_too_many(claim, reviewer, body):
    with pytest.raises(ValidationError):
        add_note(claim, by=reviewer, body=body)


def test_who_is_named_is_kept_with_the_note_and_its_event(claim, reviewer, second_reviewer, editor):
    note = add_note(claim, by=reviewer, body="@Davit Reviewer, @ada editor: which year? Not a@b.example.")

    assert set(note.mentioned.all()) == {second_reviewer, editor}
    event = Event.objects.about(claim).get()
    assert event.after["mentioned"] == sorted([second_reviewer.pk, editor.pk])
    assert "which year" not in str(event.after)


@pytest.mark.parametrize("name", ["Goran Outsider", "Esme Viewer", "Femi Admin", "Nobody Atall", "Davit"])
def test_who_may_not_read_the_note_cannot_be_named(claim, reviewer, viewer, admin, outsider, name):
    with pytest.raises(ValidationError) as refused:
        add_note(claim, by=reviewer, body=f"Look, @{name}: here.")

    said = refused.value.message_dict["body"]
    assert said == [notes.NOBODY.format(said=f"@{name.split()[0]}")]
    assert not Note.objects.exists()


def test_on_a_restricted_article_only_those_on_its_list_can_be_named(claim, reviewer, second_reviewer):
    article = claim.article
    article.restricted = True
    article.save()
    article.readers.add(reviewer)

    with pytest.raises(ValidationError):
        add_note(claim, by=reviewer, body="@Davit Reviewer?")
    article.readers.add(second_reviewer)
    assert add_note(claim, by=reviewer, body="@Davit Reviewer?").mentioned.get() == second_reviewer


def test_of_two_with_one_name_the_number_says_who_is_meant(claim, reviewer, second_reviewer, desk):
    twin = UserFactory(name="Davit Reviewer", desks=[desk], email="twin@desk.example")

    with pytest.raises(ValidationError) as refused:
        add_note(claim, by=reviewer, body="@Davit Reviewer?")
    (said,) = refused.value.message_dict["body"]
    assert f"@Davit Reviewer#{twin.pk} (twin@desk.example)" in said

    note = add_note(claim, by=reviewer, body=f"@Davit Reviewer#{twin.pk}?")
    assert note.mentioned.get() == twin


def test_a_thread_is_resolved_and_reopened_as_a_whole(claim, reviewer, editor):
    first = add_note(claim, by=reviewer, body="Which year?")
    answer = add_note(claim, by=editor, body="2024.", parent=first)
    further = add_note(claim, by=reviewer, body="Sure?", parent=answer)

    notes.resolve_note(further, by=editor)

    first.refresh_from_db()
    assert (first.resolved_by, first.resolved_at is not None) == (editor, True)
    notes.reopen_note(answer, by=reviewer)
    first.refresh_from_db()
    assert (first.resolved_by, first.resolved_at) == (None, None)
    kinds = [(event.kind, event.by, event.after) for event in Event.objects.about(claim)][-2:]
    assert kinds == [
        ("claim.note_resolved", editor, kinds[0][2]),
        ("claim.note_reopened", reviewer, kinds[1][2]),
    ]
    assert [told["note"] for _kind, _by, told in kinds] == [first.pk, first.pk]


def test_what_was_said_before_is_the_wrong_moment(claim, reviewer, editor):
    note = add_note(claim, by=reviewer, body="Which year?")
    with pytest.raises(ClaimChanged, match="open already"):
        notes.reopen_note(note, by=editor)
    notes.resolve_note(note, by=editor)

    with pytest.raises(ClaimChanged, match="resolved already"):
        notes.resolve_note(note, by=reviewer)

    note.refresh_from_db()
    assert note.resolved_by == editor
    assert Event.objects.filter(kind="claim.note_resolved").count() == 1


def test_an_answer_reopens_its_thread(claim, reviewer, editor):
    first = add_note(claim, by=reviewer, body="Which year?")
    notes.resolve_note(first, by=reviewer)

    add_note(claim, by=editor, body="Not yet clear.", parent=first)

    first.refresh_from_db()
    assert first.resolved_at is None
