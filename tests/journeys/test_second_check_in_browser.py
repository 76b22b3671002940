"""An admin asks for second checks; two people judge the same claim, the second blind, and they differ."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import PEOPLE
from tests.journeys.house_copy import SOURCE, done

pytestmark = [pytest.mark.journey, pytest.mark.model]

CARLA, DAVIT = PEOPLE["reviewer"], PEOPLE["second_reviewer"]
TEXT = """Ferries of the coast

The northern line carried 2.4 million people in 2024.
"""
FIRST = "The yearbook of the operator says so."
SECOND = "The ministry counts 2.1 million."


@pytest.fixture
def claim(newsroom, visit):
    """The id of a claim of high risk, which by a rule of the admin's wants a second verdict."""
    admin = visit("admin")
    admin.goto("/rules/add/")
    admin.get_by_label("Risk").select_option("high")
    admin.locator("main form button[type=submit], main form button:not([type])").last.click()
    expect(admin.get_by_text("high risk").first).to_be_visible()
    article = newsroom.submit(TEXT, kind="outside", risk="high")
    first = newsroom.claims(f"article={article}&status=suggested")[0]["id"]
    carla = newsroom.api("reviewer")
    done(carla.post(f"claims/{first}/accept/"))
    yield first
    newsroom.shell("from claims.models import CheckRule; CheckRule.objects.update(active=False)")


def judge(page, rating, rationale):
    page.get_by_text(rating, exact=True).first.click()
    page.get_by_label("Rationale").fill(rationale)
    page.get_by_role("button", name="Propose verdict").click()


def test_the_second_verdict_is_given_blind_and_an_editor_decides_between_the_two(visit, newsroom, claim):
    done(newsroom.api("reviewer").post(f"claims/{claim}/take/"))
    done(newsroom.api("reviewer").post(f"claims/{claim}/evidence/", SOURCE))
    carla, davit, bram = visit("reviewer"), visit("second_reviewer"), visit("second_editor")
    carla.goto(f"/claims/{claim}/")
    judge(carla, "True", FIRST)
    expect(carla.locator("#messages").get_by_text("Your verdict awaits a second one")).to_be_visible()

    davit.goto("/")
    expect(davit.get_by_role("heading", name="Second checks")).to_be_visible()
    davit.goto(f"/claims/{claim}/")
    expect(davit.get_by_text("A first verdict was given.")).to_be_visible()
    davit.get_by_role("button", name="Take", exact=True).click()
    expect(davit.get_by_role("heading", name="Your verdict, the second")).to_be_visible()
    for told in (FIRST, CARLA.name, "Supports"):
        assert told not in davit.locator("main").inner_text().replace(f"Your verdict\n{told}", "")
    judge(davit, "False", SECOND)
    expect(davit.get_by_text(FIRST)).to_be_visible()  # now both are known

    bram.goto(f"/claims/{claim}/")
    expect(bram.get_by_text("The two verdicts differ.")).to_be_visible()
    bram.get_by_label("Why this one?").fill("The ministry is the primary source.")
    bram.get_by_role("button", name=f"by {DAVIT.name}").click()

    expect(bram.get_by_text("resolved", exact=False).first).to_be_visible()
    assert newsroom.api().get(f"claims/{claim}/")["status"] == "resolved"
