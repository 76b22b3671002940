import pytest
from django.urls import reverse

from claims.models import Extraction
from claims.text import Role
from tests.factories import ArticleFactory

TEXT = "Share this page\nRents rose by 9 percent in May.\n"


@pytest.fixture
def article(desk):
    article = ArticleFactory(desk=desk, text=TEXT)
    article.revision.blocks = [
        {"role": "furniture", "start": 0, "end": 16},
        {"role": "paragraph", "start": 16, "end": len(TEXT)},
    ]
    article.revision.save()
    return article


def address(article):
    return reverse("article-blocks", args=[article.pk])


def test_every_block_stands_with_its_role(sign_in, reviewer, article):
    answer = sign_in(reviewer).get(address(article))

    assert answer.context["rows"] == [
        (1, 0, "furniture", "Share this page"),
        (2, 16, "paragraph", "Rents rose by 9 percent in May."),
    ]
    assert answer.content.decode().count("<option") == 2 * len(Role)


def test_a_line_set_aside_is_restored_on_the_copy(sign_in, reviewer, article):
    client = sign_in(reviewer)
    page = client.get(reverse("article", args=[article.pk])).content.decode()
    assert '<button class="button plain small" name="start" value="0">Restore' in page

    answer = client.post(address(article), {"start": 0, "role": "paragraph", "revision": article.revision_id})

    article.revision.refresh_from_db()
    assert answer.url == f"/articles/{article.pk}/#b1"
    assert [block["role"] for block in article.revision.blocks] == ["paragraph", "paragraph"]
    assert Extraction.objects.get(revision=article.revision).state == "queued"


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"start": 3, "role": "quote"}, 422, "No block of the text begins there."),
        ({"start": 0, "role": "verse"}, 422, "Choose one of"),
        ({"start": 0, "role": "quote", "revision": 10**6}, 409, "The text changed since you read it."),
    ],
)
def test_what_cannot_be_is_said(sign_in, reviewer, article, typed, status, said):
    answer = sign_in(reviewer).post(address(article), typed)

    assert answer.status_code == status
    assert said in answer.content.decode()


def test_a_viewer_finds_no_way_to_change_roles(sign_in, viewer, article):
    page = sign_in(viewer).get(reverse("article", args=[article.pk])).content.decode()

    assert address(article) not in page
