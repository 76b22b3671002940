import re

import pytest
from django.urls import reverse

from claims.actions import triage
from claims.models import Claim, DeskSetting, Extraction
from claims.views import threshold as module
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "Rents rose by 9 percent. The mayor is proud. Ships may come. It rained in May."
SENTENCES = [(0, 24, 0.9), (25, 44, 0.45), (45, 60, 0.35), (61, 78, 0.55)]
ADDRESS = "/desks/news/threshold/"


def searched(desk, **fields):
    """An article with two suggestions, which score 0.9 and 0.55."""
    article = ArticleFactory(desk=desk, text=TEXT, **fields)
    Extraction.objects.filter(revision=article.revision).update(
        sentences=[{"start": start, "end": end, "score": score} for start, end, score in SENTENCES]
    )
    for start, end, score in (SENTENCES[0], SENTENCES[3]):
        ClaimFactory(article=article, start=start, end=end, score=score, status=Status.SUGGESTED)
    return article


@pytest.fixture
def article(desk):
    return searched(desk, title="Weather and rents")


def page(client, status=200, **query):
    response = client.get(ADDRESS, query)
    assert response.status_code == status
    return response


def main_of(response):
    """What the page says, less the token that differs at every call."""
    return re.sub(r'value="\w{64}"', "", response.content.decode().partition("<main")[2])


def texts(response, name):
    return [passage.text for passage in response.context["preview"][name]]


def test_unasked_it_shows_the_threshold_that_counts_and_no_change(sign_in, editor, article):
    response = page(sign_in(editor))

    html = response.content.decode()
    assert "now <strong>0.50</strong>" in html
    assert "As many suggestions: 2." in html
    assert 'method="post" action="/desks' not in html
    assert texts(response, "appearing") == texts(response, "vanishing") == []


def test_a_lower_one_shows_what_would_be_suggested_too(sign_in, editor, article):
    response = page(sign_in(editor), threshold="0.4")

    html = response.content.decode()
    assert texts(response, "appearing") == ["The mayor is proud."]
    assert "The mayor is proud." in html
    assert "1 suggestion more: 3 instead of 2." in html
    assert "Store 0.40 for News" in html
    assert not DeskSetting.objects.exists()


def test_a_higher_one_shows_what_would_go_and_what_people_said_of_it(sign_in, editor, article, desk):
    accepted = Claim.objects.get(score=0.55)
    triage.accept(accepted, by=editor)
    other = searched(desk)
    triage.dismiss(Claim.objects.get(article=other, score=0.55), by=editor, reason="Known.")
    searched(desk)

    response = page(sign_in(editor), threshold="0.6")

    html = " ".join(response.content.decode().split())
    assert texts(response, "vanishing") == ["It rained in May."] * 3
    assert "3 suggestions fewer: 3 instead of 6." in html
    assert "Of the 3 that would go, people accepted 1 and dismissed 1; 1 nobody has judged." in html
    assert f'href="/claims/{accepted.pk}/"' in html


def test_the_steps_stand_side_by_side(sign_in, editor, article):
    triage.accept(Claim.objects.get(score=0.55), by=editor)

    steps = page(sign_in(editor)).context["preview"]["steps"]

    assert [(step.threshold, step.suggestions, step.accepted) for step in steps] == [
        (0.3, 4, 1),
        (0.4, 3, 1),
        (0.5, 2, 1),
        (0.6, 1, 0),
        (0.7, 1, 0),
        (0.8, 1, 0),
        (0.9, 1, 0),
    ]


def test_long_lists_are_cut_and_say_so(sign_in, editor, article, monkeypatch):
    monkeypatch.setattr(module, "SHOWN", 1)

    response = page(sign_in(editor), threshold="0.3")

    assert texts(response, "appearing") == ["The mayor is proud."]
    assert "The first 1 of 2." in response.content.decode()


