import re

from django.urls import reverse

from claims.models import SavedView
from tests.factories import ClaimFactory

SAVE, COUNTS, ALL = "/claims/views/save/", "/claims/views/counts/", "/claims/views/"


def view(owner, name="Hot", query="risk=high", desk=None):
    return SavedView.objects.create(owner=owner, name=name, query=query, desk=desk)


def test_the_filters_of_the_list_are_saved_and_stand_above_it(sign_in, reviewer, article, desk):
    ClaimFactory(article=article, risk="high")
    client = sign_in(reviewer)

    answer = client.post(SAVE, {"name": "Hot", "desk": desk.slug, "query": "risk=high"})
    html = client.get(answer.url).content.decode()

    assert answer.url == "/claims/?risk=high"
    assert SavedView.objects.get().desk == desk
    assert '<a class="view" href="/claims/?risk=high" aria-current="page">' in html
    assert 'hx-get="/claims/views/counts/?risk=high"' in html


def test_a_view_that_cannot_be_saved_is_still_as_typed(sign_in, reviewer, article):
    view(reviewer, "Hot")

    response = sign_in(reviewer).post(SAVE, {"name": "Hot", "query": "risk=low"})

    html = response.content.decode()
    assert response.status_code == 422
    assert "You have a view of this name already." in html
    assert 'maxlength="60" value="Hot"' in html
    assert 'name="query" value="risk=low"' in html


def test_a_desk_of_others_is_no_choice(sign_in, reviewer, viewer, other_desk, desk):
    for person, slug in ((reviewer, other_desk.slug), (viewer, desk.slug)):
        response = sign_in(person).post(SAVE, {"name": "Hot", "desk": slug, "query": "risk=high"})
        assert response.status_code == 422
    assert not SavedView.objects.exists()


def test_each_reader_counts_what_is_theirs_to_see(sign_in, reviewer, editor, article, desk, other_desk):
    ClaimFactory(article=article, risk="high", status="in_check", assignee=reviewer)
    ClaimFactory(article=article, start=1, risk="high")
    ClaimFactory(article__desk=desk, article__restricted=True, risk="high")
    ClaimFactory(article__desk=other_desk, risk="high")
    view(reviewer, "Hot", desk=desk)
    view(editor, "With me", "assignee=me", desk=desk)
    view(editor, "Elsewhere", "desk=science", desk=desk)
    view(editor, "For the editor")

    response = sign_in(reviewer).get(COUNTS)

    counts = {one.name: count for one, count in response.context["views"]}
    assert counts == {"Elsewhere": "", "Hot": "2", "With me": "1"}


def test_a_view_of_a_desk_one_is_not_on_says_so(sign_in, reviewer, editor, desk, other_desk):
    kept = view(editor, "Elsewhere", "desk=science", desk=desk)

    response = sign_in(reviewer).get(f"/claims/?{kept.query}")

    assert response.status_code == 422
    assert "is not one of your desks" in response.content.decode()


def test_views_are_renamed_and_deleted_on_their_page(sign_in, reviewer, editor, desk):
    own, shared = view(reviewer, "Mine"), view(editor, "Ours", desk=desk)
    client = sign_in(reviewer)

    html = client.get(ALL).content.decode()
    assert reverse("claims-view-rename", args=[own.pk]) in html
    assert reverse("claims-view-rename", args=[shared.pk]) not in html
    assert reverse("claims-view-delete", args=[shared.pk]) not in html
    client.post(reverse("claims-view-rename", args=[own.pk]), {"name": "Still mine"})
    assert SavedView.objects.get(pk=own.pk).name == "Still mine"
    assert client.post(reverse("claims-view-delete", args=[shared.pk])).status_code == 403
    client.post(reverse("claims-view-delete", args=[own.pk]))
    assert list(SavedView.objects.all()) == [shared]


def test_a_name_that_is_wrong_is_said_at_its_field(sign_in, reviewer):
    one = view(reviewer, "One")
    view(reviewer, "Two")

    response = sign_in(reviewer).post(reverse("claims-view-rename", args=[one.pk]), {"name": "Two"})

    html = response.content.decode()
    assert response.status_code == 422
    assert f'value="Two" aria-invalid="true" aria-describedby="error-{one.pk}"' in html


def test_no_query_for_each_view_but_its_count(sign_in, editor, desk, queries, django_assert_num_queries):
    client = sign_in(editor)
    view(editor, "One", desk=desk)
    page, strip = queries(lambda: client.get(ALL)), queries(lambda: client.get(COUNTS))
    listed = queries(lambda: client.get("/claims/"))
    for name in ("Two", "Three"):
        view(editor, name, desk=desk)

    with django_assert_num_queries(page):
        client.get(ALL)
    with django_assert_num_queries(strip + 2):
        client.get(COUNTS)
    with django_assert_num_queries(listed):
        client.get("/claims/")


def test_what_a_view_shows_is_said_in_words(sign_in, reviewer, desk):
    asked = f"status=in_check,open&assignee={reviewer.pk},none&desk={desk.slug}&article=7&q=one,two&order=due"
    view(reviewer, query=asked)

    html = sign_in(reviewer).get(ALL).content.decode()

    assert re.findall(r"<dt>(.*?)</dt> <dd>(.*?)</dd>", html) == [
        ("Status", "in check, open"),
        ("Article", "7"),
        ("Held by", f"{reviewer.name}, nobody"),
        ("Desk", desk.name),
        ("Words", "one,two"),
        ("Sorted by", "due"),
    ]
