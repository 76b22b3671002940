"""Two people at the same claim, each in a browser: one wins, and the other is told and loses no word."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import PEOPLE

pytestmark = [pytest.mark.journey, pytest.mark.model]

CARLA, DAVIT = PEOPLE["reviewer"], PEOPLE["second_reviewer"]
TEXT = """Ferries of the coast

The northern line carried 2.4 million people in 2024. The fleet grew from 11 to 14 ships in May 2025.
"""
RATIONALE = "The operator’s yearbook has 2.31 million.\nI have asked where the rest comes from."


@pytest.fixture
def claim(newsroom):
    """The id of an open claim."""
    article = newsroom.submit(TEXT, desk="news", kind="house", writer=None)
    first = newsroom.claims(f"article={article}&status=suggested")[0]["id"]
    assert newsroom.api().post(f"claims/{first}/accept/").status == 200
    return first


def test_both_press_take_and_the_second_is_told_who_was_faster(visit, claim):
    pages = {CARLA: visit("reviewer"), DAVIT: visit("second_reviewer")}
    for page in pages.values():
        page.goto(f"/claims/{claim}/")
        expect(page.get_by_role("button", name="Take", exact=True)).to_be_visible()

    for page in pages.values():
        page.evaluate("document.querySelector('form[action$=\"/take/\"]').requestSubmit()")

    taken, refused = ".card-head:has-text('held by')", "h1:text('That step was not possible')"
    for page in pages.values():
        expect(page.locator(taken).or_(page.locator(refused))).to_be_visible()
    (loser,) = [person for person, page in pages.items() if page.locator(refused).count()]
    (winner,) = set(pages) - {loser}
    expect(pages[winner].get_by_text(f"held by {winner.name}")).to_be_visible()
    expect(pages[loser].get_by_role("alert")).to_contain_text(winner.name)
    pages[loser].get_by_role("link", name="See how it stands now").click()
    expect(pages[loser].get_by_text(f"held by {winner.name}")).to_be_visible()


def test_a_verdict_typed_while_the_claim_was_changed_is_still_there(visit, newsroom, claim):
    newsroom.api("reviewer").post(f"claims/{claim}/take/")
    source = {"kind": "document", "locator": "Yearbook, p. 12", "stance": "contradicts"}
    newsroom.api("reviewer").post(f"claims/{claim}/evidence/", source)
    carla, ada = visit("reviewer"), visit("editor")
    carla.goto(f"/claims/{claim}/")
    carla.get_by_text("Wrong", exact=True).click()
    carla.get_by_role("radio", name="Fix").check()
    carla.get_by_label("New wording").fill("2.31 million people")
    carla.get_by_label("Rationale").fill(RATIONALE)
    carla.get_by_role("radio", name="High").check()

    ada.goto(f"/claims/{claim}/")
    ada.get_by_text("Assign", exact=True).first.click()
    to_whom = ada.get_by_role("combobox", name="To whom")
    davit = to_whom.locator(
        "option", has_text=re.compile(rf"{DAVIT.name}: (holds none|\d+ claims? held now)")
    )
    to_whom.select_option(davit.get_attribute("value"))
    ada.get_by_role("button", name="Assign").click()
    expect(ada.get_by_text(f"held by {DAVIT.name}")).to_be_visible()
    with carla.expect_response("**/verdict/") as answer:
        carla.get_by_role("button", name="Propose verdict").click()

    assert answer.value.status == 409
    expect(carla.locator("#conflict")).to_contain_text(DAVIT.name)
    expect(carla.get_by_label("Rationale")).to_have_value(RATIONALE)
    expect(carla.get_by_label("New wording")).to_have_value("2.31 million people")
    for chosen in ("Wrong", "Fix", "High", "Contradicts"):
        box = carla.get_by_role("radio", name=chosen).or_(carla.get_by_role("checkbox", name=chosen))
        expect(box.and_(carla.locator("#verdict input"))).to_be_checked()
    expect(carla.locator("#claim-desk").get_by_text(f"held by {DAVIT.name}")).to_be_visible()


def test_notes_written_at_the_same_time_do_not_collide(visit, claim):
    pages = {CARLA: visit("reviewer"), DAVIT: visit("second_reviewer")}
    for person, page in pages.items():
        page.goto(f"/claims/{claim}/")
        page.get_by_label("Note", exact=True).fill(f"{person.name} was here.")

    for page in pages.values():
        page.get_by_role("button", name="Add note").click()
        page.wait_for_url("**#notes")

    for person in pages:
        expect(pages[DAVIT].locator("#notes")).to_contain_text(f"{person.name} was here.")