def test_hidden_articles_are_in_no_preview(sign_in, editor, article, desk, other_desk):
    before = main_of(page(sign_in(editor), threshold="0.4"))
    for fields in ({"desk": other_desk}, {"desk": desk, "restricted": True}):
        hidden = searched(title="Hidden", **fields)
        ClaimFactory(article=hidden, start=0, end=5, score=0.31)

    after = page(sign_in(editor), threshold="0.4")

    assert after.context["preview"]["articles"] == [article]
    assert main_of(after) == before


def test_hostile_text_is_shown_as_text(sign_in, editor, desk):
    article = ArticleFactory(desk=desk, title="<b>Bold</b>", text="<script>alert(1)</script> مرحبا {{ x }}")
    Extraction.objects.update(sentences=[{"start": 0, "end": 39, "score": 0.4}])

    html = page(sign_in(editor), threshold="0.4").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt; مرحبا {{ x }}" in html
    assert "&lt;b&gt;Bold&lt;/b&gt;" in html
    assert article.get_absolute_url() in html


def test_storing_leads_back_and_is_told_with_who_did_it(sign_in, editor, article):
    client = sign_in(editor)

    response = client.post(ADDRESS, {"threshold": "0.4", "version": 1}, follow=True)

    html = " ".join(response.content.decode().split())
    assert DeskSetting.objects.get().threshold == 0.4
    assert response.redirect_chain == [(ADDRESS, 302)]
    assert "It counts for the next articles of News." in html
    assert "Ada Editor changed the threshold of News" in html
    assert "0.50 to 0.40" in html


def test_somebody_was_faster(sign_in, editor, article, desk):
    DeskSetting.objects.create(desk=desk, threshold=0.7, version=2)

    response = sign_in(editor).post(ADDRESS, {"threshold": "0.4", "version": 1})

    html = response.content.decode()
    assert response.status_code == 409
    assert "The threshold changed meanwhile: it is 0.70." in html
    assert 'name="version" value="2"' in html
    assert "Store 0.40 for News" in html
    assert DeskSetting.objects.get().threshold == 0.7


@pytest.mark.parametrize("typed", ["", "high", "0.1", "0.95", "nan", "inf"])
def test_what_is_no_threshold_is_told_and_nothing_is_shown_or_stored(sign_in, editor, article, typed):
    client = sign_in(editor)

    asked = page(client, 422, threshold=typed)
    posted = client.post(ADDRESS, {"threshold": typed, "version": 1})

    for response in (asked, posted):
        assert response.context["preview"] is None
        assert "A threshold is a number between 0.3 and 0.9." in response.content.decode()
    assert posted.status_code == 422
    assert not DeskSetting.objects.exists()


def test_a_desk_without_a_searched_article_says_what_would_be_here(sign_in, editor):
    html = page(sign_in(editor), threshold="0.4").content.decode()

    assert "as soon as one was searched for claims" in html
    assert "Store 0.40 for News" in html


def test_only_editors_of_the_desk_find_it(sign_in, reviewer, outsider, admin, viewer):
    for person, status in ((reviewer, 403), (viewer, 403), (admin, 403), (outsider, 404)):
        client = sign_in(person)
        assert client.get(ADDRESS).status_code == status
        assert client.post(ADDRESS, {"threshold": "0.4", "version": 1}).status_code == status


def test_editors_are_led_to_it_from_the_articles(sign_in, editor, reviewer, article):
    assert f'href="{ADDRESS}"' in sign_in(editor).get(reverse("articles")).content.decode()
    assert "/threshold/" not in sign_in(reviewer).get(reverse("articles")).content.decode()


def test_no_query_for_each_article(sign_in, editor, desk, queries, django_assert_num_queries):
    client = sign_in(editor)
    triage.accept(Claim.objects.get(article=searched(desk), score=0.9), by=editor)
    count = queries(lambda: page(client, threshold="0.6"))
    for _ in range(2):
        triage.accept(Claim.objects.get(article=searched(desk), score=0.9), by=editor)

    with django_assert_num_queries(count):
        page(client, threshold="0.6")
