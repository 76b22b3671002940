"""axe on every page, light and dark, wide and narrow; nothing sticks out of a narrow page."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import NEWCOMER, PLAIN, faults
from tests.journeys.browser import sign_in

pytestmark = [pytest.mark.journey, pytest.mark.model]

ADDRESSES = {
    "sign in": ("", "/sign-in/"),
    "password reset": ("", "/password/reset/"),
    "password reset, sent": ("", "/password/reset/sent/"),
    "password set": ("", "{link}"),
    "password set, link used up": ("", "/password/set/MQ/none-such/"),
    "profile": ("editor", "/profile/"),
    "password change": ("editor", "/profile/password/"),
    "tokens": ("editor", "/profile/tokens/"),
    "tokens, none": (NEWCOMER, "/profile/tokens/"),
    "token, new": ("editor", "/profile/tokens/new/"),
    "people": ("admin", "/people/"),
    "invite": ("admin", "/people/invite/"),
    "person": ("admin", "/people/1/"),
    "desks": ("admin", "/desks/"),
    "rules": ("admin", "/rules/"),
    "rule": ("admin", "/rules/{rule}/"),
    "rule, new": ("admin", "/rules/add/"),
    "erasures": ("admin", "/erasures/"),
    "erasures, and who may ask": ("editor", "/erasures/"),
    "erasure that waits": ("admin", "/erasures/{erasure}/"),
    "history of what is to be erased": ("editor", "/articles/{to_erase}/history/"),
    "article without words": ("editor", "/articles/{erased}/"),
    "claim without words": ("editor", "/claims/{erased_claim}/"),
    "history without words": ("editor", "/articles/{erased}/history/"),
    "threshold": ("editor", "/desks/news/threshold/"),
    "find": ("reviewer", "/find/"),
    "find, found": ("admin", "/find/?q=re"),
    "find, nothing fits": ("editor", "/find/?q=zz"),
    "figures": ("editor", "/desks/news/figures/?days=90"),
    "figures for a reviewer": ("reviewer", "/desks/news/figures/"),
    "figures, none": ("editor", "/desks/sport/figures/"),
    "figures, odd period": ("editor", "/desks/news/figures/?days=soon"),
    "agreement": ("editor", "/desks/news/agreement/"),
    "agreement, none": ("editor", "/desks/sport/agreement/"),
    "agreement, odd period": ("editor", "/desks/news/agreement/?since=2026-03-02&until=2026-03-01"),
    "inbox": ("editor", "/inbox/"),
    "inbox, none": (NEWCOMER, "/inbox/"),
    "roles of blocks": ("editor", "/articles/{checking}/blocks/"),
    "who sees it": ("editor", "/articles/{checking}/readers/"),
    "queue of an editor": ("editor", "/"),
    "queue of a reviewer": ("reviewer", "/"),
    "queue, empty": (NEWCOMER, "/"),
    "inbox of a reviewer": ("second_reviewer", "/inbox/"),
    "inbox, odd cursor": ("reviewer", "/inbox/?cursor=nonsense"),
    "claims": ("editor", "/claims/"),
    "claims, filtered": ("editor", "/claims/?status=open,in_check&risk=high&order=due"),
    "claims, none fits": ("editor", "/claims/?q=nosuchwordanywhere"),
    "claims, odd filter": ("editor", "/claims/?status=nonsense"),
    "claims, none": (NEWCOMER, "/claims/"),
    "claims to judge": ("reviewer", "/claims/?status=suggested&order=age"),
    "claims for a viewer": ("viewer", "/claims/?order=due"),
    "claims, none to judge": ("editor", "/claims/?status=suggested&q=nosuchwordanywhere"),
    "saved views, none": (NEWCOMER, "/claims/views/"),
    "saved views": ("editor", "/claims/views/"),
    "articles": ("editor", "/articles/"),
    "articles, none fits": ("editor", "/articles/?q=nosuchwordanywhere"),
    "articles, none": (NEWCOMER, "/articles/"),
    "submit": ("editor", "/articles/submit/"),
    "article in check": ("editor", "/articles/{checking}/"),
    "article for a viewer": ("viewer", "/articles/{signed_off}/"),
    "article, failed": ("editor", "/articles/{failed}/"),
    "article, no claims": ("editor", "/articles/{ready}/"),
    "why not": ("editor", "/articles/{checking}/why-not/"),
    "why not, nearest first": ("viewer", "/articles/{checking}/why-not/?order=score"),
    "mark by hand": ("editor", "/articles/{checking}/mark/"),
    "new version": ("editor", "/articles/{checking}/revise/"),
    "versions": ("reviewer", "/articles/{revised}/revisions/"),
    "version": ("editor", "/articles/{revised}/revisions/2/"),
    "version for a viewer": ("viewer", "/articles/{revised}/revisions/2/"),
    "article with changed words": ("editor", "/articles/{revised}/?claim={reworded}"),
    "history": ("editor", "/articles/{checking}/history/"),
    "fix list": ("second_editor", "/articles/{fixes}/fixes/"),
    "fix list, none": ("editor", "/articles/{ready}/fixes/"),
    "fixes, applied next": ("editor", "/articles/{fixes}/fixes/apply/"),
    "fixes, none to apply": ("editor", "/articles/{ready}/fixes/apply/"),
    "fixes for a guest": ("", "{guest}"),
    "fixes for a guest, ended": ("", "/fixes/no-such-key/"),
    "register of fixes": ("editor", "/register/"),
    "register of waivers": ("editor", "/register/?kind=waivers"),
    "register, odd filter": ("editor", "/register/?state=nonsense"),
    "sign-off, gates of house copy": ("second_editor", "/articles/{fixes}/sign-off/"),
    "sign-off, gates": ("editor", "/articles/{checking}/sign-off/"),
    "sign-off, ready": ("second_editor", "/articles/{ready}/sign-off/"),
    "sign-off, signed": ("editor", "/articles/{signed_off}/sign-off/"),
    "report": ("editor", "/articles/{signed_off}/report/"),
    "report, not final": ("editor", "/articles/{checking}/report/"),
    "report, no claims": ("editor", "/articles/{ready}/report/"),
    "claim, suggested": ("editor", "/claims/{suggested}/"),
    "claim, open": ("reviewer", "/claims/{open}/"),
    "claim, in check": ("editor", "/claims/{in_check}/"),
    "claim, in check with me": ("reviewer", "/claims/{mine}/"),
    "claim, awaiting sign-off": ("second_editor", "/claims/{awaiting_sign_off}/"),
    "claim, resolved": ("editor", "/claims/{resolved}/"),
    "claim, words changed since": ("editor", "/claims/{reworded}/"),
    "claim, dismissed": ("editor", "/claims/{dismissed}/"),
    "claim, private source": ("reviewer", "/claims/{private}/"),
    "claim for a viewer": ("viewer", "/claims/{resolved}/"),
    "403": ("reviewer", "/people/"),
    "404": ("reviewer", "/claims/99999999/"),
}


ANSWERS = {"403": 403, "404": 404, "claims, odd filter": 422, "register, odd filter": 422}
ANSWERS["agreement, odd period"] = ANSWERS["figures, odd period"] = 422
ANSWERS["inbox, odd cursor"] = 422
ANSWERS["fixes for a guest, ended"] = 404


@pytest.mark.parametrize("state", ADDRESSES)
def test_page(visit, places, state):
    person, address = ADDRESSES[state]
    page = visit(person)

    answer = page.goto(address.format(**places))

    assert answer.status == ANSWERS.get(state, 200)
    assert faults(page) == []


def test_article_while_its_claims_are_looked_for(visit, newsroom):
    page = visit("editor")
    with newsroom.stack.hanging("worker"):
        body = {"text": PLAIN.format("empty"), "kind": "outside", "desk": "news"}
        article = newsroom.api().post("articles/", body).json["id"]
        for address in (f"/articles/{article}/", "/articles/"):
            page.goto(address)
            expect(page.get_by_role("progressbar", name=re.compile("Search for claims"))).to_be_visible()
            assert faults(page) == []


def test_sign_in(visit):
    page = visit()
    page.goto("/claims/")
    assert faults(page) == []
    sign_in(page, NEWCOMER)
    expect(page.get_by_role("heading", name="Claims")).to_be_visible()
