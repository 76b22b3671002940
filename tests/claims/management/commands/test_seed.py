from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Event, User
from claims.models import Article, RatingScale
from claims.workflow import ArticleStatus

pytestmark = pytest.mark.django_db


def seed(*options):
    out = StringIO()
    call_command("seed", *options, stdout=out)
    return out.getvalue()


def test_without_demo_only_the_rating_scales_are_loaded():
    seed()

    assert RatingScale.objects.count() == 2
    assert not User.objects.exists()
    assert not Article.objects.exists()


def test_demo_opens_on_a_living_desk(no_model):
    seed("--demo")

    statuses = list(Article.objects.values_list("status", flat=True))
    assert len(statuses) == 8
    assert statuses.count(ArticleStatus.SIGNED_OFF) == 1
    assert statuses.count(ArticleStatus.CHECKING) == 7


def test_a_second_run_adds_nothing(no_model):
    seed("--demo")
    events = Event.objects.count()

    assert seed("--demo") == "Articles loaded: none, all are there.\n"

    assert (Article.objects.count(), User.objects.count(), Event.objects.count()) == (8, 6, events)


def test_demo_is_refused_where_the_world_could_sign_in(settings):
    settings.HTTPS = True

    with pytest.raises(CommandError, match="public passwords"):
        seed("--demo")

    assert not User.objects.exists()


def test_sign_ins_are_a_table_and_nothing_is_stored():
    lines = seed("--sign-ins").splitlines()

    assert [line.split()[0] for line in lines] == [
        "role",
        "editor",
        "editor",
        "reviewer",
        "reviewer",
        "viewer",
        "admin",
    ]
    assert "editor@desk.example" in lines[1]
    assert not User.objects.exists()
