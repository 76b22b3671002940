"""From sign-in to the exported report, in a browser, as two people would do it."""

import csv
import hashlib
import json
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import PEOPLE, real_articles, seed_text, sign_in
from tests.journeys.house_copy import dismissed, searched

pytestmark = [pytest.mark.journey, pytest.mark.model]

ADA, BRAM = PEOPLE["editor"], PEOPLE["second_editor"]
SOURCE = "https://archive.example/old-bridge/ledger.pdf"
QUOTE = "Opened to carriages on the 14th of May, 1871."
FIXED = "Until then the bridge was the only dry way to the northern bank."
REASON = "Colour; nothing hangs on it."


def paste(page, text, **choices):
    """Fills the form of a new article, looks at the preview and sends it by the keys.

    Returns the article's id and the roles of the blocks that were shown.
    """
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.get_by_role("link", name="Submit an article").click()
    for label, choice in choices.items():
        page.get_by_role("combobox", name=label).select_option(label=choice)
    page.locator("#id_text").fill(text)
    expect(page.locator("#preview li")).not_to_have_count(0)
    recognised = page.locator("#preview li").evaluate_all("lines => lines.map((line) => line.dataset.role)")
    page.locator("#id_text").press("Control+Enter")
    page.wait_for_url(re.compile(r"/articles/\d+/"))
    return int(page.url.rstrip("/").rpartition("/")[2]), recognised


def suggestions(page):
    return page.locator(".copy .mark[data-status=suggested]")


def judge(page, accepted):
    """Accepts the suggestions whose positions are in `accepted` and dismisses the others, by keys alone."""
    left = suggestions(page).count()
    page.keyboard.press("j")
    for position in range(left):
        expect(page.locator("#card [data-key=a]")).to_be_visible()
        if position in accepted:
            page.keyboard.press("a")
        else:
            page.keyboard.press("d")
            page.keyboard.type(REASON)
            page.keyboard.press("Control+Enter")
        expect(suggestions(page)).to_have_count(left - position - 1)


def check(page, claim, rating, rationale, outcome="", new_wording=""):
    """Takes the claim, adds a source and proposes a verdict, mostly by keys."""
    page.goto(f"/claims/{claim}/")
    page.keyboard.press("t")
    expect(page.get_by_text(f"held by {ADA.name}")).to_be_visible()

    page.keyboard.press("e")
    page.get_by_label("Where", exact=True).fill(SOURCE)
    page.get_by_label("Words relied on").fill(QUOTE)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#evidence .record")).to_have_count(1)

    page.locator("#verdict").get_by_text(rating, exact=True).click()
    if outcome:
        page.get_by_role("radio", name=outcome).check()
    if new_wording:
        page.get_by_label("New wording").fill(new_wording)
    page.get_by_label("Rationale").fill(rationale)
    page.keyboard.press("Control+Enter")
    expect(
        page.locator("#messages").get_by_text("Your verdict awaits sign-off by an editor.")
    ).to_be_visible()


def sign(page, claim):
    """From the queue of the second editor to the signature under the verdict."""
    page.goto("/")
    waiting = page.get_by_role("region", name="Awaiting my sign-off")
    waiting.locator(f"a[href^='/claims/{claim}/']").click()
    expect(page.locator("#verdicts")).to_contain_text(ADA.name)
    page.get_by_role("button", name="Sign off", exact=True).click()
    expect(page.locator(".card-head .status")).to_have_text("resolved", ignore_case=True)


def decide_fix(page, article):
    """The editor accepts for the writer, and what was accepted is the next version."""
    page.goto(f"/articles/{article}/")
    page.get_by_role("link", name="Fix list").click()
    page.get_by_role("button", name="Accept").click()
    page.get_by_role("link", name="Apply the accepted fix").click()
    page.get_by_role("button", name="Save as revision 2").click()
    expect(page.get_by_text("The accepted fixes are in revision 2.")).to_be_visible()


def sign_article(page, article):
    page.goto(f"/articles/{article}/")
    page.get_by_role("link", name="Sign-off").click()
    expect(page.get_by_role("heading", name="Nothing is missing")).to_be_visible()
    page.get_by_label("Note").fill("Read twice.")
    page.get_by_role("button", name="Sign off this revision").click()
    expect(page.get_by_role("heading", name="Signed off")).to_be_visible()


