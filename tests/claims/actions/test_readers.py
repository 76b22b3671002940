import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims import policy
from claims.actions.readers import set_readers
from claims.workflow import ArticleChanged
from tests.factories import ArticleFactory, ClaimFactory, UserFactory


@pytest.fixture
def article(desk, editor):
    return ArticleFactory(desk=desk, submitted_by=editor)


def seen_by(person):
    return set(policy.visible_articles(person).values_list("pk", flat=True))


def test_who_is_not_named_sees_nothing_of_it_at_once(article, editor, reviewer, second_reviewer):
    claim = ClaimFactory(article=article)

    set_readers(article, by=editor, restricted_to=[reviewer])

    assert seen_by(editor) == seen_by(reviewer) == {article.pk}
    assert seen_by(second_reviewer) == set()
    assert not policy.visible_claims(second_reviewer).contains(claim)
    assert not policy.people_who_see(type(article).objects.get(pk=article.pk)).contains(second_reviewer)
    event = Event.objects.get(kind="article.readers")
    assert event.before == {"restricted_to": None}
    assert event.after == {"restricted_to": sorted([editor.pk, reviewer.pk])}


def test_it_is_opened_again_to_the_whole_desk(article, editor, second_reviewer):
    set_readers(article, by=editor, restricted_to=[])

    set_readers(article, by=editor, restricted_to=None)

    assert seen_by(second_reviewer) == {article.pk}
    assert article.readers.count() == 0


def test_what_changes_nothing_is_no_event(article, editor):
    set_readers(article, by=editor, restricted_to=None)
    assert not Event.objects.filter(kind="article.readers").exists()

    for _ in range(2):
        set_readers(article, by=editor, restricted_to=[editor])
    assert Event.objects.filter(kind="article.readers").count() == 1


def test_of_two_at_once_the_second_is_told(article, editor, second_editor, reviewer):
    seen = article.version
    set_readers(article, by=editor, restricted_to=[second_editor], version=seen)

    with pytest.raises(ArticleChanged):
        set_readers(article, by=second_editor, restricted_to=[reviewer], version=seen)

    assert set(article.readers.all()) == {editor, second_editor}


def test_only_people_of_its_desk_are_named(article, editor, other_desk):
    stranger = UserFactory(name="Ines Moor", desks=[other_desk])

    with pytest.raises(ValidationError, match="Ines Moor is not on the desk"):
        set_readers(article, by=editor, restricted_to=[stranger])

    article.refresh_from_db()
    assert not article.restricted


def test_only_editors_say_who_sees_it(article, reviewer):
    with pytest.raises(PermissionDenied):
        set_readers(article, by=reviewer, restricted_to=[reviewer])
