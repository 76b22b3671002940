import pytest
from django.urls import reverse

from claims.models import Extraction
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

SECRET = "The harbour master was bribed with 1,200 herrings."


@pytest.fixture
def claim(db):
    return ClaimFactory(article=ArticleFactory(title=SECRET, text=SECRET), end=20, status=Status.OPEN)


@pytest.mark.parametrize("model", ["article", "claim", "extraction"])
def test_the_back_office_shows_states_and_no_words(client, claim, admin, model):
    client.force_login(admin)
    pk = {"article": claim.article_id, "claim": claim.pk, "extraction": Extraction.objects.get().pk}[model]

    pages = [
        client.get(reverse(f"admin:claims_{model}_changelist")),
        client.get(reverse(f"admin:claims_{model}_change", args=[pk])),
    ]

    for page in pages:
        assert page.status_code == 200
        assert "herring" not in page.content.decode()
        assert "harbour" not in page.content.decode()


@pytest.mark.parametrize("model", ["article", "claim", "extraction"])
def test_nothing_can_be_changed_there(client, claim, admin, model):
    client.force_login(admin)

    assert client.get(reverse(f"admin:claims_{model}_add")).status_code == 403
    pk = {"article": claim.article_id, "claim": claim.pk, "extraction": Extraction.objects.get().pk}[model]
    assert (
        client.post(reverse(f"admin:claims_{model}_change", args=[pk]), {"status": "closed"}).status_code
        == 403
    )
    assert client.post(reverse(f"admin:claims_{model}_delete", args=[pk]), {"post": "yes"}).status_code == 403
    assert type(claim).objects.filter(pk=claim.pk).exists()


def test_editors_do_not_come_in(client, editor):
    client.force_login(editor)

    assert client.get(reverse("admin:index")).status_code in {302, 403}
