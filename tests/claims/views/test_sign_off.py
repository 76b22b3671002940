import pytest
from django.urls import reverse

from claims.models import Article, Extraction, SignOff
from claims.workflow import ArticleStatus, Status
from tests.factories import ClaimFactory


@pytest.fixture
def ready(article):
    article.status = ArticleStatus.READY
    article.save()
    return article


def address(article):
    return reverse("article-sign-off", args=[article.pk])


def test_each_gate_leads_to_its_place(sign_in, editor, article):
    ClaimFactory(article=article, end=3)
    ClaimFactory(article=article, end=4, status=Status.SUGGESTED)

    response = sign_in(editor).get(address(article))

    assert [place for _, place in response.context["gates"]] == [
        f"{reverse('claims')}?article={article.pk}&status=suggested",
        f"{reverse('claims')}?article={article.pk}&status=open",
    ]
    assert 'name="seen"' not in response.content.decode()


def test_a_ready_article_is_signed_off(sign_in, editor, ready):
    client = sign_in(editor)

    page = client.get(address(ready)).content.decode()
    client.post(address(ready), {"seen": ready.revision_id, "note": "Clean."})

    assert f'name="seen" value="{ready.revision_id}"' in page
    assert Article.objects.get(pk=ready.pk).status == ArticleStatus.SIGNED_OFF
    assert SignOff.objects.get(article=ready).note == "Clean."


def test_a_claim_that_came_meanwhile_is_shown_beside_the_note_that_was_typed(sign_in, editor, ready):
    ClaimFactory(article=ready)

    response = sign_in(editor).post(address(ready), {"seen": ready.revision_id, "note": "Clean."})

    html = response.content.decode()
    assert response.status_code == 409
    assert "1 claim open" in html
    assert "Clean." in html
    assert not SignOff.objects.exists()


def test_the_author_is_told_why_they_cannot_sign(sign_in, editor, ready):
    ready.writer = editor
    ready.save()
    client = sign_in(editor)

    assert "Four eyes" in client.get(address(ready)).content.decode()
    assert client.post(address(ready), {"seen": ready.revision_id}).status_code == 403


def test_reopening_needs_a_reason(sign_in, editor, ready):
    client = sign_in(editor)
    client.post(address(ready), {"seen": ready.revision_id})
    reopen = reverse("article-reopen", args=[ready.pk])

    assert client.post(reopen, {"note": " "}).status_code == 422
    assert client.post(reopen, {"note": "New figures."}).status_code == 302
    assert Article.objects.get(pk=ready.pk).status == ArticleStatus.CHECKING


def test_reopening_what_is_not_signed_off_is_told_with_what_was_typed(sign_in, editor, ready):
    response = sign_in(editor).post(reverse("article-reopen", args=[ready.pk]), {"note": "New figures."})

    assert response.status_code == 409
    assert "New figures." in response.content.decode()


def test_who_signs_is_told_that_nothing_could_be_suggested(sign_in, editor, ready):
    Extraction.objects.filter(revision=ready.revision).update(language="fr")

    assert "This text looks French." in sign_in(editor).get(address(ready)).content.decode()
