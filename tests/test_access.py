"""The table of roles × routes × objects, and that what one may not see leaves no trace anywhere."""

import re

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

from accounts.models import Event
from claims import search
from claims.models import Export
from tests.access_table import API, PAGES, ROLES, SECTIONS, TABLE
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    EvidenceFactory,
    FixFactory,
    told,
)


def routes(patterns=None, address="", space=""):
    """The key of every route: its name, or its address where it has none."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        place = address + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(
                pattern.url_patterns, place, f"{pattern.namespace}:" if pattern.namespace else space
            )
        else:
            yield space + pattern.name if pattern.name else place


def test_every_route_has_a_row_and_every_row_a_route():
    found = list(routes())

    assert len(set(found)) == len(found)
    assert set(TABLE) == set(found)


class Callers:
    """Calls addresses as different people; no call leaves anything behind."""

    def __init__(self, people):
        self.cookies = {None: None}
        for person in people:
            client = Client()
            client.force_login(person)
            self.cookies[person] = client.cookies[settings.SESSION_COOKIE_NAME].value

    def __call__(self, person, method, key, thing=None):
        """The status of the answer."""
        row, client = TABLE[key], Client()
        if person is not None:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.cookies[person]
        # The API is sent JSON, a page a form.
        kind = {"content_type": "application/json"} if key in API else {}
        with transaction.atomic():
            if method == "get":
                answer = client.get(address_of(key, thing))
            else:
                answer = client.post(address_of(key, thing), row.body or {}, **kind)
            content_of(answer)
            transaction.set_rollback(True)
        return answer.status_code


def address_of(key, thing=None):
    row = TABLE[key]
    named = {} if not row.of else {"slug": thing.slug} if row.of == "desk" else {"pk": thing.pk}
    return row.path or reverse(key, kwargs=(row.args or {}) | named)


def content_of(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("section", SECTIONS)
def test_each_role_gets_what_the_table_says(section, method, people, things):
    call = Callers(people.values())
    wrong = {}
    for key, row in SECTIONS[section].items():
        declared = row.get if method == "get" else row.post
        unasked = 401 if key in API else 302
        expected = {"nobody": row.anonymous[method == "post"] if row.anonymous else unasked}
        got = {"nobody": call(None, method, key, things.own.get(row.of) or people["editor"])}
        for role, person in people.items():
            belongs = things.own | things.belonging[role]
            expected[role] = declared[role] if declared else 405
            got[role] = call(person, method, key, belongs.get(row.of))
            for number, hidden in enumerate(things.not_there):
                if row.of in hidden:
                    expected[f"{role}, hidden {number}"] = 404 if declared else 405
                    got[f"{role}, hidden {number}"] = call(person, method, key, hidden[row.of])
        wrong |= {(key, who): (got[who], expected[who]) for who in got if got[who] != expected[who]}

    assert wrong == {}, "got, expected"


def test_an_editor_of_another_desk_finds_nothing(things, outsider):
    call = Callers([outsider])
    of_desk = {key: row for key, row in TABLE.items() if row.of in ("article", "claim", "desk")}
    answers = {
        (key, method): call(outsider, method, key, things.own[row.of])
        for key, row in of_desk.items()
        for method in ("get", "post")
        if getattr(row, method)
    }

    assert {key for key, status in answers.items() if status != 404} == set()


READ = [key for key, row in (PAGES | API).items() if row.get and key not in ("api-schema", "^api/")]
QUERIES = {  # besides the bare list: searches that would find what is hidden, and filters that would count it
    "claims": ["?q=zanzibar", "?status=open", "?assignee=none&order=score"],
    "articles": ["?q=zanzibar", "?status=checking"],
    "register": ["?state=asked", "?kind=waivers"],
    "api-claims": ["?q=zanzibar", "?status=open&order=due"],
    "api-articles": ["?q=zanzibar"],
}


TIME = r"(\d{1,2} \w+ \d{4}, )?\b\d{2}:\d{2}\b"
MARKS = rf"[A-Za-z0-9]{{64}}|{TIME}|position\W+\d+|\d+ not yet sealed|\"unsealed\": \d+"


def without_marks(content):
    """What a page says, less the tokens that differ at every call and the minute a print was made.

    Less the head of the trail, too: whoever may take a report away is told how many events there are.
    """
    return re.sub(MARKS, "", content.decode())


@pytest.mark.parametrize("role", ROLES)
def test_what_is_hidden_changes_no_page_and_no_count(
    role, people, things, desk, other_desk, outsider, unguarded
):
    client = Client()
    client.force_login(people[role])
    owned = things.own | things.belonging[role]
    pages = {key: address_of(key, owned.get(TABLE[key].of)) for key in READ}
    addresses = [address + query for key, address in pages.items() for query in ("", *QUERIES.get(key, ()))]

    def said():
        told = {address: without_marks(content_of(client.get(address))) for address in addresses}
        Event.objects.filter(kind="export.taken").delete()  # by this very reading
        return told

    said()  # a notice that is opened is read: the first reading changes the next
    before = said()
    same_words = things.own["article"].revision.text
    for place in ({"desk": other_desk}, {"desk": desk, "restricted": True}):
        for text in (same_words, "Zanzibar has 1,200 berths, said Zoe."):
            hidden = ArticleFactory(title="Zanzibar", submitted_by=outsider, text=text, **place)
            search.add_article(hidden)
            claim = ClaimFactory(article=hidden, text="Zanzibar has 1,200 berths", priority=90)
            search.add_claims([claim.pk])
            EvidenceFactory(claim=claim, added_by=outsider, locator="Zanzibar")
            FixFactory(claim=claim, old="Zanzibar", verdict__author=outsider)
            told(people[role], hidden)
    after = said()

    assert [address for address in addresses if before[address] != after[address]] == []


def test_who_may_see_it_does_find_it(editor, desk, outsider):
    """Otherwise the test above would prove nothing."""
    client = Client()
    client.force_login(editor)
    shown = ArticleFactory(title="Zanzibar", desk=desk, submitted_by=outsider)
    search.add_article(shown)
    claim = ClaimFactory(article=shown, text="Zanzibar has 1,200 berths")
    search.add_claims([claim.pk])
    FixFactory(claim=claim)

    for key, (query, *_) in QUERIES.items():
        assert "Zanzibar" in content_of(client.get(address_of(key) + query)).decode(), key


@pytest.fixture
def post(editor):
    """`post(path, body)` calls the API as an editor of the desk and gives what it said."""
    client = Client()
    client.force_login(editor)
    return lambda path, body: client.post(f"/api/v1/{path}", body, content_type="application/json").json()


def test_a_hidden_twin_gives_no_warning(post, things):
    twins = [thing["article"].revision.text for thing in things.not_there]

    warned = post("articles/", {"text": twins[0], "kind": "house"})["warnings"]

    # All the articles of these tests have the same text: only the one on the own desk is named.
    assert twins[0] == twins[1] == things.own["article"].revision.text
    assert [warning["article"] for warning in warned] == [things.own["article"].pk]


def test_a_hidden_claim_is_in_no_export(post, things):
    said = post("exports/", {"format": "json", "filters": {}})

    assert said["progress"] == {"done": 1, "total": 1}
    assert Export.objects.get(pk=said["id"]).articles == [things.own["article"].pk]
