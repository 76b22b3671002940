"""Two browsers on one claim: who is there, what the other just did; and nobody is disturbed in typing."""

import time

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import PEOPLE

pytestmark = [pytest.mark.journey, pytest.mark.model]

ADA, CARLA, DAVIT = PEOPLE["editor"], PEOPLE["reviewer"], PEOPLE["second_reviewer"]
TEXT = """Ferries of the islands, {}

The southern line carried 1.4 million people in 2024. The fleet grew from 21 to 24 ships in May 2025.
"""
RATIONALE = "The operator’s yearbook has 1.31 million.\nI have asked where the rest comes from."
SOURCE = {"kind": "document", "locator": "Yearbook, p. 12", "stance": "contradicts"}
# Set on the page when it was loaded; a reload would lose it.
MARK, MARKED = "window.sameDocument = true", "window.sameDocument === true"


@pytest.fixture
def claim(newsroom):
    """The id of an open claim."""
    article = newsroom.submit(TEXT.format(time.monotonic_ns()), desk="news", kind="outside")
    first = newsroom.claims(f"article={article}&status=suggested")[0]["id"]
    assert newsroom.api().post(f"claims/{first}/accept/").status == 200
    return first


@pytest.fixture
def held(newsroom, claim):
    """One that the first reviewer holds, with a source."""
    newsroom.api("reviewer").post(f"claims/{claim}/take/")
    newsroom.api("reviewer").post(f"claims/{claim}/evidence/", SOURCE)
    return claim


@pytest.fixture
def at(visit):
    """`at("editor", claim)` is their page of the claim; its document is marked."""

    def at(person, claim):
        page = visit(person)
        page.goto(f"/claims/{claim}/")
        page.evaluate(MARK)
        return page

    return at


def company(page):
    return page.locator("#company")


def test_who_comes_is_told_and_who_goes_is_gone(at, claim):
    carla = at("reviewer", claim)
    davit = at("second_reviewer", claim)

    expect(company(carla)).to_contain_text(f"{DAVIT.name} is on this claim now.")
    expect(company(davit)).to_contain_text(f"{CARLA.name} is on this claim now.")
    davit.goto("/articles/")
    expect(company(carla)).not_to_contain_text(DAVIT.name)
    assert carla.evaluate(MARKED)


def test_what_another_did_appears_within_two_seconds(at, newsroom, claim):
    davit = at("second_reviewer", claim)
    expect(davit.get_by_role("button", name="Take", exact=True)).to_be_visible()
    waits = []
    for step, seen in (
        ("take", davit.locator(".card-head", has_text=f"held by {CARLA.name}")),
        ("release", davit.locator(".card-head .status", has_text="open")),
        ("take", davit.locator(".card-head", has_text=f"held by {CARLA.name}")),
        ("evidence", davit.locator("#evidence", has_text="Yearbook, p. 12")),
    ):
        newsroom.api("reviewer").post(f"claims/{claim}/{step}/", SOURCE if step == "evidence" else {})
        began = time.monotonic()
        expect(seen).to_be_visible()
        waits.append(round(time.monotonic() - began, 2))

    print("seconds until another sees a step:", waits)
    assert max(waits) < 2.5  # two seconds, and what a busy machine adds
    assert davit.evaluate(MARKED)
    expect(company(davit)).to_contain_text(f"{CARLA.name} added evidence to this claim.")
    expect(davit.get_by_role("button", name="Take", exact=True)).to_have_count(0)
    expect(davit.locator("#history")).to_contain_text("added evidence")


def test_who_types_is_never_disturbed(at, newsroom, held):
    carla = at("reviewer", held)
    field = carla.get_by_label("Rationale")
    field.fill("")
    carla.keyboard.type(RATIONALE[:20])

    newsroom.api("second_reviewer").post(f"claims/{held}/notes/", {"body": "Ask the port too."})
    newsroom.api("editor").post(f"claims/{held}/plan/", {"risk": "high"})
    expect(carla.locator("#notes")).to_contain_text("Ask the port too.")
    expect(company(carla)).to_contain_text("set risk and deadline of this claim")
    carla.keyboard.type(RATIONALE[20:])

    expect(field).to_have_value(RATIONALE)
    expect(field).to_be_focused()
    assert carla.evaluate(MARKED)


def test_a_source_added_elsewhere_can_be_chosen_in_a_form_nobody_has_touched(at, newsroom, held):
    carla = at("reviewer", held)
    newsroom.api("editor").post(f"claims/{held}/evidence/", SOURCE | {"locator": "Timetable 2024"})

    choice = carla.locator("#verdict").get_by_role("checkbox", name="Contradicts: Timetable 2024")
    expect(choice).to_be_checked()


def test_a_decision_in_the_making_folds_the_form_of_others_until_they_take_over(at, newsroom, held):
    judge(newsroom, held)
    ada, bram = at("editor", held), at("second_editor", held)
    expect(bram.get_by_role("button", name="Sign off", exact=True)).to_be_visible()

    ada.locator("summary", has_text="Return").click()
    expect(company(bram)).to_contain_text(f"{ADA.name} is deciding on this verdict (since ")
    expect(bram.get_by_role("button", name="Sign off", exact=True)).to_be_hidden()
    bram.get_by_role("button", name="Write anyway").click()
    expect(bram.get_by_role("button", name="Sign off", exact=True)).to_be_visible()
    expect(company(ada)).to_contain_text("decides on this verdict too (since ")

    bram.get_by_role("button", name="Sign off", exact=True).click()
    expect(bram.locator(".card-head")).to_contain_text("resolved")
    expect(company(ada)).to_contain_text("signed off the verdict on this claim")


def test_who_stops_deciding_gives_the_form_back(at, newsroom, held):
    judge(newsroom, held)
    ada, bram = at("editor", held), at("second_editor", held)
    ada.locator("#sign-note").fill("Checked twice.")
    expect(bram.get_by_role("button", name="Sign off", exact=True)).to_be_hidden()

    ada.goto("/articles/")
    expect(bram.get_by_role("button", name="Sign off", exact=True)).to_be_visible()
    expect(bram.get_by_role("button", name="Write anyway")).to_have_count(0)


def test_who_has_left_the_desk_is_told_and_sees_nothing_new(visit, newsroom, claim):
    page = visit("reviewer")
    page.goto(f"/claims/{claim}/")
    page.route("**/pulse/**", lambda route: route.fulfill(status=404, body=""))

    expect(company(page)).to_contain_text("This claim is not there for you any more.")


def judge(newsroom, claim):
    """The verdict of the first reviewer, who holds it."""
    [source] = newsroom.api().get(f"claims/{claim}/evidence/")["results"]
    rating = newsroom.api().get(f"ratings/?claim={claim}")[0]["id"]
    verdict = {"rating": rating, "rationale": "The yearbook.", "evidence": [source["id"]]}
    assert newsroom.api("reviewer").post(f"claims/{claim}/verdicts/", verdict).status == 201
