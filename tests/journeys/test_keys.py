"""The keyboard: what each key does, that it is dead while typing, and that it can be switched off."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import PEOPLE

pytestmark = [pytest.mark.journey, pytest.mark.model]


def current(page):
    return page.locator("[data-item][data-current] a").first


def press(page, keys):
    for key in keys.split():
        page.keyboard.press(key)


def test_go_to_queue_and_articles_and_see_the_keys(visit):
    page = visit("second_reviewer")
    page.goto("/claims/")

    press(page, "g a")
    page.wait_for_url("**/articles/")
    press(page, "g q")
    expect(page.get_by_role("heading", name="My queue")).to_be_visible()
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    press(page, "Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_walk_a_list_and_open_its_item(visit):
    page = visit("second_reviewer")
    page.goto("/claims/?status=open")
    links = [link.get_attribute("href") for link in page.locator("[data-item] th a").all()]

    visited = []
    for key in ("j", "j", "j", "k"):
        press(page, key)
        visited.append(current(page).get_attribute("href"))
    press(page, "Enter")

    assert visited == [links[0], links[1], links[2], links[1]]
    page.wait_for_url(f"**{links[1]}")


def test_search_is_a_key_away_and_keys_are_dead_in_it(visit):
    page = visit("second_reviewer")
    page.goto("/claims/")

    press(page, "/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("j?t/gq")

    expect(page.get_by_role("searchbox")).to_have_value("j?t/gq")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("[data-current]")).to_have_count(0)
    assert page.url.endswith("/claims/")


def test_take_next_then_send_a_form_with_its_keys(visit):
    page = visit("second_reviewer")
    page.goto("/")

    press(page, "t")
    page.wait_for_url(re.compile(r"/claims/\d+/$"))
    expect(page.get_by_text(f"held by {PEOPLE['second_reviewer'].name}")).to_be_visible()
    page.get_by_label("Note", exact=True).fill("Called twice, t and j in the text.")
    press(page, "Control+Enter")
    expect(page.locator("#notes")).to_contain_text("Called twice, t and j in the text.")
    press(page, "u")  # the note was built on the step: it is there no more to take back
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def test_switched_off_in_the_profile(visit):
    page = visit("viewer")
    page.goto("/profile/")
    switch = page.locator("#id_shortcuts")
    switch.uncheck()
    page.get_by_role("button", name="Save").click()
    page.goto("/articles/")

    press(page, "j ? g q")
    expect(page.locator("[data-current]")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.endswith("/articles/")

    page.goto("/profile/")
    switch.check()
    page.get_by_role("button", name="Save").click()
    page.goto("/articles/")
    press(page, "j")
    expect(current(page)).to_be_focused()
