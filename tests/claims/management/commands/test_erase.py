import pytest
from django.core.management import CommandError, call_command

from accounts.models import Event
from claims.actions import erasures
from claims.models import Article, Erasure
from tests.factories import ArticleFactory, UserFactory

WHY = "A court said so."


@pytest.fixture
def article(desk):
    return ArticleFactory(desk=desk, title="Zwieback")


def test_the_operator_erases_an_article(article, capsys):
    call_command("erase", article=article.pk, reason=WHY)

    assert capsys.readouterr().out.startswith(f"Erased: article {article.pk}. Request ")
    assert Article.objects.get().title == f"Erased article {article.pk}"
    asked = Erasure.objects.get()
    assert (asked.asked_by, asked.decided_by, asked.state, asked.reason) == (None, None, "carried_out", WHY)
    assert {event.by for event in Event.objects.within(article)} == {None}


def test_the_operator_erases_a_person(desk, capsys):
    person = UserFactory(email="lea@paper.example", name="Lea Ver", desks=[desk])

    call_command("erase", person="LEA@paper.example", reason=WHY)

    person.refresh_from_db()
    assert person.name == f"Erased person {person.pk}"


def test_what_was_asked_for_is_carried_out_with_it(article, editor):
    asked = erasures.ask(article, by=editor, reason="The source asked.")

    call_command("erase", article=article.pk, reason=WHY)

    asked.refresh_from_db()
    assert (asked.state, asked.asked_by, asked.decided_by) == ("carried_out", editor, None)


def test_what_cannot_be_erased_is_said(article, desk):
    UserFactory(email="lea@paper.example", name="Lea Ver", desks=[desk])
    call_command("erase", article=article.pk, reason=WHY)

    with pytest.raises(CommandError, match="were erased on"):
        call_command("erase", article=article.pk, reason=WHY)
    with pytest.raises(CommandError, match="no article 999"):
        call_command("erase", article=999, reason=WHY)
    with pytest.raises(CommandError, match="Nobody has the address"):
        call_command("erase", person="nobody@paper.example", reason=WHY)
    with pytest.raises(CommandError, match="the reason stays"):
        call_command("erase", person="lea@paper.example", reason="Lea Ver asked.")
