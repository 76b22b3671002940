"""House copy up to its signature: fixes decided on a phone, gates worked off, or signed in spite of them."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import PEOPLE
from tests.journeys.house_copy import dismissed, judged, searched

pytestmark = [pytest.mark.journey, pytest.mark.model]

TEXT = """Rents in the harbour quarter

Rents rose by 9 percent in May 2025. The fleet grew from 11 to 14 ships in June 2025.

The port handled 9.2 million tonnes of goods in 2024. It was a calm year for everybody.
"""
REASON = "My source says 14 ships, and I trust her."
SPITE = "The page closes at noon; the writer is at sea."
PHONE = {"width": 390, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


@pytest.fixture
def article(newsroom):
    """An article with a fix of its rents and one of its fleet; the port is judged and stays."""
    article = newsroom.submit(TEXT, kind="house")
    judged(newsroom, article, "Rents rose", "fix", ("9 percent", "8 percent"))
    judged(newsroom, article, "fleet grew", "fix", ("14 ships", "13 ships"))
    judged(newsroom, article, "port handled", "keep", sources=1)
    dismissed(newsroom, article)
    return article


def open_sign_off(page, article):
    page.goto(f"/articles/{article}/")
    page.get_by_role("link", name="Sign-off").click()


def test_a_guest_decides_on_a_phone_and_the_gates_are_worked_off(visit, newsroom, article):
    bram = visit("second_editor")
    open_sign_off(bram, article)
    expect(bram.get_by_role("heading", name="What is missing")).to_be_visible()
    expect(bram.get_by_role("button", name="Sign off this revision")).to_have_count(0)
    expect(bram.get_by_role("heading", name="Resting on one source only")).to_be_visible()

    bram.get_by_role("link", name="2 fixes that the writer has not decided on").click()
    bram.get_by_text("Make a link").click()
    bram.get_by_label("For whom").fill("Ida Brandt")
    bram.get_by_role("button", name="Make link").click()
    address = bram.get_by_label("Link 1 for Ida Brandt").input_value()

    phone = visit(**PHONE)
    phone.goto(address)
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert PEOPLE["reviewer"].name not in phone.content()
    rents = phone.locator(".fix", has_text="Rents rose")
    assert rents.get_by_role("button", name="Accept").bounding_box()["height"] >= 44
    rents.get_by_role("button", name="Accept").tap()
    expect(phone.get_by_role("heading", name="Decided")).to_contain_text("1")
    fleet = phone.locator(".fix", has_text="fleet grew")
    fleet.get_by_text("Decline", exact=True).first.tap()
    fleet.get_by_label("Why should the words stay?").fill(REASON)
    fleet.get_by_role("button", name="Decline").tap()
    expect(phone.get_by_text("Nothing is left to decide.")).to_be_visible()

    bram.goto(f"/articles/{article}/fixes/")
    expect(bram.get_by_text(REASON)).to_be_visible()
    expect(bram.get_by_text("decided by link 1 for Ida Brandt").first).to_be_visible()
    bram.get_by_text("Insist or give way").click()
    bram.get_by_label("Why?").fill("Hers is the newer count.")
    bram.get_by_role("button", name="Give way").click()
    expect(bram.get_by_role("heading", name="No longer asked for")).to_be_visible()
    bram.get_by_role("link", name="Apply the accepted fix").click()
    expect(bram.locator(".diff").first.locator("ins")).to_have_count(1)
    bram.get_by_role("button", name="Save as revision 2").click()
    expect(bram.get_by_text("The accepted fixes are in revision 2.")).to_be_visible()
    assert newsroom.text(article)["text"] == TEXT.strip().replace("9 percent", "8 percent")

    searched(newsroom, article)
    dismissed(newsroom, article)
    open_sign_off(bram, article)
    expect(bram.get_by_role("heading", name="Nothing is missing")).to_be_visible()
    bram.get_by_role("button", name="Sign off this revision").click()
    expect(bram.get_by_role("heading", name="Signed off")).to_be_visible()
    assert phone.goto(address).status == 404
    expect(phone.get_by_text("This link leads nowhere")).to_be_visible()


def test_signed_in_spite_of_named_gates_with_a_reason_that_reports_print(visit, newsroom, article):
    bram = visit("second_editor")
    open_sign_off(bram, article)
    bram.get_by_text("Sign off in spite of this", exact=True).first.click()
    bram.get_by_label("Why?").fill(SPITE)
    bram.get_by_role("button", name="Sign off in spite of this").click()
    expect(bram.get_by_role("alert").first).to_contain_text("2 fixes that the writer has not decided on")
    expect(bram.get_by_label("Why?")).to_have_value(SPITE)

    bram.get_by_role("checkbox", name="2 fixes that the writer has not decided on").check()
    bram.get_by_role("button", name="Sign off in spite of this").click()
    expect(bram.get_by_role("heading", name="Signed off")).to_be_visible()

    bram.goto(f"/articles/{article}/report/")
    for place in (bram.locator(".report-spite"), bram.get_by_text(re.compile("In spite of"))):
        expect(place.first).to_be_visible()
    expect(bram.locator(".report-spite")).to_contain_text(SPITE)
    for format in ("CSV", "JSON", "HTML"):
        with bram.expect_download() as download:
            bram.get_by_role("link", name=format, exact=True).click()
        told = download.value.path().read_text("utf-8")
        assert "2 fixes that the writer has not decided on" in told
        assert SPITE in told
