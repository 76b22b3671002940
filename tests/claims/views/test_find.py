import re

import pytest

from claims import search
from claims.views import find as finder
from tests.factories import ArticleFactory, ClaimFactory, UserFactory

FRAGMENT = {"HX-Request": "true", "HX-Target": "found"}


def links(answer):
    return re.findall(r'class="found-item" href="([^"]+)"', answer.text)


def words(answer):
    return re.findall(r'class="found-item[^>]+>.*?<span[^>]*>([^<]+)</span>', answer.text, re.DOTALL)


def test_without_scripts_it_is_a_page(sign_in, reviewer, claim):
    search.add_claims([claim.pk])

    answer = sign_in(reviewer).get("/find/", {"q": " berths "})

    assert "<!doctype html>" in answer.text
    assert 'value="berths"' in answer.text
    assert f"/claims/{claim.pk}/" in links(answer)
    assert "/claims/?q=berths" in links(answer)


def test_the_dialog_is_given_the_list_alone(sign_in, reviewer):
    answer = sign_in(reviewer).get("/find/", {"q": "arti"}, headers=FRAGMENT)

    assert "<html" not in answer.text
    assert links(answer)[0] == "/articles/"


def test_every_page_offers_it_with_its_key(sign_in, viewer):
    page = sign_in(viewer).get("/articles/").text

    assert '<dialog id="finder"' in page
    assert re.search(r'href="/find/" data-finder aria-keyshortcuts="Control\+K"', page)
    assert '<dialog id="finder"' not in sign_out_and_get(sign_in(viewer))


def sign_out_and_get(client):
    client.logout()
    return client.get("/sign-in/").text


@pytest.mark.parametrize(
    ("person", "yes", "no"),
    [
        (
            "viewer",
            {"Claims", "Articles", "Profile", "Inbox", "Saved views"},
            {"My queue", "Submit an article", "People", "Figures of News"},
        ),
        (
            "reviewer",
            {"My queue", "Take the next claim", "Figures of News"},
            {"Threshold of News", "People", "Submit an article"},
        ),
        ("editor", {"Submit an article", "Threshold of News", "Agreement on News"}, {"People", "Desks"}),
        ("admin", {"People", "Desks", "Rules for second checks"}, {"My queue", "Figures of News"}),
    ],
)
def test_places_are_those_one_may_open(sign_in, request, person, yes, no):
    client = sign_in(request.getfixturevalue(person))
    offered = set()
    for query in "macspftdrwlokuie":
        answer = client.get("/find/", {"q": query}, headers=FRAGMENT)
        offered |= set(words(answer))
        for link in links(answer):
            assert client.get(link).status_code == 200

    assert yes <= offered
    assert not no & offered


def test_places_are_known_by_other_words_too(sign_in, editor):
    client = sign_in(editor)

    assert words(client.get("/find/?q=dark"))[0] == "Light or dark"
    assert words(client.get("/find/?q=up+new"))[0] == "Submit an article"
    assert (
        words(client.get("/find/?q=settings"))[0]
        != words(client.get("/find/?q=key"))[0]
        == "Keys of the desk"
    )
    assert words(client.get("/find/?q=zzz"))[0].startswith("Claims with")


def test_a_step_is_sent_and_never_followed(sign_in, reviewer, claim):
    answer = sign_in(reviewer).get("/find/?q=take")

    assert '<form method="post" action="/queue/next/">' in answer.text
    assert "csrfmiddlewaretoken" in answer.text


def test_words_are_shown_as_text_and_kept_in_addresses(sign_in, reviewer, desk):
    article = ArticleFactory(title="<b>Harbour & sea</b>", desk=desk)
    search.add_article(article)

    answer = sign_in(reviewer).get("/find/", {"q": "harbour & <b>"})

    assert "&lt;b&gt;Harbour &amp; sea&lt;/b&gt;" in answer.text
    assert "/claims/?q=harbour%20%26%20%3Cb%3E" in links(answer)


def test_people_lead_to_what_they_hold_and_admins_to_their_row(sign_in, reviewer, admin, second_reviewer):
    assert f"/claims/?assignee={second_reviewer.pk}" in links(sign_in(reviewer).get("/find/?q=davit"))
    assert f"/people/{second_reviewer.pk}/" in links(sign_in(admin).get("/find/?q=davit"))


def test_too_long_a_query_is_told(sign_in, reviewer):
    answer = sign_in(reviewer).get("/find/", {"q": "harbour " * 40})

    assert answer.status_code == 200
    assert "at most 200 characters" in answer.text


def test_restricted_articles_and_left_desks_are_absent(sign_in, reviewer, desk):
    secret = ArticleFactory(title="Harbour secret", desk=desk, restricted=True)
    claim = ClaimFactory(article=secret)
    search.add_article(secret)
    search.add_claims([claim.pk])
    client = sign_in(reviewer)

    said = client.get("/find/?q=harbour").text
    assert "secret" not in said
    assert claim.text not in said
    secret.readers.add(reviewer)
    assert "secret" in client.get("/find/?q=harbour").text


def test_queries_do_not_grow(sign_in, reviewer, claim, queries):
    client = sign_in(reviewer)
    UserFactory(name="Harbour Pilot", desks=[claim.desk])

    assert queries(lambda: client.get("/find/?q=harbour", headers=FRAGMENT)) <= 9


def test_a_place_is_found_by_the_words_of_the_reader_s_language(sign_in, viewer, monkeypatch):
    german = {"Inbox": "Eingang", "mentions notices watch": "Hinweise Erwähnungen"}
    monkeypatch.setattr(finder, "_", lambda words: german.get(words, words))
    client = sign_in(viewer)

    for typed in ("eing", "ERWÄHN"):
        answer = client.get("/find/", {"q": typed}, headers=FRAGMENT)
        assert (words(answer)[0], links(answer)[0]) == ("Eingang", "/inbox/")
    assert "/inbox/" not in links(client.get("/find/", {"q": "mentions"}, headers=FRAGMENT))
