import pytest
from django.urls import reverse

from claims.models import Article
from tests.factories import RatingScaleFactory

TEXT = "Harbour grows\n\nThe harbour has 1,200 berths. It opened in 1987.\n"


@pytest.fixture
def typed(desk):
    RatingScaleFactory(kind="house")
    return {"text": TEXT, "kind": "house", "desk": desk.pk, "risk": "normal"}


def test_a_pasted_text_becomes_an_article(sign_in, editor, typed):
    response = sign_in(editor).post(
        reverse("article-submit"), typed | {"title": "Harbour", "due_at": "2030-01-02T03:04", "byline": "Ana"}
    )

    article = Article.objects.get()
    assert response.url == article.get_absolute_url()
    assert (article.title, article.byline, article.submitted_by) == ("Harbour", "Ana", editor)
    assert article.due_at.isoformat() == "2030-01-02T03:04:00+00:00"


def test_whatever_is_pasted_is_stored_as_intake_cleans_it(sign_in, editor, typed):
    hostile = "İe\u0301 \x00\x07 <b>{{ x }}</b>\r\n🙂 \u200f12 berths."

    sign_in(editor).post(reverse("article-submit"), typed | {"text": hostile})

    text = Article.objects.get().revision.text
    assert "<b>{{ x }}</b>\n🙂 " in text
    assert "\x00" not in text


def test_an_empty_text_is_told_at_its_field(sign_in, editor, typed):
    response = sign_in(editor).post(reverse("article-submit"), typed | {"text": " \n ", "byline": "Ana"})

    assert response.status_code == 422
    assert response.context["form"].errors["text"]
    assert 'value="Ana"' in response.content.decode()


def test_a_text_that_is_too_long_is_told(sign_in, editor, typed):
    response = sign_in(editor).post(reverse("article-submit"), typed | {"text": "word " * 80_001})

    assert response.status_code == 422
    assert "at most 400,000" in response.context["form"].errors["text"][0]


def test_more_than_an_article_may_weigh_is_a_413_with_the_same_sentence(sign_in, editor, typed):
    response = sign_in(editor).post(reverse("article-submit"), typed | {"text": "word " * 1_700_000})

    assert response.status_code == 413
    assert "at most 400,000" in response.context["form"].errors["text"][0]


def test_the_same_text_again_warns_and_is_stored_only_when_told_so(sign_in, editor, typed):
    client = sign_in(editor)
    client.post(reverse("article-submit"), typed)
    first = Article.objects.get()

    warned = client.post(reverse("article-submit"), typed)
    assert warned.status_code == 422
    assert f'href="{first.get_absolute_url()}"' in warned.content.decode()
    assert Article.objects.count() == 1

    client.post(reverse("article-submit"), typed | {"anyway": "on"})
    assert Article.objects.count() == 2


def test_restricted_to_named_people(sign_in, editor, reviewer, typed):
    sign_in(editor).post(reverse("article-submit"), typed | {"restricted": "on", "readers": [reviewer.pk]})

    assert set(Article.objects.get().readers.all()) == {editor, reviewer}


def test_a_preview_shows_what_was_recognised_and_stores_nothing(sign_in, editor, typed):
    response = sign_in(editor).post(
        reverse("article-preview"), typed | {"headline": "A new quay"}, headers={"HX-Request": "true"}
    )

    html = response.content.decode()
    assert html.lstrip().startswith('<section class="preview"')
    assert 'data-role="headline"' in html
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("head", "published", "words"),
    [
        ("", "", "No date is given or printed"),
        ("By Ada Venn, 12 May 2025\n\n", "", "Dated 12 May 2025, as printed."),
        ("By Ada Venn, 12 May 2025\n\n", "2025-05-14T23:30", "Dated 14 May 2025, as given."),
    ],
)
def test_a_preview_says_which_day_the_text_is_dated(sign_in, editor, typed, head, published, words):
    sent = typed | {"text": f"Berths\n\n{head}{typed['text']}", "published_at": published}

    html = sign_in(editor).post(reverse("article-preview"), sent, headers={"HX-Request": "true"})

    assert words in html.content.decode()


def test_a_preview_without_scripts_is_the_page_with_what_was_typed(sign_in, editor, typed):
    html = sign_in(editor).post(reverse("article-preview"), typed).content.decode()

    assert "The harbour has 1,200 berths. It opened in 1987.\n</textarea>" in html
    assert 'data-role="paragraph"' in html


def test_a_preview_of_nothing_says_what_is_missing(sign_in, editor, typed):
    html = (
        sign_in(editor)
        .post(reverse("article-preview"), typed | {"text": ""}, headers={"HX-Request": "true"})
        .content.decode()
    )

    assert "There is no text here." in html


@pytest.mark.parametrize("name", ["article-submit", "article-preview"])
def test_only_editors_submit(sign_in, reviewer, typed, name):
    assert sign_in(reviewer).post(reverse(name), typed).status_code == 403


def test_desks_of_others_are_not_offered(sign_in, editor, other_desk, typed):
    response = sign_in(editor).post(reverse("article-submit"), typed | {"desk": other_desk.pk})

    assert response.status_code == 422
    assert not Article.objects.exists()
