"""Everything that leads from a text to its report works where no script runs."""

import csv
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import PEOPLE, eventually, seed_text

pytestmark = [pytest.mark.journey, pytest.mark.model]

ADA, BRAM, CARLA = PEOPLE["editor"], PEOPLE["second_editor"], PEOPLE["reviewer"]


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def submit(page):
    """By paste, with a look at the preview before."""
    page.goto("/articles/submit/")
    if page.get_by_role("button", name="Discard", exact=True).count():  # begun in another journey
        press(page, "Discard")
    page.get_by_role("combobox", name="Desk").select_option(label="Politics")
    page.locator("#id_text").fill("\n\n".join(seed_text("harbour-run").split("\n\n")[:8]))
    press(page, "Preview")
    expect(page.locator("#preview li").first).to_contain_text("headline")
    press(page, "Submit")
    page.wait_for_url(re.compile(r"/articles/\d+/$"))
    return int(page.url.rstrip("/").rpartition("/")[2])


def wait_for_claims(page):
    """Nothing moves by itself here: the reader loads the page anew."""

    def ended():
        page.reload()
        return page.locator("#extraction").count() == 0

    eventually(ended)


def judge(page, article):
    """Accepts the first suggestion, dismisses the others; each step leads to the next of them."""
    page.goto(f"/articles/{article}/")
    left = page.locator(".copy .mark[data-status=suggested]").count()
    page.locator(".copy .mark[data-status=suggested]").first.click()
    press(page, "Accept")
    for position in range(2, left + 1):
        page.locator("#card summary", has_text="Dismiss").click()
        page.get_by_label("Why is this not to be checked?").fill("Hangs on another claim.")
        press(page, "Dismiss")
        expect(page.locator(".copy .mark[data-status=suggested]")).to_have_count(left - position)


def mark_by_hand(page, article):
    page.goto(f"/articles/{article}/")
    page.get_by_role("link", name="Mark a claim").click()
    page.get_by_role("listitem").filter(has_text="Ashgrove got away").get_by_role("button").click()
    expect(page.locator("#card")).to_contain_text("Ashgrove got away")
    expect(page.locator("#card .status")).to_have_text("open", ignore_case=True)


def check(page, claim):
    page.goto(f"/claims/{claim}/")
    press(page, "Take")
    page.get_by_label("Where", exact=True).fill("List of results, page 2")
    press(page, "Add evidence")
    page.locator("#verdict").get_by_text("Confirmed", exact=True).click()
    page.get_by_role("radio", name="Keep").check()
    page.get_by_label("Rationale").fill("The list has the same.")
    press(page, "Propose verdict")
    expect(page.get_by_text("Your verdict awaits sign-off by an editor.")).to_be_visible()


def return_claim(page, claim):
    page.goto(f"/claims/{claim}/")
    page.locator("#verdicts summary", has_text="Return").click()
    page.get_by_label("What is missing?").fill("Which page of the list?")
    press(page, f"Return to {CARLA.name}")
    expect(page.locator("#history")).to_contain_text("Which page of the list?")


def propose_again(page, claim):
    page.goto("/")
    page.get_by_role("region", name="Returned to me").locator(f"a[href^='/claims/{claim}/']").click()
    page.locator("#verdict").get_by_text("Confirmed", exact=True).click()
    page.get_by_role("radio", name="Keep").check()
    page.get_by_label("Rationale").fill("Page 2, line 1.")
    press(page, "Propose verdict")


def sign(page, article, claims):
    for claim in claims:
        page.goto(f"/claims/{claim}/")
        press(page, "Sign off")
        expect(page.locator(".card-head .status")).to_have_text("resolved", ignore_case=True)
    page.goto(f"/articles/{article}/sign-off/")
    press(page, "Sign off this revision")
    expect(page.get_by_role("heading", name="Signed off")).to_be_visible()


def test_from_a_text_to_its_report(visit, newsroom):
    ada, bram, carla = (visit(key, javascript=False) for key in ("editor", "second_editor", "reviewer"))

    article = submit(ada)
    wait_for_claims(ada)
    judge(ada, article)
    mark_by_hand(ada, article)
    claims = [claim["id"] for claim in newsroom.claims(f"article={article}&status=open")]
    for claim in claims:
        check(carla, claim)
    return_claim(bram, claims[0])
    propose_again(carla, claims[0])
    sign(bram, article, claims)

    bram.goto(f"/articles/{article}/report/")
    with bram.expect_download() as download:
        bram.get_by_role("link", name="CSV", exact=True).click()
    rows = list(csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines()))
    assert {int(row["claim"]) for row in rows} == set(claims)
    assert len(rows) == 2
    for row in rows:
        assert (row["rating"], row["checked_by"], row["signed_off_by"]) == (
            "Confirmed",
            CARLA.name,
            BRAM.name,
        )
    (again,) = [row for row in rows if int(row["claim"]) == claims[0]]
    assert again["rationale"] == "Page 2, line 1."


def test_lists_filters_and_pages(visit):
    page = visit("editor", javascript=False)

    page.goto("/claims/")
    page.get_by_role("combobox", name="Status").select_option(label="open")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**status=open*")
    expect(page.locator("[data-item]")).not_to_have_count(0)
    assert set(page.locator("[data-item] .status").all_inner_texts()) == {"open"}
    page.goto("/claims/")
    first = page.locator("[data-item] th").all_inner_texts()
    page.get_by_role("link", name="Next", exact=True).click()
    page.wait_for_url("**cursor=*")
    second = page.locator("[data-item] th").all_inner_texts()
    page.get_by_role("link", name="Previous", exact=True).click()

    assert set(first).isdisjoint(second)
    assert page.locator("[data-item] th").all_inner_texts() == first


def test_what_was_typed_survives_a_refusal(visit):
    page = visit("editor", javascript=False)
    page.goto("/articles/submit/")
    page.locator("#id_text").fill(" ")
    page.get_by_label("Byline").fill("By nobody yet")

    with page.expect_response("**/articles/submit/") as answer:
        press(page, "Submit")

    assert answer.value.status == 422
    expect(page.get_by_label("Byline")).to_have_value("By nobody yet")
    expect(page.get_by_role("alert").first).to_be_visible()
