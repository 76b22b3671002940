import pytest

from accounts.models import Desk, Event, User
from accounts.policy import Role
from claims.actions import triage
from claims.extraction import pipeline
from claims.management import newsroom, story
from claims.models import Article, CheckRule, Claim, Rating, RatingScale
from claims.workflow import ArticleStatus, Status

pytestmark = pytest.mark.django_db


def test_scales_are_loaded_once_and_left_as_people_changed_them():
    newsroom.load_scales()
    Rating.objects.filter(scale__slug="house", slug="wrong").update(label="Not so")

    newsroom.load_scales()

    assert sorted(RatingScale.objects.values_list("slug", "kind")) == [
        ("house", "house"),
        ("outside", "outside"),
    ]
    assert Rating.objects.get(scale__slug="house", slug="wrong").label == "Not so"
    assert list(
        Rating.objects.filter(scale__slug="outside").order_by("order").values_list("number", flat=True)
    ) == [1, 2, 3, 4, 5, None, None, None, None]


def test_people_get_their_desks_in_order_and_an_event(newsroom_people):
    reviewer = User.objects.get(email="reviewer@desk.example")

    assert reviewer == newsroom_people["reviewer"]
    assert reviewer.role == Role.REVIEWER
    assert reviewer.first_desk == Desk.objects.get(slug="news")
    assert reviewer.check_password("galley-proof-carla")
    assert [event.kind for event in Event.objects.about(reviewer)] == ["person.invited"]


def test_people_who_are_there_keep_what_was_changed(newsroom_people):
    User.objects.filter(email="viewer@desk.example").update(name="Renamed", role=Role.REVIEWER)

    again = newsroom.load_people()

    assert (again["viewer"].name, again["viewer"].role) == ("Renamed", Role.REVIEWER)
    assert User.objects.count() == 6


def test_rules_for_second_checks_are_loaded_once_and_left_as_admins_changed_them(newsroom_people):
    newsroom.load_rules(newsroom_people)
    CheckRule.objects.update(active=False)
    newsroom.load_rules(newsroom_people)

    [rule] = CheckRule.objects.all()
    assert (rule.claims, rule.active) == ("Quantity claims of high risk on Politics", False)
    assert Event.objects.get(kind="rule.added").by == newsroom_people["admin"]


def test_an_article_is_submitted_searched_and_its_story_played(no_model, newsroom_people):
    assert newsroom.load_article("harbour-run", newsroom_people) is True

    article = Article.objects.get()
    assert article.status == ArticleStatus.SIGNED_OFF
    assert article.writer == newsroom_people["viewer"]
    assert set(article.claims.values_list("status", flat=True)) == {Status.RESOLVED, Status.DISMISSED}


def test_an_article_that_is_there_is_not_loaded_again(no_model, newsroom_people, monkeypatch):
    newsroom.load_article("saltmarsh-tram", newsroom_people)
    before = list(Claim.objects.order_by("id").values())
    monkeypatch.setattr(pipeline, "load", lambda: pytest.fail("nothing is left to be searched"))

    assert newsroom.load_article("saltmarsh-tram", newsroom_people) is False

    assert Article.objects.count() == 1
    assert list(Claim.objects.order_by("id").values()) == before


def test_a_run_that_was_interrupted_before_the_story_goes_on_there(no_model, newsroom_people, monkeypatch):
    def killed(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(story, "play", killed)
        with pytest.raises(KeyboardInterrupt):
            newsroom.load_article("harbour-run", newsroom_people)

    newsroom.load_article("harbour-run", newsroom_people)

    assert Article.objects.get().status == ArticleStatus.SIGNED_OFF


def test_without_suggestions_there_is_no_story(newsroom_people, monkeypatch):
    def broken():
        raise OSError("no model here")

    monkeypatch.setattr(pipeline, "load", broken)

    assert newsroom.load_article("harbour-run", newsroom_people) is True

    assert Article.objects.get().status == ArticleStatus.EXTRACTION_FAILED
    assert not Claim.objects.exists()


def test_an_article_without_a_story_is_everybodys_to_begin(no_model, newsroom_people):
    newsroom.load_article("council-budget", newsroom_people)
    claim = Claim.objects.order_by("id").first()
    triage.accept(claim, by=newsroom_people["reviewer"])

    assert newsroom.load_article("council-budget", newsroom_people) is False

    assert Claim.objects.exclude(status=Status.SUGGESTED).get() == claim
