"""The list of claims worked by hand and by keys: triage, ranges, undo, facets, views, and the way back."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import faults
from tests.journeys.browser import eventually

pytestmark = [pytest.mark.journey, pytest.mark.model]

SUGGESTIONS = 30


@pytest.fixture
def article(newsroom):
    """An article with thirty suggestions; each test has its own."""
    text = " ".join(f"The port handled {n} million tonnes of goods in {1990 + n}." for n in range(1, 31))
    return newsroom.submit(f"The harbour in figures\n\n{text}")


def counted(newsroom, article, status):
    return len(newsroom.claims(f"article={article}&status={status}"))


def current(page):
    return page.locator("[data-item][data-current] a.row")


def outcome(page):
    return page.locator("#outcome")


def press(page, keys):
    for key in keys.split():
        page.keyboard.press(key)


def test_an_editor_triages_thirty_suggestions_by_keys_alone(visit, newsroom, article):
    page = visit("editor")
    page.goto(f"/articles/{article}/")
    page.get_by_role("link", name="Triage").press("Enter")
    page.wait_for_url("**/claims/?status=suggested**")
    rows = page.locator("[data-item]")
    expect(rows).to_have_count(SUGGESTIONS)

    presses = 0
    press(page, "j")
    for left in range(SUGGESTIONS, 0, -1):
        keys = "d 2" if left % 3 == 0 else "a"
        press(page, keys)
        presses += len(keys.split())
        expect(rows).to_have_count(left - 1)
        if left > 1:
            expect(current(page)).to_be_focused()

    expect(page.get_by_text("No suggestion is left to judge here.")).to_be_visible()
    assert presses == 40  # one key to accept, two to dismiss for a reason
    assert counted(newsroom, article, "open") == 20
    assert counted(newsroom, article, "dismissed") == 10


def test_ranges_by_key_and_mouse_a_step_on_all_of_them_and_undo(visit, newsroom, article):
    page = visit("editor")
    page.goto(f"/claims/?article={article}&status=suggested&order=age")
    boxes = page.locator("[data-tick]")

    press(page, "j x j j j X")
    expect(page.get_by_text("4 chosen:")).to_be_visible()
    boxes.nth(7).click(modifiers=["Shift"])
    expect(page.get_by_text("8 chosen:")).to_be_visible()
    press(page, "a")
    expect(outcome(page)).to_contain_text("8 accepted.")
    expect(page.locator("#list-count")).to_have_text("22")
    assert counted(newsroom, article, "open") == 8

    press(page, "u")
    expect(outcome(page)).to_contain_text("8 taken back.")
    assert counted(newsroom, article, "open") == 0
    page.get_by_label("All on this page").check()
    expect(page.get_by_text("30 chosen:")).to_be_visible()


def test_what_another_did_meanwhile_is_left_alone_and_said(visit, newsroom, article):
    page = visit("editor")
    page.goto(f"/claims/?article={article}&status=suggested&order=age")
    first, second = newsroom.claims(f"article={article}&order=age")[:2]
    newsroom.api("second_editor").post(f"claims/{second['id']}/dismiss/", {"reason": "An opinion."})

    press(page, "j x j x a")

    expect(outcome(page)).to_contain_text("1 accepted, 1 not.")
    expect(outcome(page)).to_contain_text("This claim changed meanwhile: it is dismissed.")
    assert [one["id"] for one in newsroom.claims(f"article={article}&status=open")] == [first["id"]]


def test_assigned_by_load_and_planned_then_taken_back(visit, newsroom, article):
    page = visit("editor")
    page.goto(f"/claims/?article={article}&order=age")
    press(page, "j x j x j X a")
    expect(outcome(page)).to_contain_text("3 accepted.")

    press(page, "k x k x k x")  # the same three: their rows are still there, above the one in focus
    press(page, "A")
    options = page.locator("#bulk-assignee option")
    expect(options.nth(1)).to_contain_text(re.compile("held now|holds none"))
    page.locator("#bulk-assignee").select_option(index=1)
    page.get_by_role("button", name="Assign", exact=True).click()
    expect(outcome(page)).to_contain_text("3 assigned.")
    assert counted(newsroom, article, "in_check") == 3

    press(page, "x p")
    page.locator("#bulk [name=risk]").select_option("high")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(outcome(page)).to_contain_text("1 planned.")
    assert len(newsroom.claims(f"article={article}&risk=high")) == 1
    press(page, "u")
    expect(outcome(page)).to_contain_text("1 taken back.")
    assert newsroom.claims(f"article={article}&risk=high") == []


def test_the_place_in_the_list_is_kept(visit, article):
    page = visit("editor")
    page.goto(f"/claims/?article={article}&order=age")
    press(page, "j j j")
    words = current(page).text_content()

    press(page, "Enter")
    page.wait_for_url(re.compile(r"/claims/\d+/\?list="))
    page.go_back()

    expect(current(page)).to_be_focused()
    expect(current(page)).to_have_text(words)
    assert re.search(rf"article={article}&order=age#claim-\d+$", page.url)


def test_facets_count_and_several_are_chosen(visit, newsroom, article):
    page = visit("editor")
    first = newsroom.claims(f"article={article}&order=age")[0]["id"]
    newsroom.api().post(f"claims/{first}/accept/")
    page.goto(f"/claims/?article={article}")

    status = page.locator("details.facet", has_text="Status")
    status.locator("summary").press("Enter")
    expect(status.locator("label", has_text="suggested")).to_contain_text("29")
    expect(status.locator("label", has_text="open")).to_contain_text("1")
    assert faults(page) == []
    status.get_by_label("open").check()
    status.get_by_label("resolved").check()
    status.get_by_role("button", name="Filter").click()

    expect(page.locator("[data-item]")).to_have_count(1)
    expect(status.locator("summary")).to_contain_text("open, resolved")
    page.locator("details.facet summary").first.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("details.facet[open]")).to_have_count(0)


def test_a_view_is_saved_shared_and_counted_for_another(visit, newsroom, article):
    page, other = visit("editor"), visit("second_editor")
    page.goto(f"/claims/?article={article}&status=suggested")
    page.get_by_text("Save view").click()
    page.get_by_label("Name of the view").fill(f"Harbour {article}")
    page.get_by_label("Who sees it").select_option("news")
    assert faults(page) == []
    page.get_by_role("button", name="Save", exact=True).click()
    view = page.get_by_role("link", name=f"Harbour {article}")
    expect(view).to_contain_text("30")
    expect(view).to_have_attribute("aria-current", "page")

    other.goto("/claims/")
    other.get_by_role("link", name=f"Harbour {article}").click()
    expect(other.locator("[data-item]")).to_have_count(SUGGESTIONS)

    page.goto("/claims/views/")
    assert faults(page) == []
    page.get_by_role("button", name=f"Delete Harbour {article}").click()
    expect(page.get_by_role("link", name=f"Harbour {article}")).to_have_count(0)


def test_parts_of_a_priority_in_focus_and_columns_chosen(visit, article):
    page = visit("editor")
    page.goto(f"/claims/?article={article}")
    number = page.locator("[data-hint]").first
    hint = page.locator(".hint").first
    press(page, "j Tab")
    expect(number).to_be_focused()
    expect(hint).to_be_visible()
    expect(hint).to_contain_text("normal risk 20")
    assert faults(page) == []
    press(page, "Escape")
    expect(hint).to_be_hidden()

    page.get_by_text("Columns", exact=True).first.click()
    page.get_by_label("compact").check()
    page.get_by_label("Priority", exact=True).uncheck()
    page.get_by_label("Age", exact=True).check()
    page.get_by_role("button", name="Show it so").click()
    expect(page.get_by_role("columnheader", name="Age", exact=True)).to_be_visible()
    expect(page.get_by_role("columnheader", name="Priority")).to_have_count(0)
    expect(page.locator("table.list")).to_have_attribute("data-density", "compact")
    page.get_by_role("columnheader", name="Age", exact=True).get_by_role("link").click()
    expect(page.locator("th[aria-sort]")).to_have_text("Age")


def test_without_scripts_claims_are_ticked_filtered_and_taken_back(visit, newsroom, article):
    page = visit("editor", javascript=False)
    page.goto(f"/claims/?article={article}")
    page.locator("select[name=status]").select_option("suggested")
    page.get_by_role("button", name="Filter").click()
    page.locator("[data-tick]").nth(0).check()
    page.locator("[data-tick]").nth(2).check()
    page.locator("summary", has_text="Dismiss").click()
    page.get_by_role("button", name="A duplicate.").click()

    expect(outcome(page)).to_contain_text("2 dismissed.")
    eventually(lambda: counted(newsroom, article, "dismissed") == 2)
    page.get_by_role("button", name="Undo").click()
    expect(outcome(page)).to_contain_text("2 taken back.")
