"""What people type never becomes markup, nor a place for a value in a sentence of ours, in any language."""

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Desk, Event, User
from claims.models import Article, Notice, Rating, SavedView
from claims.views.event_words import SENTENCES
from claims.views.told import SAID
from tests.access_table import ACCOUNTS, PAGES, ROLES
from tests.factories import ClaimFactory, EvidenceFactory
from tests.test_access import address_of, content_of

HOSTILE = "<script>alert('{who}')</script> %(name)s {0} & {"


@pytest.fixture
def hostile(people, things):
    """All names and titles are hostile, and so is every kind of event, by a person and by a guest."""
    article, claim = things.own["article"], things.own["claim"]
    User.objects.update(name=HOSTILE)
    Desk.objects.update(name=HOSTILE)
    Article.objects.update(title=HOSTILE, byline=HOSTILE)
    SavedView.objects.update(name=HOSTILE)
    Rating.objects.update(label=HOSTILE)
    EvidenceFactory(claim=claim, locator=HOSTILE, quote=HOSTILE)
    ClaimFactory(article=article, start=30, end=47, text=HOSTILE, status="suggested")
    subjects = {"article": article, "claim": claim, "desk": things.own["desk"], "rule": things.own["rule"]}
    for kind in SENTENCES:
        subject = subjects.get(kind.partition(".")[0], article)
        for by, after in ((people["admin"], {}), (None, {"through": f"link 1 for {HOSTILE}"})):
            within = article if subject == claim else None
            said = {"by": by, "note": HOSTILE, "after": after, "within": within}
            for why in [why for why, told_of in SAID if told_of == kind] or [None]:
                event = Event.objects.append(kind, subject, **said)
                for person in people.values() if why else ():
                    about = {"article": article, "claim": claim, "event": event}
                    Notice.objects.create(person=person, kind=why, **about)
    return things


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("role", ROLES)
def test_no_page_draws_what_was_typed_as_markup(role, language, people, hostile):
    person, client = people[role], Client()
    User.objects.filter(pk=person.pk).update(language=language)
    client.force_login(person)
    owned = hostile.own | hostile.belonging[role]
    wrong, seen = {}, 0
    for key, row in (ACCOUNTS | PAGES).items():
        if not row.get or row.get[role] != 200:
            continue
        answer = client.get(address_of(key, owned.get(row.of)))
        page = content_of(answer).decode()
        seen += "&lt;script&gt;alert(" in page
        if answer.status_code != 200 or ("<script>alert(" in page and "html" in answer["Content-Type"]):
            wrong[key] = answer.status_code

    assert wrong == {}
    assert seen > 5
