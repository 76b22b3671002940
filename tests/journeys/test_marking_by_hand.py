"""Words selected with the mouse become a claim, whatever stands before them; markup is but text."""

import unicodedata

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.model]

MARKUP = "{{ 7|add:7 }} {% csrf_token %} <script>document.title='x'</script> &amp; <b>bold</b>"
# The words to select, each in a paragraph with something before it that is easy to miscount.
PARAGRAPHS = {
    "4,210 tonnes of herring": "👩‍👩‍👧‍👦🎉 The fleet of 𝔑orth Harbour landed 4,210 tonnes of herring.",
    "31 million people": "İstanbul’da İLK: the ferries of DİYARBAKIR carried 31 million people.",
    "512 bakeries": "Zo\u0308e’s cafe\u0301 q\u0303uota, a\u0323\u0302: they counted 512 bakeries.",
    "confirmed 12 closures": "قال الوزير إن 12 ميناءً أُغلقت, and the council confirmed 12 closures.",
    "الوزير إن": "قال الوزير إن المدينة بنت 14 مدرسة في 2025.",
    MARKUP: f"The clerk wrote {MARKUP} in the minutes of 2025.",
}
# Corners of the first and the last character of `words`, in the order in which they are read.
FIND = """(words) => {
  for (const block of document.querySelectorAll(".copy .words")) {
    const at = block.textContent.indexOf(words);
    if (at < 0) continue;
    block.scrollIntoView({ block: "center" });
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const box = (index) => {
      walk.currentNode = block;
      let node = walk.nextNode(), passed = 0;
      while (passed + node.length <= index) { passed += node.length; node = walk.nextNode(); }
      const range = document.createRange();
      range.setStart(node, index - passed);
      range.setEnd(node, index - passed + 1);
      return range.getBoundingClientRect();
    };
    const first = box(at), last = box(at + words.length - 1);
    const leftwards = /^\\p{Script=Arabic}/u.test(words);
    return {
      from: [leftwards ? first.right - 1 : first.left + 1, first.top + first.height / 2],
      to: [leftwards ? last.left + 1 : last.right - 1, last.top + last.height / 2],
    };
  }
}"""


def select(page, words):
    """Drags the mouse over the words; returns what the browser says is selected."""
    place = page.evaluate(FIND, words)
    page.mouse.move(*place["from"])
    page.mouse.down()
    page.mouse.move(*place["to"], steps=4)
    page.mouse.up()
    return page.evaluate("String(getSelection())")


@pytest.fixture(scope="module")
def article(newsroom):
    return newsroom.submit("Odd letters in the copy\n\n" + "\n\n".join(PARAGRAPHS.values()))


def test_what_is_selected_is_what_is_claimed(visit, newsroom, article):
    page = visit("second_reviewer")
    marked = {}

    for words in PARAGRAPHS:
        page.goto(f"/articles/{article}/")
        assert select(page, words) == words
        page.get_by_role("button", name="Mark as claim").click()
        page.wait_for_url("**/?claim=*")
        expect(page.locator("#card .card-text")).to_have_text(words)
        marked[words] = int(page.url.partition("claim=")[2].partition("#")[0])

    text = newsroom.text(article)["text"]
    claims = {claim["id"]: claim for claim in newsroom.claims(f"article={article}&status=open")}
    assert {words: claims[marked[words]]["text"] for words in PARAGRAPHS} == {
        words: words for words in marked
    }
    assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in claims.values())


def test_a_selection_inside_words_is_widened_to_them(visit, newsroom, article):
    page = visit("second_reviewer")
    page.goto(f"/articles/{article}/")

    assert select(page, "leet of 𝔑orth Harb") == "leet of 𝔑orth Harb"
    page.get_by_role("button", name="Mark as claim").click()

    expect(page.locator("#card .card-text")).to_have_text("fleet of 𝔑orth Harbour")


def test_a_paragraph_is_selected_with_a_triple_click(visit, newsroom, article):
    page = visit("second_reviewer")
    page.goto(f"/articles/{article}/")
    paragraph = PARAGRAPHS["512 bakeries"]

    page.locator(".copy .words", has_text="512 bakeries").click(click_count=3, position={"x": 4, "y": 8})
    page.get_by_role("button", name="Mark as claim").click()

    expect(page.locator("#card .card-text")).to_have_text(unicodedata.normalize("NFC", paragraph))


def test_markup_is_shown_as_text_on_every_page(visit, newsroom, article):
    page = visit("editor")
    number = newsroom.api("editor").post("claims/", span(newsroom.text(article)["text"], article)).json["id"]
    pages = [
        f"/articles/{article}/",
        f"/claims/{number}/",
        "/claims/?q=minutes",
        f"/articles/{article}/report/",
    ]

    for address in pages:
        page.goto(address)
        assert page.locator("main", has_text=MARKUP).count() == 1, address
        assert page.locator("main script:not([src])").count() == 0
        assert page.locator("main b", has_text="bold").count() == 0
        assert page.title().endswith("Fact-check desk")


def span(text, article):
    words = f"wrote {MARKUP} in the minutes"
    start = text.index(words)
    return {"article": article, "start": start, "end": start + len(words)}
