import pytest

from accounts.models import Membership
from tests.factories import ArticleFactory, ClaimFactory, RatingFactory


def test_me_says_who_i_am_and_my_desks_in_order(api, editor, desk, other_desk):
    Membership.objects.create(user=editor, desk=other_desk)

    assert api(editor).get("me/").json() == {
        "id": editor.pk,
        "email": editor.email,
        "name": editor.name,
        "role": "editor",
        "desks": [{"id": d.pk, "slug": d.slug, "name": d.name} for d in (desk, other_desk)],
    }


def test_desks_are_mine_alone(api, viewer, desk, other_desk):
    assert api(viewer).get("desks/").json()["results"] == [
        {"id": desk.pk, "slug": desk.slug, "name": desk.name}
    ]


def test_ratings_are_the_scale_of_the_claim_in_order(api, viewer, desk):
    claim = ClaimFactory(article=ArticleFactory(desk=desk))
    for order, label in ((2, "False"), (1, "True")):
        RatingFactory(scale=claim.article.scale, order=order, label=label, number=order)
    RatingFactory(label="Of another scale")

    said = api(viewer).get("ratings/", claim=claim.pk).json()

    assert [(row["label"], row["order"], row["number"]) for row in said] == [("True", 1, 1), ("False", 2, 2)]


@pytest.mark.parametrize(
    ("claim", "status"), [("", 400), ("x", 400), ("²", 400), (10**30, 404), (10**9, 404)]
)
def test_ratings_ask_for_a_claim_that_is_there(api, viewer, claim, status):
    assert api(viewer).get("ratings/", claim=claim).status_code == status


def test_the_scale_of_a_claim_of_others_is_not_there(api, outsider, desk):
    claim = ClaimFactory(article=ArticleFactory(desk=desk))

    assert api(outsider).get("ratings/", claim=claim.pk).status_code == 404
