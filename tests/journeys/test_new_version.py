"""The text moves while it is checked: verdicts follow where the words stayed, and nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import PEOPLE, eventually

pytestmark = [pytest.mark.journey, pytest.mark.model]

BRAM, CARLA = PEOPLE["second_editor"], PEOPLE["reviewer"]
TEXT = """Ferries of the coast

The northern line carried 2.4 million people in 2024. It was a calm year, and few sailings were put off.

The fleet grew from 11 to 14 ships in May 2025. The quay is a quiet place in the mornings.
"""
PEOPLE_CARRIED, FLEET = (
    "The northern line carried 2.4 million people in 2024.",
    "The fleet grew from 11 to 14 ships",
)
NEWER = TEXT.replace("2.4 million", "2.6 million") + "\nThe company bought three buses in April 2025.\n"
RATIONALE = "The operator’s yearbook has it.\nPage 12."


@pytest.fixture
def article(newsroom):
    return newsroom.submit(TEXT, kind="house", writer=None)


@pytest.fixture
def claims(newsroom, article):
    """Two claims in the hands of the reviewer, each with a source: the people carried, the fleet."""
    found = {one["text"]: one["id"] for one in newsroom.claims(f"article={article}&status=suggested")}
    chosen = [
        next(pk for text, pk in found.items() if text in words or words in text)
        for words in (PEOPLE_CARRIED, FLEET)
    ]
    source = {"kind": "document", "locator": "Yearbook, p. 12", "stance": "supports"}
    for claim in chosen:
        assert newsroom.api().post(f"claims/{claim}/accept/").status == 200
        assert newsroom.api("reviewer").post(f"claims/{claim}/take/").status == 200
        assert newsroom.api("reviewer").post(f"claims/{claim}/evidence/", source).status == 201
    return chosen


def type_verdict(page, claim):
    page.goto(f"/claims/{claim}/")
    page.get_by_text("Confirmed", exact=True).click()
    page.get_by_role("radio", name="Keep").check()
    page.get_by_label("Rationale").fill(RATIONALE)
    page.get_by_role("radio", name="High").check()


def send_version(page, article, text):
    """To the preview; the text is then to be saved."""
    page.goto(f"/articles/{article}/")
    page.get_by_role("link", name="New version").click()
    page.get_by_label("The new text").fill(text)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("heading", name="What becomes of the claims")).to_be_visible()


def test_a_new_version_comes_while_a_reviewer_types(visit, newsroom, article, claims):
    changed, kept = claims
    carla = visit("reviewer")
    beside = carla.context.new_page()
    type_verdict(carla, changed)
    type_verdict(beside, kept)

    ada = visit("editor")
    send_version(ada, article, NEWER)
    row = ada.get_by_role("row").filter(has_text="northern line")
    expect(row).to_contain_text("fact changed")
    expect(row.locator("del")).to_contain_text("2.4")
    expect(row.locator("ins")).to_contain_text("2.6")
    ada.get_by_role("button", name="Save revision 2").click()
    expect(ada.locator("#messages").get_by_text("Revision 2 is stored")).to_be_visible()

    with carla.expect_response("**/verdict/") as answer:
        carla.get_by_role("button", name="Propose verdict").click()
    assert answer.value.status == 409
    expect(carla.locator("#glance")).to_contain_text("Words changed since")
    expect(carla.locator("#glance ins")).to_contain_text("2.6")
    expect(carla.get_by_label("Rationale")).to_have_value(RATIONALE)
    for chosen in ("Confirmed", "Keep", "High"):
        expect(carla.locator("#verdict").get_by_role("radio", name=chosen).first).to_be_checked()

    beside.get_by_role("button", name="Propose verdict").click()
    expect(beside.locator("#messages").get_by_text("Your verdict awaits sign-off")).to_be_visible()
    assert newsroom.api().get(f"claims/{kept}/")["verdict"]["author_name"] == CARLA.name

    carla.get_by_role("button", name="Propose verdict").click()  # now of the new words
    expect(carla.locator("#messages").get_by_text("Your verdict awaits sign-off")).to_be_visible()
    expect(carla.locator("#glance")).to_have_count(0)
    eventually(lambda: newsroom.article(article)["extraction"]["state"] == "done")
    suggested = [one["text"] for one in newsroom.claims(f"article={article}&status=suggested")]
    assert any("three buses" in text for text in suggested)
    assert not any("northern line" in text for text in suggested)


def test_of_two_editors_the_later_one_compares_again(visit, newsroom, article):
    ada = visit("editor", javascript=False)
    send_version(ada, article, NEWER)
    base = newsroom.article(article)["revision"]
    theirs = {"text": TEXT.replace("11 to 14", "11 to 15"), "base": base}
    assert newsroom.api("second_editor").post(f"articles/{article}/revisions/", theirs).status == 201

    ada.get_by_role("button", name="Save revision 2").click()

    expect(ada.locator("#conflict")).to_contain_text(BRAM.name)
    expect(ada.get_by_label("The new text")).to_have_value(NEWER)
    ada.get_by_role("button", name="Compare with revision 2").click()
    expect(ada.locator(".diff del").filter(has_text="15").first).to_be_visible()
    ada.get_by_role("button", name="Save revision 3").click()
    expect(ada.get_by_text("Revision 3 is stored")).to_be_visible()
    ada.get_by_role("link", name="revision 3").click()
    expect(ada.get_by_role("listitem").filter(has_text=BRAM.name)).to_contain_text("Revision 2")


def test_a_late_change_reopens_a_signed_article_visibly(visit, newsroom, article):
    for claim in newsroom.claims(f"article={article}&status=suggested"):
        newsroom.api().post(f"claims/{claim['id']}/dismiss/", {"reason": "A small thing."})
    bram = visit("second_editor")
    bram.goto(f"/articles/{article}/sign-off/")
    bram.get_by_role("button", name="Sign off this revision").click()
    expect(bram.get_by_text("signed revision 1")).to_be_visible()

    ada = visit("editor")
    send_version(ada, article, NEWER)
    expect(ada.get_by_text("A new version takes the sign-off back")).to_be_visible()
    ada.get_by_role("button", name="Save revision 2").click()

    expect(
        ada.locator("#messages").get_by_text("The sign-off of revision 1 no longer holds.")
    ).to_be_visible()
    expect(ada.locator(".page-head .status")).to_have_text("checking")
    bram.reload()
    expect(bram.get_by_text("signed revision 1")).to_contain_text("taken back")
