import pytest
from django.urls import reverse

from claims.views.shell import shell
from tests.factories import ClaimFactory


def test_the_entry_i_am_in_is_marked(sign_in, editor, claim):
    html = sign_in(editor).get(claim.get_absolute_url()).content.decode()

    assert html.count('aria-current="page"') == 1
    assert 'data-nav-link="claims" aria-current="page"' in html


def test_pages_below_an_entry_are_in_it_too(sign_in, editor, article):
    client = sign_in(editor)

    for page, entry in (
        (reverse("revisions", args=[article.pk]), "articles"),
        (reverse("revision", args=[article.pk, article.revision.number]), "articles"),
        (reverse("password-change"), "profile"),
    ):
        assert f'data-nav-link="{entry}" aria-current="page"' in client.get(page).content.decode()


def test_counts_stand_in_the_navigation(sign_in, reviewer, article):
    ClaimFactory(article=article, end=3)
    ClaimFactory(article=article, end=4, status="in_check", assignee=reviewer)

    counts = sign_in(reviewer).get(reverse("articles")).context["nav_counts"]

    assert counts == {"queue": "1", "inbox": "0", "claims": "2", "articles": "1"}


def test_a_claim_held_on_a_desk_that_was_left_is_not_counted(sign_in, reviewer, other_desk):
    ClaimFactory(article__desk=other_desk, status="in_check", assignee=reviewer)

    counts = sign_in(reviewer).get(reverse("articles")).context["nav_counts"]

    assert counts == {"queue": "0", "inbox": "0", "claims": "0", "articles": "0"}


@pytest.mark.parametrize(
    ("person", "entries"),
    [
        ("editor", {"queue", "inbox", "claims", "register", "articles", "article-submit", "profile"}),
        ("reviewer", {"queue", "inbox", "claims", "articles", "profile"}),
        ("viewer", {"inbox", "claims", "articles", "profile"}),
        ("admin", {"inbox", "claims", "articles", "people", "rules", "erasures", "profile"}),
    ],
)
def test_everybody_finds_their_own_entries(request, sign_in, person, entries):
    html = sign_in(request.getfixturevalue(person)).get(reverse("articles")).content.decode()

    found = {part.partition('"')[0] for part in html.split('data-nav-link="')[1:]}
    assert found == entries


def test_before_sign_in_there_is_no_navigation(client, db):
    html = client.get(reverse("sign-in")).content.decode()

    assert "data-nav-link" not in html
    assert 'id="main"' in html


@pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ('"><script>', "")])
def test_the_theme_is_one_of_two(rf, cookie, theme):
    request = rf.get("/")
    request.COOKIES["theme"] = cookie
    request.resolver_match = None

    assert shell(request)["theme"] == theme


def test_letters_are_dead_for_who_switched_them_off(sign_in, reviewer):
    reviewer.shortcuts = False
    reviewer.save()

    assert 'data-shortcuts="off"' in sign_in(reviewer).get(reverse("queue")).content.decode()


def test_nothing_stands_inline(sign_in, editor, claim):
    client = sign_in(editor)

    for address in ("/", claim.get_absolute_url(), claim.article.get_absolute_url(), "/articles/submit/"):
        html = client.get(address).content.decode()
        assert " style=" not in html
        assert "<style" not in html
        assert " onclick=" not in html
        assert html.count("<script") == html.count("<script src=") + html.count('<script type="module" src=')
