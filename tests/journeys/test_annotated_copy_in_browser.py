"""The annotated copy by keyboard: from fact to fact, other words, a claim cut and merged, a line restored."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import eventually
from tests.journeys.test_marking_by_hand import select

pytestmark = [pytest.mark.journey, pytest.mark.model]

BOTH = "The harbour has 1,200 berths, and the port office signed 12 leases in May 2024."
# No part of it has the words of a suggestion that was dismissed.
MIDDLE = "harbour has 1,200 berths, and the port office signed 12 leases"
LAST = "The quay was opened on 3 June 2021."
ASIDE = "Subscribe to our newsletter"
TEXT = f"Harbour report {{}}\n\n{BOTH}\n\nNobody knows what comes next.\n\n{LAST}\n\n{ASIDE}\n"


@pytest.fixture
def article(newsroom):
    """A fresh article in which every suggestion was dismissed: all its facts are in no claim."""
    article.made += 1
    number = newsroom.submit(TEXT.format(article.made))
    found = newsroom.claims(f"article={number}&status=suggested")
    newsroom.api().post(
        "claims/bulk/", {"ids": [one["id"] for one in found], "step": "dismiss", "reason": "For the test."}
    )
    return number


article.made = 0


def mark(newsroom, article, words):
    """The id of a claim marked on these words."""
    text = newsroom.text(article)["text"]
    span = {"start": text.index(words), "end": text.index(words) + len(words)}
    return newsroom.api().post("claims/", {"article": article} | span).json["id"]


def words_of(newsroom, article):
    claims = newsroom.claims(f"article={article}&status=open")
    return sorted(one["text"] for one in claims)


def card(page):
    return page.locator("#card .card-text")


def test_from_fact_to_fact_and_marked_with_enter(visit, newsroom, article):
    page = visit("reviewer")
    page.goto(f"/articles/{article}/")
    expect(page.get_by_text(re.compile("facts in no claim")).first).to_be_visible()
    assert "0 of" in page.locator(".coverage-words").first.inner_text()

    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Mark as claim")).to_be_focused()
    first = page.locator("#selected-fact").inner_text()
    page.keyboard.press("f")
    expect(page.locator("#selected-fact")).not_to_have_text(first)
    while "12 leases" not in page.locator("#selected-fact").inner_text():
        page.keyboard.press("f")
        page.wait_for_timeout(100)
    assert page.evaluate("String(getSelection())") == BOTH
    page.keyboard.press("Enter")

    expect(card(page)).to_have_text(BOTH)
    assert words_of(newsroom, article) == [BOTH]
    expect(page.locator(".coverage-words").first).to_contain_text("15 of")
    page.keyboard.press("f")
    expect(page.locator("#selected-fact")).to_have_text(re.compile("3 June 2021"))
    page.keyboard.press("Escape")
    expect(page.locator("#selected")).to_be_hidden()


def test_a_claim_gets_other_words_by_keyboard_and_by_selecting(visit, newsroom, article):
    claim = mark(newsroom, article, BOTH)
    page = visit("reviewer")
    page.goto(f"/articles/{article}/?claim={claim}")

    page.get_by_text("Change its words").press("Enter")
    page.get_by_role("button", name="End a word earlier").press("Enter")
    expect(card(page)).to_have_text(BOTH.removesuffix(" 2024."))
    expect(page.get_by_role("button", name="End a word earlier")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page)).to_have_text(BOTH.removesuffix(" May 2024."))

    assert select(page, "harbour has 1,200 berths") == "harbour has 1,200 berths"
    page.get_by_role("button", name="Make these the claim’s words").click()
    expect(card(page)).to_have_text("harbour has 1,200 berths")
    assert words_of(newsroom, article) == ["harbour has 1,200 berths"]


END_OF = """words => {
  const nodes = document.createTreeWalker(document.querySelector(".copy"), NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const box = range.getBoundingClientRect();
    return {start: [box.left, box.top + box.height / 2], end: [box.right, box.top + box.height / 2]};
  }
}"""


DRAWN_ANEW = """() => {
  const anew = document.querySelector(".copy-side").cloneNode(true);
  for (const grip of anew.querySelectorAll(".grip")) grip.remove();
  document.querySelector(".copy-side").replaceWith(anew);
  document.dispatchEvent(new CustomEvent("htmx:afterSettle", { detail: { target: anew } }));
}"""


def drag(page, end, words, *, drop=True, button="left"):
    """Pull one end of the claim in focus to that end of `words`, a little within the word beside it."""
    box = page.locator(f".grip[data-end={end}]").bounding_box()
    x, y = page.evaluate(END_OF, words)[end]
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down(button=button)
    page.mouse.move(x - 2 if end == "end" else x + 2, y, steps=4)
    if drop:
        page.mouse.up(button=button)


def test_the_ends_of_a_claim_are_dragged(visit, newsroom, article):
    claim = mark(newsroom, article, MIDDLE)
    page = visit("reviewer")
    page.goto(f"/articles/{article}/?claim={claim}")

    drag(page, "end", "berths")
    expect(card(page)).to_have_text("harbour has 1,200 berths")
    drag(page, "start", "has")
    expect(card(page)).to_have_text("has 1,200 berths")
    assert words_of(newsroom, article) == ["has 1,200 berths"]

    drag(page, "start", "The")  # the words of a suggestion that was dismissed
    expect(page.get_by_text("What these words say was dismissed")).to_be_visible()
    page.get_by_role("link", name="See how it stands now").click()
    page.goto(f"/articles/{article}/?claim={claim}")

    drag(page, "end", "office signed", button="right")
    drag(page, "end", "office signed", drop=False)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(card(page)).to_have_text("has 1,200 berths")
    drag(page, "end", "office signed", drop=False)
    page.evaluate(DRAWN_ANEW)
    page.mouse.up()
    expect(page.locator(".grip:visible")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator(".grip:visible")).to_have_count(0)
    assert words_of(newsroom, article) == ["has 1,200 berths"]


def test_a_claim_is_cut_in_two_and_made_one_again(visit, newsroom, article):
    claim = mark(newsroom, article, MIDDLE)
    page = visit("reviewer")
    page.goto(f"/articles/{article}/?claim={claim}&words=1")

    page.get_by_role("button", name="and the port office signed 12 leases").press("Enter")
    expect(card(page)).to_have_text("harbour has 1,200 berths")
    assert words_of(newsroom, article) == ["and the port office signed 12 leases", "harbour has 1,200 berths"]

    page.get_by_role("button", name="Merge with the next claim").press("Enter")
    expect(card(page)).to_have_text(MIDDLE)
    assert words_of(newsroom, article) == [MIDDLE]

    select(page, "the port office")
    page.get_by_role("button", name="Split here").click()
    expect(card(page)).to_have_text("harbour has 1,200 berths, and")


def test_a_line_set_aside_is_restored_and_searched(visit, newsroom, article):
    page = visit("editor")
    page.goto(f"/articles/{article}/")
    page.locator(".furniture summary").last.press("Enter")

    page.get_by_role("button", name=f"Restore {ASIDE}").press("Enter")

    expect(page.get_by_role("status").get_by_text("is now paragraph")).to_be_visible()
    expect(page.locator(".words.paragraph", has_text=ASIDE)).to_be_visible()
    eventually(lambda: newsroom.article(article)["extraction"]["state"] == "done")
    assert newsroom.text(article)["blocks"][-1]["role"] == "paragraph"
    assert newsroom.claims(f"article={article}&status=open") == []


def test_facts_are_marked_and_words_changed_without_javascript(visit, newsroom, article):
    page = visit("reviewer", javascript=False)
    page.goto(f"/articles/{article}/")

    page.get_by_text(re.compile("facts in no claim")).last.click()
    page.get_by_role("button", name="Mark the words around 3 June 2021").click()
    expect(card(page)).to_have_text(LAST)
    page.get_by_text("Change its words").click()
    page.get_by_role("button", name="Start a word later").click()

    expect(card(page)).to_have_text(LAST.removeprefix("The "))
    assert words_of(newsroom, article) == [LAST.removeprefix("The ")]
