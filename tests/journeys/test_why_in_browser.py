"""A reason pointed at or in focus marks its characters; selected words are answered beside the copy."""

import pytest
from playwright.sync_api import expect

from tests.journeys.test_marking_by_hand import select

pytestmark = [pytest.mark.journey, pytest.mark.model]

FACT = "👩‍👩‍👧‍👦🎉 The fleet of 𝔑orth Harbour landed 4,210 tonnes of herring in 2025."
OPINION = "🎉 I think that such a catch is simply wonderful!"
MARKED = "[...(CSS.highlights.get('place') ?? [])].map(String)"


@pytest.fixture(scope="module")
def article(newsroom):
    return newsroom.submit(f"Herring in the harbour\n\n{FACT} {OPINION}")


def test_a_reason_marks_its_characters_wherever_they_stand(visit, newsroom, article):
    (claim,) = [one for one in newsroom.claims(f"article={article}") if "4,210" in one["text"]]
    page = visit("reviewer")
    page.goto(f"/claims/{claim['id']}/")
    reason = page.locator(".why .place", has_text="4,210 tonnes").first

    reason.hover()
    assert page.evaluate(MARKED) == [reason.inner_text()] * 2  # in the claim's words, and in its place

    page.mouse.move(0, 0)
    assert page.evaluate(MARKED) == []
    reason.focus()
    assert page.evaluate(MARKED) == [reason.inner_text()] * 2


def test_selected_words_are_answered_beside_the_copy_and_can_be_marked(visit, newsroom, article):
    page = visit("reviewer")
    page.goto(f"/articles/{article}/")
    select(page, "wonderful")

    page.get_by_role("link", name="Why not?", exact=True).click()

    card = page.locator("#card")
    expect(card.get_by_role("heading", name="Why is this not a claim?")).to_be_visible()
    expect(card.locator(".passage")).to_have_text(OPINION)
    place = card.locator(".place").first
    place.hover()
    assert page.evaluate(MARKED) == [place.inner_text()] * 2
    card.get_by_role("button", name="Mark").click()
    expect(page.locator("#card .card-text")).to_have_text(OPINION)
