import pytest
from django.urls import reverse

from claims.actions import publishing
from claims.models import Article, Correction, Publication
from claims.workflow import ArticleStatus, Status
from tests.factories import ClaimFactory

PLACE = {"address": "https://paper.example/rents", "at": "2026-11-02T08:00"}
WRONG = {"old": "9 percent", "new": "8 percent", "why": "A slip."}


@pytest.fixture
def article(article):
    article.status = ArticleStatus.SIGNED_OFF
    article.save()
    return article


@pytest.fixture
def published(article, editor):
    publishing.publish(article, by=editor, address=PLACE["address"])
    return article


def address(name, article):
    return reverse(name, args=[article.pk])


def page_of(client, article):
    return client.get(address("article-sign-off", article)).content.decode()


def test_an_editor_says_where_it_ran_and_all_read_it(sign_in, editor, viewer, article):
    client = sign_in(editor)
    assert "Nobody said yet where it ran." in page_of(client, article)

    response = client.post(address("article-publish", article), PLACE)

    assert response.url == f"{address('article-sign-off', article)}#published"
    page = page_of(sign_in(viewer), article)
    assert f'<a href="{PLACE["address"]}" rel="noreferrer noopener"' in page
    assert address("article-publish", article) not in page
    assert address("article-correct", article) not in page


def test_a_correction_is_recorded_and_all_read_it(sign_in, editor, viewer, published):
    response = sign_in(editor).post(address("article-correct", published), WRONG)

    assert response.url == f"{address('article-sign-off', published)}#corrections"
    page = page_of(sign_in(viewer), published)
    assert "<del>9 percent</del> <ins>8 percent</ins>" in page
    assert "A slip." in page


def test_a_correction_names_its_claim_and_since_when_it_is_shown(sign_in, editor, viewer, published):
    claim = ClaimFactory(article=published, status=Status.RESOLVED)
    suggested = ClaimFactory(article=published, end=4, status=Status.SUGGESTED)
    client = sign_in(editor)
    offered = page_of(client, published)

    client.post(
        address("article-correct", published), WRONG | {"claim": claim.pk, "shown_at": "2026-11-03T09:30"}
    )

    assert f'<option value="{claim.pk}">{claim.text}</option>' in offered
    assert f'value="{suggested.pk}"' not in offered
    correction = Correction.objects.get()
    assert (correction.claim, f"{correction.shown_at:%d %H:%M}") == (claim, "03 09:30")
    assert claim.get_absolute_url() in page_of(sign_in(viewer), published)


@pytest.mark.parametrize("wrong", [{"claim": "other"}, {"shown_at": "soon"}])
def test_a_claim_of_another_article_and_a_time_that_is_none_are_told_at_their_fields(
    sign_in, editor, published, wrong
):
    [name] = wrong
    value = ClaimFactory().pk if name == "claim" else wrong[name]

    response = sign_in(editor).post(address("article-correct", published), WRONG | {name: value})

    assert response.status_code == 422
    assert f'id="id_{name}_error"' in response.content.decode()
    assert not Correction.objects.exists()


def test_a_wrong_address_is_told_at_its_field_with_all_that_was_typed(sign_in, editor, article):
    response = sign_in(editor).post(
        address("article-publish", article), PLACE | {"address": "javascript:alert(1)"}
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert list(response.context["publish_form"].errors) == ["address"]
    assert 'id="id_address_error"' in page
    assert 'value="javascript:alert(1)"' in page
    assert 'value="2026-11-02T08:00"' in page
    assert not Publication.objects.exists()


@pytest.mark.parametrize(("field", "value"), [("old", " "), ("new", "9 percent"), ("why", "")])
def test_a_wrong_correction_is_told_at_its_field_with_all_that_was_typed(
    sign_in, editor, published, field, value
):
    sent = WRONG | {field: value}

    response = sign_in(editor).post(address("article-correct", published), sent)

    page = response.content.decode()
    assert response.status_code == 422
    assert f'id="id_{field}_error"' in page
    assert [word for word in sent.values() if word.strip() and f"\n{word}</textarea>" not in page] == []
    assert not Correction.objects.exists()


@pytest.mark.parametrize(("name", "sent"), [("article-publish", PLACE), ("article-correct", WRONG)])
def test_the_wrong_moment_is_told_with_all_that_was_typed(sign_in, editor, article, name, sent):
    Article.objects.update(status=ArticleStatus.CHECKING)

    response = sign_in(editor).post(address(name, article), sent)

    page = response.content.decode()
    assert response.status_code == 409
    assert [word for word in sent.values() if word not in page] == []


def test_before_sign_off_the_page_says_nothing_of_it(sign_in, editor, article):
    Article.objects.update(status=ArticleStatus.CHECKING)

    page = page_of(sign_in(editor), article)

    assert 'id="published"' not in page
    assert 'id="corrections"' not in page


def test_what_was_published_stays_told_when_the_article_is_reopened(sign_in, editor, published):
    Article.objects.update(status=ArticleStatus.CHECKING)

    page = page_of(sign_in(editor), published)

    assert PLACE["address"] in page
    assert address("article-publish", published) not in page
    assert address("article-correct", published) in page


def test_no_query_for_each_row(sign_in, editor, published, queries):
    client = sign_in(editor)
    publishing.correct(published, by=editor, **WRONG)
    few = queries(lambda: page_of(client, published))
    for _ in range(3):
        publishing.publish(published, by=editor, address=PLACE["address"])
        publishing.correct(published, by=editor, **WRONG)

    assert queries(lambda: page_of(client, published)) == few


def test_the_history_tells_both(sign_in, editor, published):
    publishing.correct(published, by=editor, **WRONG)

    page = sign_in(editor).get(address("article-history", published)).content.decode()

    assert "told where the article appeared" in page
    assert "recorded a correction" in page
