"""axe on what people bring about on a page: refusals, previews, conflicts, everything unfolded."""

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import PLAIN, faults

pytestmark = [pytest.mark.journey, pytest.mark.model]


def mistyped(page, places):
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill("editor@desk.example")
    page.get_by_label("Password").fill("not this one")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()


def nothing_pasted(page, places):
    page.goto("/articles/submit/")
    page.locator("#id_text").fill(" ")
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_role("alert").first).to_be_visible()


def preview(page, places):
    page.goto("/articles/submit/")
    page.locator("#id_text").fill(
        "A headline\n\nBy Ada Lindqvist\n\nShare this\n\n• 12 of 40 seats\n\nThe end."
    )
    expect(page.locator("#preview li")).not_to_have_count(0)
    page.get_by_role("checkbox", name="Restrict to named people").check()


def new_version_previewed(page, places):
    page.goto(f"/articles/{places['revised']}/revise/")
    text = page.locator("#id_text").input_value()
    page.locator("#id_text").fill(text.replace("13 leases", "15 leases").replace("May", "June"))
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("button", name="Save revision 3")).to_be_visible()
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def new_version_in_conflict(page, places):
    page.goto(f"/articles/{places['revised']}/revise/")
    page.locator("#id_text").fill("The quay at noon\n\nThe market has 220 stalls.")
    page.evaluate("document.querySelector('#revise-form [name=base]').value = 1")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#conflict")).to_be_visible()


def same_text(page, places):
    page.goto("/articles/submit/")
    page.locator("#id_text").fill(PLAIN.format("sunny"))
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_role("button", name="Submit anyway")).to_be_visible()


def token_made(page, places):
    page.goto("/profile/tokens/new/")
    page.get_by_label("Name").fill("wire")
    page.get_by_role("button", name="Make token").click()
    expect(page.get_by_label("wire")).not_to_have_value("")


def claim_in_focus(page, places):
    page.goto(f"/articles/{places['checking']}/")
    page.locator(".index [data-item] a").first.click()
    expect(page.locator("#card .card-text")).to_be_visible()


def fact_offered(page, places):
    page.goto(f"/articles/{places['checking']}/")
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Mark as claim")).to_be_focused()


def words_being_changed(page, places):
    page.goto(f"/articles/{places['checking']}/")
    page.locator(".index [data-item] a").first.click()
    page.get_by_text("Change its words").click()
    expect(page.get_by_role("button", name="End a word later")).to_be_visible()


def selected_words_answered(page, places):
    page.goto(f"/articles/{places['checking']}/")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.copy'))")
    page.get_by_role("link", name="Why not?", exact=True).click()
    expect(page.get_by_role("heading", name="Why is this not a claim?")).to_be_visible()
    page.locator("#card .place").first.hover()


def all_that_is_no_claim(page, places):
    page.goto(f"/articles/{places['checking']}/why-not/")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def keys(page, places):
    page.goto("/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def every_fold_open(page, places):
    page.goto(f"/claims/{places['mine']}/")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def furniture_open(page, places):
    page.goto(f"/articles/{places['checking']}/")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def empty_verdict(page, places):
    page.goto(f"/claims/{places['mine']}/")
    page.get_by_role("button", name="Propose verdict").click()
    expect(page.locator("#verdict").get_by_role("alert").first).to_be_visible()


def folded_navigation(page, places):
    page.goto("/claims/")
    page.get_by_role("button", name="Narrow").click()
    expect(page.locator("html")).to_have_attribute("data-nav", "icons")


def too_late(page, places):
    """409 for a step of one press: the claim is held already."""
    page.goto(f"/claims/{places['open']}/")
    page.evaluate(
        f"document.querySelector('form[action$=\"/take/\"]').action = '/claims/{places['in_check']}/take/'"
    )
    page.keyboard.press("t")
    expect(page.get_by_role("heading", name="That step was not possible")).to_be_visible()


def kept_and_wrong(page, places):
    """A draft told at its form, wrong addresses, sources of other claims, the claim in a list."""
    page.goto(f"/claims/{places['mine']}/?list=mine")
    page.get_by_label("Note", exact=True).fill("Half a thought")
    expect(page.locator("#notes").get_by_text("Draft of")).to_be_visible()
    page.get_by_text("Add several addresses").click()
    page.get_by_label("Addresses, one a line").fill("the clerk")
    page.get_by_role("button", name="Add them all").click()
    expect(page.locator("#links-form").get_by_role("alert")).to_be_visible()
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def conflict(page, places):
    """409 for a form: what was typed is shown."""
    page.goto(f"/claims/{places['mine']}/")
    page.get_by_label("Rationale").fill("Two sources say so.")
    for group in page.locator("#verdict fieldset:has([type=radio])").all():
        group.get_by_role("radio").first.check()
    page.evaluate("document.querySelector('#verdict [name=version]').value = 0")
    page.get_by_role("button", name="Propose verdict").click()
    expect(page.locator("#conflict")).to_be_visible()


def every_step_on_fixes(page, places):
    page.goto(f"/articles/{places['fixes']}/fixes/")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def fix_declined_without_a_reason(page, places):
    page.goto(places["guest"])
    page.get_by_text("Decline", exact=True).first.click()
    page.get_by_label("Why should the words stay?").fill(" ")
    page.get_by_role("button", name="Decline").click()
    expect(page.get_by_role("alert").first).to_be_visible()


def guest_link_made(page, places):
    page.goto(f"/articles/{places['fixes']}/fixes/")
    page.get_by_text("Make a link").click()
    page.get_by_label("For whom").fill("Ida Brandt")
    page.get_by_role("button", name="Make link").click()
    expect(page.get_by_role("heading", name="A new guest link")).to_be_visible()


def signed_in_spite_without_a_box(page, places):
    page.goto(f"/articles/{places['fixes']}/sign-off/")
    page.get_by_text("Sign off in spite of this", exact=True).first.click()
    page.get_by_label("Why?").fill("The press waits.")
    page.get_by_role("button", name="Sign off in spite of this").click()
    expect(page.get_by_role("alert").first).to_be_visible()


def report_file(page, places):
    page.goto(f"/articles/{places['signed_off']}/report/")
    with page.expect_download() as download:
        page.get_by_role("link", name="HTML", exact=True).click()
    page.goto("about:blank")  # no policy but that of the file itself
    page.set_content(download.value.path().read_text("utf-8"))


DEEDS = {
    mistyped: "",
    nothing_pasted: "editor",
    preview: "editor",
    new_version_previewed: "editor",
    new_version_in_conflict: "editor",
    same_text: "editor",
    token_made: "editor",
    claim_in_focus: "editor",
    fact_offered: "editor",
    words_being_changed: "editor",
    selected_words_answered: "editor",
    all_that_is_no_claim: "editor",
    keys: "editor",
    every_fold_open: "reviewer",
    furniture_open: "editor",
    empty_verdict: "reviewer",
    folded_navigation: "reviewer",
    too_late: "reviewer",
    kept_and_wrong: "reviewer",
    conflict: "reviewer",
    every_step_on_fixes: "second_editor",
    fix_declined_without_a_reason: "",
    guest_link_made: "editor",
    signed_in_spite_without_a_box: "second_editor",
    report_file: "editor",
}


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_state(visit, places, deed):
    page = visit(DEEDS[deed])

    deed(page, places)

    assert faults(page) == []