def download(page, format):
    with page.expect_download() as download:
        page.get_by_role("link", name=format, exact=True).click()
    return download.value.path().read_text("utf-8-sig")


def test_from_sign_in_to_the_report(visit, newsroom):
    ada = visit()
    ada.goto("/")
    sign_in(ada, ADA)
    expect(ada.get_by_role("heading", name="My queue")).to_be_visible()

    # The page of the article waits with the reader, and shows the suggestions by itself.
    with newsroom.stack.hanging("worker"):
        article, recognised = paste(ada, seed_text("old-bridge"), Desk="Sport", Writer="Esme Ruiz")
        expect(ada.get_by_text("Waiting for a worker to look for claims")).to_be_visible()
    expect(suggestions(ada)).not_to_have_count(0)
    expect(ada.locator("#extraction")).to_have_count(0)

    stored = newsroom.text(article)
    assert recognised == [block["role"] for block in stored["blocks"]]

    judge(ada, accepted={1, 4})
    right, wrong = [claim["id"] for claim in newsroom.claims(f"article={article}&status=open")]
    check(ada, right, "Confirmed", "The ledger of the works office has the day.", "Keep")
    check(ada, wrong, "Wrong", "The ledger says otherwise.", "Fix", FIXED)

    bram = visit("second_editor")
    sign(bram, right)
    sign(bram, wrong)
    decide_fix(ada, article)
    searched(newsroom, article)
    dismissed(newsroom, article)  # what the new words brought up
    sign_article(bram, article)

    bram.goto(f"/articles/{article}/")
    bram.get_by_role("link", name="Report").click()
    expect(bram.get_by_text(REASON)).to_have_count(0)
    rows = list(csv.DictReader(download(bram, "CSV").splitlines()))
    report = json.loads(download(bram, "JSON"))
    page = download(bram, "HTML")

    sha256 = hashlib.sha256(newsroom.text(article)["text"].encode()).hexdigest()
    assert {int(row["claim"]): (row["rating"], row["outcome"], row["new_wording"]) for row in rows} == {
        right: ("Confirmed", "keep", ""),
        wrong: ("Wrong", "fix", FIXED),
    }
    for row in rows:
        assert (row["checked_by"], row["signed_off_by"]) == (ADA.name, BRAM.name)
        assert (row["sha256"], row["final"], row["article_signed_off_by"]) == (sha256, "yes", BRAM.name)
        assert SOURCE in row["evidence"]
    assert report["article"]["sha256"] == sha256
    assert report["article"]["signed_off"]["by"] == BRAM.name
    assert [claim["verdict"]["rating"] for claim in report["claims"]] == [row["rating"] for row in rows]
    assert [claim["verdict"]["rationale"] for claim in report["claims"]] == [row["rationale"] for row in rows]
    for words in (sha256, ADA.name, BRAM.name, SOURCE, QUOTE, FIXED):
        assert words in page


@pytest.mark.parametrize("path", real_articles(), ids=lambda path: path.stem[:3])
def test_outside_copy_from_submission_to_the_report(visit, newsroom, path):
    ada = visit("editor")
    ada.goto("/")
    article, recognised = paste(ada, path.read_text("utf-8"), Kind="outside copy", Desk="News")
    expect(ada.locator("#extraction")).to_have_count(0)
    assert recognised == [block["role"] for block in newsroom.text(article)["blocks"]]
    claim, *others = [claim["id"] for claim in newsroom.claims(f"article={article}&status=suggested")]
    ada.goto(f"/articles/{article}/?claim={claim}")
    ada.keyboard.press("a")
    expect(suggestions(ada)).to_have_count(len(others))
    for other in others:
        newsroom.api().post(f"claims/{other}/dismiss/", {"reason": REASON})

    check(ada, claim, "Half true", "One half is in the record, the other is not.")
    bram = visit("second_editor")
    sign(bram, claim)
    sign_article(bram, article)

    bram.goto(f"/articles/{article}/report/")
    (row,) = csv.DictReader(download(bram, "CSV").splitlines())
    assert (row["rating"], row["number"]) == ("Half true", "3")
    assert (row["checked_by"], row["signed_off_by"], row["final"]) == (ADA.name, BRAM.name, "yes")
    assert row["sha256"] == hashlib.sha256(newsroom.text(article)["text"].encode()).hexdigest()
