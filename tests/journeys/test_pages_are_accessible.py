"""axe on every page in every state, light and dark, wide and narrow; nothing sticks out of a narrow page."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.browser import Person, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.model]

AXE = Axe()
ALL = {"resultTypes": ["violations"]}
COLOURS = ALL | {"runOnly": ["color-contrast", "link-in-text-block"]}
# A rule that is not about colours finds the same in light and in dark.
VIEWS = [(1440, "light", ALL), (1440, "dark", COLOURS), (390, "dark", ALL), (390, "light", COLOURS)]
# The colours of controls may be in transition for a moment after the scheme has changed.
SETTLED = "() => Promise.all(document.getAnimations().map((animation) => animation.finished))"
NEWCOMER = Person("Noa Nowhere", "noa@desk.example", "galley-proof-noa")
MAKE_NEWCOMER = f"""
from accounts.models import User
from accounts.policy import Role
if not User.objects.filter(email="{NEWCOMER.email}").exists():
    password = "{NEWCOMER.password}"
    User.objects.create_user("{NEWCOMER.email}", "{NEWCOMER.name}", Role.REVIEWER, password=password)
"""
LINK = f"""
from accounts.mail import password_link
from accounts.models import User
print(password_link(User.objects.get(email="{NEWCOMER.email}"), ""))
"""
FAIL = """
from claims.models import Article, Extraction
Extraction.objects.filter(revision__article={0}).update(state="failed", error="The worker ran out of memory.")
Article.objects.filter(pk={0}).update(status="extraction_failed")
"""
PLAIN = "The quay at noon\n\nThe council moved the market to {} Ferry Square. It has 212 stalls.\n"


def faults(page):
    """What axe finds, and how far the page sticks out at 390 px, one line each."""
    found = []
    for width, scheme, options in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        for violation in AXE.run(page, options=options).response["violations"]:
            for node in violation["nodes"]:
                found.append(f"{width} {scheme} {violation['id']} {node['target']} {node['failureSummary']}")
        if (needed := page.evaluate("document.scrollingElement.scrollWidth")) > width:
            found.append(f"{width} {scheme}: the page needs {needed} px")
    page.set_viewport_size({"width": VIEWS[0][0], "height": 900})
    return found


@pytest.fixture(scope="module")
def places(newsroom):
    """Ids of claims and articles in every status, by name."""
    newsroom.shell(MAKE_NEWCOMER)
    found = {
        # The oldest: what other journeys do on this desk comes later.
        status: newsroom.claims(f"desk=news&status={status}&order=age")[0]["id"]
        for status in ("suggested", "open", "in_check", "awaiting_sign_off", "resolved", "dismissed")
    }
    found["mine"] = newsroom.claims("desk=news&status=in_check&assignee=me&order=age", "reviewer")[0]["id"]
    source = {
        "kind": "interview",
        "locator": "The clerk, by phone",
        "stance": "context",
        "quote": "About so.",
    }
    newsroom.api("reviewer").post(f"claims/{found['mine']}/evidence/", source)
    found["private"] = newsroom.claims("q=about+23,000+people")[0]["id"]
    found["signed_off"] = newsroom.api().get(f"claims/{found['resolved']}/")["article"]
    found["checking"] = newsroom.api().get(f"claims/{found['awaiting_sign_off']}/")["article"]
    found["ready"] = newsroom.submit(PLAIN.format("sunny"))
    for claim in newsroom.claims(f"article={found['ready']}&status=suggested"):
        newsroom.api().post(f"claims/{claim['id']}/dismiss/", {"reason": "A small thing."})
    found["failed"] = newsroom.submit(PLAIN.format("windy"))
    newsroom.shell(FAIL.format(found["failed"]))
    found["link"] = newsroom.shell(LINK)
    return found


ADDRESSES = {
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
    "queue of an editor": ("editor", "/"),
    "queue of a reviewer": ("reviewer", "/"),
    "queue, empty": (NEWCOMER, "/"),
    "claims": ("editor", "/claims/"),
    "claims, filtered": ("editor", "/claims/?status=open,in_check&risk=high&order=due"),
    "claims, none fits": ("editor", "/claims/?q=nosuchwordanywhere"),
    "claims, odd filter": ("editor", "/claims/?status=nonsense"),
    "claims, none": (NEWCOMER, "/claims/"),
    "articles": ("editor", "/articles/"),
    "articles, none fits": ("editor", "/articles/?q=nosuchwordanywhere"),
    "articles, none": (NEWCOMER, "/articles/"),
    "submit": ("editor", "/articles/submit/"),
    "article in check": ("editor", "/articles/{checking}/"),
    "article for a viewer": ("viewer", "/articles/{signed_off}/"),
    "article, failed": ("editor", "/articles/{failed}/"),
    "article, no claims": ("editor", "/articles/{ready}/"),
    "mark by hand": ("editor", "/articles/{checking}/mark/"),
    "history": ("editor", "/articles/{checking}/history/"),
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
    "claim, dismissed": ("editor", "/claims/{dismissed}/"),
    "claim, private source": ("reviewer", "/claims/{private}/"),
    "claim for a viewer": ("viewer", "/claims/{resolved}/"),
    "403": ("reviewer", "/people/"),
    "404": ("reviewer", "/claims/99999999/"),
}


ANSWERS = {"403": 403, "404": 404, "claims, odd filter": 422}


@pytest.mark.parametrize("state", ADDRESSES)
def test_page(visit, places, state):
    person, address = ADDRESSES[state]
    page = visit(person)

    answer = page.goto(address.format(**places))

    assert answer.status == ANSWERS.get(state, 200)
    assert faults(page) == []


# ---- states that somebody brings about on the page


def mistyped(page, places):
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill("editor@desk.example")
    page.get_by_label("Password").fill("not this one")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()


def nothing_pasted(page, places):
    page.goto("/articles/submit/")
    page.locator("#id_text").fill(" ")
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_role("alert").first).to_be_visible()


def preview(page, places):
    page.goto("/articles/submit/")
    page.locator("#id_text").fill(
        "A headline\n\nBy Ada Lindqvist\n\nShare this\n\n• 12 of 40 seats\n\nThe end."
    )
    expect(page.locator("#preview li")).not_to_have_count(0)
    page.get_by_role("checkbox", name="Restrict to named people").check()


def same_text(page, places):
    page.goto("/articles/submit/")
    page.locator("#id_text").fill(PLAIN.format("sunny"))
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_role("button", name="Submit anyway")).to_be_visible()


def token_made(page, places):
    page.goto("/profile/tokens/new/")
    page.get_by_label("Name").fill("wire")
    page.get_by_role("button", name="Make token").click()
    expect(page.get_by_label("wire")).not_to_have_value("")


def claim_in_focus(page, places):
    page.goto(f"/articles/{places['checking']}/")
    page.locator(".index [data-item] a").first.click()
    expect(page.locator("#card .card-text")).to_be_visible()


def keys(page, places):
    page.goto("/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def every_fold_open(page, places):
    page.goto(f"/claims/{places['mine']}/")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def furniture_open(page, places):
    page.goto(f"/articles/{places['checking']}/")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def empty_verdict(page, places):
    page.goto(f"/claims/{places['mine']}/")
    page.get_by_role("button", name="Propose verdict").click()
    expect(page.get_by_role("alert").first).to_be_visible()


def folded_navigation(page, places):
    page.goto("/claims/")
    page.get_by_role("button", name="Narrow").click()
    expect(page.locator("html")).to_have_attribute("data-nav", "icons")


def too_late(page, places):
    """409 for a step of one press: the claim is held already."""
    page.goto(f"/claims/{places['open']}/")
    page.evaluate(
        f"document.querySelector('form[action$=\"/take/\"]').action = '/claims/{places['in_check']}/take/'"
    )
    page.keyboard.press("t")
    expect(page.get_by_role("heading", name="That step was not possible")).to_be_visible()


def conflict(page, places):
    """409 for a form: what was typed is shown."""
    page.goto(f"/claims/{places['mine']}/")
    page.get_by_label("Rationale").fill("Two sources say so.")
    for group in page.locator("#verdict fieldset:has([type=radio])").all():
        group.get_by_role("radio").first.check()
    page.evaluate("document.querySelector('#verdict [name=version]').value = 0")
    page.get_by_role("button", name="Propose verdict").click()
    expect(page.locator("#conflict")).to_be_visible()


def report_file(page, places):
    page.goto(f"/articles/{places['signed_off']}/report/")
    with page.expect_download() as download:
        page.get_by_role("link", name="HTML", exact=True).click()
    page.goto("about:blank")  # no policy but that of the file itself
    page.set_content(download.value.path().read_text("utf-8"))


DEEDS = {
    mistyped: "",
    nothing_pasted: "editor",
    preview: "editor",
    same_text: "editor",
    token_made: "editor",
    claim_in_focus: "editor",
    keys: "editor",
    every_fold_open: "reviewer",
    furniture_open: "editor",
    empty_verdict: "reviewer",
    folded_navigation: "reviewer",
    too_late: "reviewer",
    conflict: "reviewer",
    report_file: "editor",
}


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_state(visit, places, deed):
    page = visit(DEEDS[deed])

    deed(page, places)

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
