from django.urls import reverse


def test_the_form_holds_who_sees_it_and_changes_it(sign_in, article, editor, reviewer, second_reviewer):
    client = sign_in(editor)
    address = reverse("article-readers", args=[article.pk])
    assert address in client.get(article.get_absolute_url()).content.decode()

    answer = client.post(
        address, {"restricted": "on", "restricted_to": [reviewer.pk], "version": article.version}
    )

    assert answer.status_code == 302
    article.refresh_from_db()
    assert article.restricted
    assert set(article.readers.all()) == {editor, reviewer}
    html = client.get(address).content.decode()
    assert html.count("checked") == 3  # restricted, and the two who are named
    assert "restricted to named people" in client.get(article.get_absolute_url()).content.decode()
    assert sign_in(second_reviewer).get(article.get_absolute_url()).status_code == 404


def test_a_change_meanwhile_is_told_and_what_was_ticked_stays(sign_in, article, editor, reviewer):
    seen = article.version
    type(article).objects.filter(pk=article.pk).update(version=seen + 1)

    answer = sign_in(editor).post(
        reverse("article-readers", args=[article.pk]),
        {"restricted": "on", "restricted_to": [reviewer.pk], "version": seen},
    )

    assert answer.status_code == 409
    assert answer.content.decode().count("checked") == 2
    article.refresh_from_db()
    assert not article.restricted
