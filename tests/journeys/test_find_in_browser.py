"""Find anything: opened by its key on any page, walked by arrows, and gone to."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import faults
from tests.journeys.browser import PEOPLE

pytestmark = [pytest.mark.journey, pytest.mark.model]


@pytest.fixture
def page(visit):
    page = visit("reviewer")
    page.goto("/articles/")
    return page


def finder(page):
    return page.get_by_role("dialog", name="Find anything")


def ask(page, words):
    page.keyboard.press("Control+k")
    expect(finder(page).get_by_role("searchbox")).to_be_focused()
    with page.expect_response(lambda answer: f"q={words[-3:]}" in answer.url or words in answer.url):
        page.keyboard.type(words)


def test_a_claim_is_three_keys_away(page, newsroom, places):
    claim = newsroom.claims("desk=news&status=open")[0]
    word = max(re.findall(r"[A-Za-z]+", claim["text"]), key=len)
    ask(page, word)

    item = finder(page).get_by_role("link", name=re.compile(re.escape(claim["text"][:20])))
    expect(item.first).to_be_visible()
    while not item.first.evaluate("item => item === document.activeElement"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/claims/{claim['id']}/")


def test_enter_opens_the_first_even_before_it_is_there(page):
    page.keyboard.press("Control+k")
    page.keyboard.type("figures")
    page.keyboard.press("Enter")

    page.wait_for_url("**/desks/news/figures/")


def test_it_opens_while_typing_closes_and_gives_the_focus_back(visit, places):
    page = visit("reviewer")
    page.goto("/claims/")
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Control+k")
    expect(finder(page)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(finder(page).get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")

    expect(finder(page)).to_be_hidden()
    expect(page.locator("main").get_by_role("searchbox")).to_be_focused()


def test_what_it_does_is_done(page):
    ask(page, "dark")
    page.keyboard.press("Enter")

    expect(page.locator("html")).to_have_attribute("data-theme", re.compile("dark|light"))
    expect(finder(page)).to_be_hidden()
    ask(page, "keys")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_take_next_from_anywhere(visit):
    page = visit("second_reviewer")
    page.goto("/profile/")
    ask(page, "take")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/claims/\d+/$"))
    expect(page.get_by_text(f"held by {PEOPLE['second_reviewer'].name}").first).to_be_visible()


def test_what_was_found_is_said_and_axe_finds_nothing(page):
    ask(page, "re")

    expect(finder(page).get_by_role("status")).to_have_text(re.compile(r"^\d+ found$"))
    assert faults(page) == []


def test_without_scripts_the_link_leads_to_the_page(visit):
    page = visit("editor", javascript=False)
    page.goto("/articles/")
    page.get_by_role("link", name="Find").click()
    page.get_by_role("searchbox").fill("submit")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Submit an article").last.click()

    expect(page.get_by_role("heading", name="Submit")).to_be_visible()
