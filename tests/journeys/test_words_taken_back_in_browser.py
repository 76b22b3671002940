"""Other words, a split and a merge are taken back on the annotated copy: by the toast, and by `u`."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.test_annotated_copy_in_browser import MIDDLE, article, card, mark, words_of

pytestmark = [pytest.mark.journey, pytest.mark.model]
HALVES = ["and the port office signed 12 leases", "harbour has 1,200 berths"]

__all__ = ["article"]  # the fixture


def toast(page, said):
    return page.locator(".toast", has_text=said)


def test_each_is_taken_back_by_the_toast_and_by_its_key(visit, newsroom, article):
    claim = mark(newsroom, article, MIDDLE)
    page = visit("reviewer")
    page.goto(f"/articles/{article}/?claim={claim}&words=1")

    page.get_by_role("button", name="End a word earlier").press("Enter")
    expect(card(page)).to_have_text(MIDDLE.removesuffix(" leases"))
    toast(page, "The claim has other words.").get_by_role("button", name="Undo").click()
    expect(card(page)).to_have_text(MIDDLE)
    expect(toast(page, "Taken back.")).to_be_visible()

    page.get_by_role("button", name=HALVES[0]).press("Enter")
    expect(card(page)).to_have_text(HALVES[1])
    assert words_of(newsroom, article) == HALVES
    page.keyboard.press("u")
    expect(card(page)).to_have_text(MIDDLE)
    assert words_of(newsroom, article) == [MIDDLE]

    page.get_by_role("button", name=HALVES[0]).press("Enter")
    expect(card(page)).to_have_text(HALVES[1])
    page.get_by_role("button", name="Merge with the next claim").press("Enter")
    expect(card(page)).to_have_text(MIDDLE)
    page.keyboard.press("u")
    expect(card(page)).to_have_text(HALVES[1])
    expect(page).to_have_url(re.compile(rf"/articles/{article}/\?claim={claim}"))
    assert words_of(newsroom, article) == HALVES


def test_u_works_where_no_toast_stands_and_says_what_was_built_upon(visit, newsroom, article):
    claim = mark(newsroom, article, MIDDLE)
    page = visit("reviewer")
    page.goto(f"/articles/{article}/?claim={claim}&words=1")
    page.get_by_role("button", name=HALVES[0]).press("Enter")
    expect(card(page)).to_have_text(HALVES[1])
    page.goto("/articles/")
    half = next(one for one in newsroom.claims(f"article={article}&status=open") if one["text"] == HALVES[0])
    newsroom.api().post(f"claims/{half['id']}/notes/", {"body": "Who signed?"})

    page.keyboard.press("u")

    expect(toast(page, "Your last step cannot be taken back")).to_be_visible()
    assert words_of(newsroom, article) == HALVES


def test_words_are_taken_back_without_javascript(visit, newsroom, article):
    claim = mark(newsroom, article, MIDDLE)
    page = visit("reviewer", javascript=False)
    page.goto(f"/articles/{article}/?claim={claim}&words=1")

    page.get_by_role("button", name="End a word earlier").click()
    toast(page, "The claim has other words.").get_by_role("button", name="Undo").click()

    expect(card(page)).to_have_text(MIDDLE)
    assert words_of(newsroom, article) == [MIDDLE]
