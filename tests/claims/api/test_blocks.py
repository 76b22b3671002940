from tests.factories import ArticleFactory


def test_a_block_gets_another_role(api, reviewer, desk):
    article = ArticleFactory(desk=desk)

    answer = api(reviewer).post(f"articles/{article.pk}/blocks/", {"start": 0, "role": "furniture"})

    assert (answer.status_code, answer.json()["id"]) == (200, article.pk)
    assert api(reviewer).get(f"articles/{article.pk}/text/").json()["blocks"][0]["role"] == "furniture"


def test_a_role_that_is_none_is_named(api, reviewer, desk):
    article = ArticleFactory(desk=desk)

    answer = api(reviewer).post(f"articles/{article.pk}/blocks/", {"start": 0, "role": "verse"})

    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, ["role"])
