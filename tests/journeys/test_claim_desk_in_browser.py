"""The claim desk: words that survive, deciding by keyboard, lists walked to their end, sources at once."""

import os
import re
import signal
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import CHROMIUM, FLAGS, PEOPLE, Visitors, eventually

pytestmark = [pytest.mark.journey, pytest.mark.model]

HALF = "Half a thought about the register, p. 12; the other half"


@pytest.fixture(scope="module")
def held(newsroom):
    """A claim in the reviewer's hands, with a source."""
    article = newsroom.submit("The old quay\n\nThe old quay has 1,412 berths. It opened in May 1987.\n")
    claim = newsroom.claims(f"article={article}&status=suggested")[0]["id"]
    newsroom.api().post(f"claims/{claim}/accept/")
    newsroom.api("reviewer").post(f"claims/{claim}/take/")
    return claim


@contextmanager
def another_browser(chromium, newsroom):
    """A browser of its own, and what kills it as the machine would."""
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=FLAGS)
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    (pid,) = [one["id"] for one in processes if one["type"] == "browser"]
    try:
        yield Visitors(browser, newsroom), lambda: os.kill(pid, signal.SIGKILL)
    finally:
        browser.close()


def kept(page, form):
    return page.locator(form).get_by_text("Draft of")


def test_drafts_survive_a_killed_browser(visit, chromium, newsroom, held):
    with another_browser(chromium, newsroom) as (visitors, kill):
        page = visitors("reviewer")
        page.goto(f"/claims/{held}/")
        page.locator(".ratings label").nth(1).click()
        page.get_by_label("Rationale").press_sequentially(HALF)
        expect(kept(page, "#verdict")).to_be_visible()
        eventually(lambda: HALF in newsroom.shell(DRAFTS))
        kill()

    page = visit("reviewer")
    page.goto(f"/claims/{held}/")

    expect(page.get_by_label("Rationale")).to_have_value(HALF)
    expect(page.locator(".ratings input").nth(1)).to_be_checked()
    expect(kept(page, "#verdict")).to_be_visible()


DRAFTS = """
from claims.models import Draft
print([draft.values for draft in Draft.objects.all()])
"""


def test_drafts_survive_a_web_process_that_is_killed_and_come_to_another_tab(visit, newsroom, held):
    first = visit("reviewer")
    first.goto(f"/claims/{held}/")
    note = first.get_by_label("Note", exact=True)
    with newsroom.stack.without("web"):
        note.fill("Typed while the desk was away.")
        expect(first.locator("#notes")).to_contain_text("Not kept yet: the desk does not answer.")
    expect(kept(first, "#notes")).to_be_visible()
    expect(first.locator("#notes")).not_to_contain_text("Not kept yet")

    second = first.context.new_page()
    second.goto(f"/claims/{held}/")
    expect(second.get_by_label("Note", exact=True)).to_have_value("Typed while the desk was away.")

    # Untouched, the other tab takes the newer words; typed in, it asks.
    second.get_by_label("Note", exact=True).fill("From the second tab.")
    expect(kept(second, "#notes")).to_be_visible()
    second.get_by_label("Note", exact=True).blur()
    eventually(lambda: "From the second tab." in newsroom.shell(DRAFTS))
    first.evaluate("dispatchEvent(new Event('focus'))")
    expect(note).to_have_value("From the second tab.")

    second.get_by_label("Note", exact=True).fill("")
    second.get_by_label("Note", exact=True).press_sequentially("Newer.")
    eventually(lambda: "Newer." in newsroom.shell(DRAFTS))
    first.evaluate("dispatchEvent(new Event('focus'))")
    expect(note).to_have_value("Newer.")
    first.locator("#notes").get_by_role("button", name="Discard").click()
    expect(first.get_by_label("Note", exact=True)).to_have_value("")
    assert "Newer." not in newsroom.shell(DRAFTS)


