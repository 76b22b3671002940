"""Drafts: no typed word is lost, whatever dies; and without scripts what was kept is shown."""

import os
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


def test_a_reload_in_the_middle_of_a_word_loses_none(visit, held):
    page = visit("reviewer")
    page.goto(f"/claims/{held}/")
    page.get_by_label("Note", exact=True).fill("Typed and left at on")
    page.reload()
    expect(page.get_by_label("Note", exact=True)).to_have_value("Typed and left at on")
    page.locator("#notes").get_by_role("button", name="Discard").click()
    expect(page.get_by_label("Note", exact=True)).to_have_value("")


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
