import pytest

from tests.factories import ArticleFactory


@pytest.fixture
def article(desk, editor):
    return ArticleFactory(desk=desk, submitted_by=editor)


def test_who_sees_it_is_said_and_taken_back(api, article, editor, reviewer):
    address = f"articles/{article.pk}/readers/"

    answer = api(editor).post(address, {"restricted_to": [reviewer.pk]})
    assert answer.status_code == 200
    assert answer.json()["restricted"] is True
    assert set(article.readers.all()) == {editor, reviewer}

    assert api(editor).post(address, {"restricted_to": None}).json()["restricted"] is False


@pytest.mark.parametrize("body", [{}, {"restricted_to": [10**9]}, {"restricted_to": "all"}])
def test_odd_input_is_told_at_its_field(api, article, editor, body):
    answer = api(editor).post(f"articles/{article.pk}/readers/", body)

    assert answer.status_code == 400
    assert "restricted_to" in answer.json()["error"]["fields"]