def test_a_form_that_was_sent_leaves_no_draft(visit, newsroom, held):
    page = visit("reviewer")
    page.goto(f"/claims/{held}/")

    page.get_by_label("Note", exact=True).fill("Sent at once.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#notes")).to_contain_text("Sent at once.")

    expect(page.get_by_label("Note", exact=True)).to_have_value("")
    assert "Sent at once." not in newsroom.shell(DRAFTS)


TEN = "\n\n".join(
    f"The {place} took in {number},412 tonnes of grain in {2001 + number}."
    for number, place in enumerate(
        ["old port", "new port", "east quay", "west quay", "mill", "silo", "depot", "lock", "ferry", "pier"],
        1,
    )
)


@pytest.fixture(scope="module")
def ten(newsroom):
    """Ten claims in the second reviewer's hands, each with a source, in an article of its own desk list."""
    article = newsroom.submit(f"Grain in the harbour\n\n{TEN}\n")
    claims = [claim["id"] for claim in newsroom.claims(f"article={article}&status=suggested&order=age")]
    carla = newsroom.api("second_reviewer")
    for number, claim in enumerate(claims, 1):
        for api, step in ((newsroom.api(), "accept"), (carla, "take")):
            assert api.post(f"claims/{claim}/{step}/").status == 200
        source = {"kind": "document", "locator": f"The register, p. {number}", "stance": "supports"}
        assert carla.post(f"claims/{claim}/evidence/", source | {"quote": "As said."}).status == 201
    assert len(claims) == 10
    return article, claims


class Keys:
    """The keyboard alone, and how often it was pressed."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def __call__(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1


def settled(page):
    """No second press is taken for one on the page that comes up."""
    page.wait_for_load_state()
    page.wait_for_timeout(600)


def claim_on(page):
    return int(re.search(r"/claims/(\d+)/", page.url)[1])


def test_ten_claims_by_keyboard_alone(visit, newsroom, ten):
    article, claims = ten
    page = visit("second_reviewer")
    page.goto(f"/claims/?article={article}&assignee=me&order=age")
    keys = Keys(page)
    keys("j", "Enter")
    page.wait_for_url(f"**/claims/{claims[0]}/*")
    expect(page.get_by_role("navigation", name="List")).to_contain_text("1 of 10")

    decided, opening = [], keys.pressed
    for number, claim in enumerate(claims, 1):
        expect(page.get_by_label("Rationale")).to_have_value(
            f"According to The register, p. {number}: “As said.”"
        )
        settled(page)
        keys("1", "Control+Enter")
        page.wait_for_url(lambda address, claim=claim: f"/claims/{claim}/" not in address)
        decided.append(claim)

    assert keys.pressed - opening == 2 * len(claims)
    expect(page.locator("#messages")).to_contain_text("That was the last claim of this list.")
    states = {newsroom.api().get(f"claims/{claim}/")["status"] for claim in decided}
    assert states == {"awaiting_sign_off"}


def test_signing_and_returning_by_keyboard_alone(visit, newsroom, ten):
    article, claims = ten
    page = visit("second_editor")
    page.goto(f"/claims/?article={article}&status=awaiting_sign_off&order=age")
    keys = Keys(page)
    keys("j", "Enter")
    page.wait_for_url(f"**/claims/{claims[0]}/*")

    settled(page)
    before = keys.pressed
    keys("Control+Enter")
    page.wait_for_url(f"**/claims/{claims[1]}/*")
    assert keys.pressed - before == 1

    settled(page)
    keys("s")
    page.wait_for_url(f"**/claims/{claims[2]}/*")
    settled(page)
    keys("r")
    expect(page.get_by_label("What is missing?")).to_be_focused()
    page.keyboard.type("Which register?")
    keys("Control+Enter")
    page.wait_for_url(f"**/claims/{claims[3]}/*")
    assert keys.pressed - before == 4

    keys("k")
    page.wait_for_url(f"**/claims/{claims[1]}/*")  # the one between went back to its checker
    state = {number: newsroom.api().get(f"claims/{claims[number]}/")["status"] for number in range(3)}
    assert state == {0: "resolved", 1: "awaiting_sign_off", 2: "in_check"}

    page.get_by_role("navigation", name="List").get_by_role("link", name="Claims").click()
    expect(page.locator(f"#claim-{claims[1]}[data-current]")).to_be_visible()


def test_a_double_press_does_not_sign_what_nobody_saw(visit, newsroom, ten):
    _article, claims = ten
    page = visit("second_editor")
    page.goto(f"/claims/{claims[4]}/?list=article")
    settled(page)

    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/claims/{claims[5]}/*", wait_until="commit")
    page.keyboard.press("Control+Enter")

    settled(page)
    assert claim_on(page) == claims[5]
    assert newsroom.api().get(f"claims/{claims[5]}/")["status"] == "awaiting_sign_off"


def test_several_addresses_and_a_source_of_another_claim(visit, newsroom, held, ten):
    page = visit("reviewer")
    page.goto(f"/claims/{held}/")
    page.keyboard.press("e")
    page.get_by_label("Where", exact=True).focus()
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text/plain", "https://a.example/1\\nhttps://b.example/2\\n");
            document.activeElement.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    several = page.get_by_label("Addresses, one a line")
    expect(several).to_have_value("https://a.example/1\nhttps://b.example/2")
    expect(several).to_be_focused()
    several.press("End")
    page.keyboard.type("\nthe clerk")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#links-form")).to_contain_text("Line 3 is no web address: “the clerk”.")
    several.fill("https://a.example/1\nhttps://b.example/2")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#evidence .records > li.record[data-stance]")).to_have_count(2)

    other = newsroom.claims(f"article={newsroom.api().get(f'claims/{held}/')['article']}&status=suggested")[
        0
    ]["id"]
    page.goto(f"/claims/{other}/")
    page.get_by_text("Sources of other claims of this article").click()
    offered = page.locator("#beside li", has_text="https://a.example/1")
    offered.get_by_label("What it says of this claim").select_option("contradicts")
    offered.get_by_role("button", name="Use here").click()
    expect(page.locator("#evidence li[data-stance=contradicts]")).to_contain_text("https://a.example/1")
    page.get_by_text("Sources of other claims of this article").click()
    expect(page.locator("#beside li")).to_have_count(1)


def test_without_single_keys_the_hints_are_gone_and_the_buttons_work(visit, newsroom, held):
    page = visit("reviewer")
    page.goto(f"/claims/{held}/")
    page.evaluate("document.body.dataset.shortcuts = 'off'")
    expect(page.locator(".ratings kbd").first).to_be_hidden()
    expect(page.locator("#verdict kbd", has_text="Enter").first).to_be_visible()


DRAFT = """
from accounts.models import User
from claims.actions import drafts
drafts.save("claim:{claim}:note", {{"note-body": ["Half a note"]}}, by=User.objects.get(email="{email}"))
"""


def test_without_scripts_drafts_are_shown_and_addresses_added(visit, newsroom, held):
    newsroom.shell(DRAFT.format(claim=held, email=PEOPLE["reviewer"].email))
    page = visit("reviewer", javascript=False)
    page.goto(f"/claims/{held}/?list=held")
    records = page.locator("#evidence > ol > li")
    before = records.count()

    expect(page.get_by_label("Note", exact=True)).to_have_value("Half a note")
    page.locator("#notes").get_by_role("button", name="Discard").click()
    expect(page.get_by_label("Note", exact=True)).to_have_value("")
    assert page.url.endswith(f"/claims/{held}/?list=held")

    page.get_by_text("Add several addresses").click()
    page.get_by_label("Addresses, one a line").fill("https://c.example/3\nhttps://d.example/4")
    page.get_by_role("button", name="Add them all").click()
    expect(records).to_have_count(before + 2)
    expect(page.get_by_role("navigation", name="List")).to_contain_text("What I hold")
