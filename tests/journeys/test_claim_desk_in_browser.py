"""The claim desk: deciding by keyboard, lists walked to their end, several sources at once."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.model]


@pytest.fixture(scope="module")
def held(newsroom):
    """A claim in the reviewer's hands, with a source."""
    article = newsroom.submit("The old quay\n\nThe old quay has 1,412 berths. It opened in May 1987.\n")
    claim = newsroom.claims(f"article={article}&status=suggested")[0]["id"]
    newsroom.api().post(f"claims/{claim}/accept/")
    newsroom.api("reviewer").post(f"claims/{claim}/take/")
    return claim


TEN = "\n\n".join(
    f"The {place} took in {number},412 tonnes of grain in {2001 + number}."
    for number, place in enumerate(
        ["old port", "new port", "east quay", "west quay", "mill", "silo", "depot", "lock", "ferry", "pier"],
        1,
    )
)


@pytest.fixture(scope="module")
def ten(newsroom):
    """Ten claims in the second reviewer's hands, each with a source, in an article of its own desk list."""
    article = newsroom.submit(f"Grain in the harbour\n\n{TEN}\n")
    claims = [claim["id"] for claim in newsroom.claims(f"article={article}&status=suggested&order=age")]
    carla = newsroom.api("second_reviewer")
    for number, claim in enumerate(claims, 1):
        for api, step in ((newsroom.api(), "accept"), (carla, "take")):
            assert api.post(f"claims/{claim}/{step}/").status == 200
        source = {"kind": "document", "locator": f"The register, p. {number}", "stance": "supports"}
        assert carla.post(f"claims/{claim}/evidence/", source | {"quote": "As said."}).status == 201
    assert len(claims) == 10
    return article, claims


class Keys:
    """The keyboard alone, and how often it was pressed."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def __call__(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1


def settled(page):
    """No second press is taken for one on the page that comes up."""
    page.wait_for_load_state()
    page.wait_for_timeout(600)


def claim_on(page):
    return int(re.search(r"/claims/(\d+)/", page.url)[1])


def test_ten_claims_by_keyboard_alone(visit, newsroom, ten):
    article, claims = ten
    page = visit("second_reviewer")
    page.goto(f"/claims/?article={article}&assignee=me&order=age")
    keys = Keys(page)
    keys("j", "Enter")
    page.wait_for_url(f"**/claims/{claims[0]}/*")
    expect(page.get_by_role("navigation", name="List")).to_contain_text("1 of 10")

    decided, opening = [], keys.pressed
    for number, claim in enumerate(claims, 1):
        expect(page.get_by_label("Rationale")).to_have_value(
            f"According to The register, p. {number}: “As said.”"
        )
        settled(page)
        keys("1", "Control+Enter")
        page.wait_for_url(lambda address, claim=claim: f"/claims/{claim}/" not in address)
        decided.append(claim)

    assert keys.pressed - opening == 2 * len(claims)
    expect(page.locator("#messages")).to_contain_text("That was the last claim of this list.")
    states = {newsroom.api().get(f"claims/{claim}/")["status"] for claim in decided}
    assert states == {"awaiting_sign_off"}


def test_signing_and_returning_by_keyboard_alone(visit, newsroom, ten):
    article, claims = ten
    page = visit("second_editor")
    page.goto(f"/claims/?article={article}&status=awaiting_sign_off&order=age")
    keys = Keys(page)
    keys("j", "Enter")
    page.wait_for_url(f"**/claims/{claims[0]}/*")

    settled(page)
    before = keys.pressed
    keys("Control+Enter")
    page.wait_for_url(f"**/claims/{claims[1]}/*")
    assert keys.pressed - before == 1

    settled(page)
    keys("s")
    page.wait_for_url(f"**/claims/{claims[2]}/*")
    settled(page)
    keys("r")
    expect(page.get_by_label("What is missing?")).to_be_focused()
    page.keyboard.type("Which register?")
    keys("Control+Enter")
    page.wait_for_url(f"**/claims/{claims[3]}/*")
    assert keys.pressed - before == 4

    keys("k")
    page.wait_for_url(f"**/claims/{claims[1]}/*")  # the one between went back to its checker
    state = {number: newsroom.api().get(f"claims/{claims[number]}/")["status"] for number in range(3)}
    assert state == {0: "resolved", 1: "awaiting_sign_off", 2: "in_check"}

    page.get_by_role("navigation", name="List").get_by_role("link", name="Claims").click()
    expect(page.locator(f"#claim-{claims[1]}[data-current]")).to_be_visible()


def test_a_double_press_does_not_sign_what_nobody_saw(visit, newsroom, ten):
    _article, claims = ten
    page = visit("second_editor")
    page.goto(f"/claims/{claims[4]}/?list=article")
    settled(page)

    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/claims/{claims[5]}/*", wait_until="commit")
    page.keyboard.press("Control+Enter")

    settled(page)
    assert claim_on(page) == claims[5]
    assert newsroom.api().get(f"claims/{claims[5]}/")["status"] == "awaiting_sign_off"


def test_several_addresses_and_a_source_of_another_claim(visit, newsroom, held, ten):
    page = visit("reviewer")
    page.goto(f"/claims/{held}/")
    page.keyboard.press("e")
    page.get_by_label("Where", exact=True).focus()
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text/plain", "https://a.example/1\\nhttps://b.example/2\\n");
            document.activeElement.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    several = page.get_by_label("Addresses, one a line")
    expect(several).to_have_value("https://a.example/1\nhttps://b.example/2")
    expect(several).to_be_focused()
    several.press("End")
    page.keyboard.type("\nthe clerk")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#links-form")).to_contain_text("Line 3 is no web address: “the clerk”.")
    several.fill("https://a.example/1\nhttps://b.example/2")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#evidence .records > li.record[data-stance]")).to_have_count(2)

    other = newsroom.claims(f"article={newsroom.api().get(f'claims/{held}/')['article']}&status=suggested")[
        0
    ]["id"]
    page.goto(f"/claims/{other}/")
    page.get_by_text("Sources of other claims of this article").click()
    offered = page.locator("#beside li", has_text="https://a.example/1")
    offered.get_by_label("What it says of this claim").select_option("contradicts")
    offered.get_by_role("button", name="Use here").click()
    expect(page.locator("#evidence li[data-stance=contradicts]")).to_contain_text("https://a.example/1")
    page.get_by_text("Sources of other claims of this article").click()
    expect(page.locator("#beside li")).to_have_count(1)


def test_without_single_keys_the_hints_are_gone_and_the_buttons_work(visit, newsroom, held):
    page = visit("reviewer")
    page.goto(f"/claims/{held}/")
    page.evaluate("document.body.dataset.shortcuts = 'off'")
    expect(page.locator(".ratings kbd").first).to_be_hidden()
    expect(page.locator("#verdict kbd", has_text="Enter").first).to_be_visible()


def test_on_house_copy_a_green_rating_suggests_to_keep_the_words(visit, newsroom):
    article = newsroom.submit("Ferries\n\nThe ferry carried 41,000 people in June 2025.\n", kind="house")
    claim = newsroom.claims(f"article={article}&status=suggested")[0]["id"]
    carla = newsroom.api("reviewer")
    newsroom.api().post(f"claims/{claim}/accept/")
    carla.post(f"claims/{claim}/take/")
    carla.post(f"claims/{claim}/evidence/", {"kind": "document", "locator": "p. 1", "stance": "supports"})
    page = visit("reviewer")
    page.goto(f"/claims/{claim}/?list=article")
    keep, fix = (page.get_by_role("radio", name=name, exact=True) for name in ("Keep", "Fix"))

    page.keyboard.press("1")
    expect(keep).to_be_checked()
    page.keyboard.press("5")
    expect(keep).not_to_be_checked()
    fix.check()
    page.keyboard.press("1")
    expect(fix).to_be_checked()  # chosen by hand, it stays
    page.reload()
    expect(fix).to_be_checked()  # as it was typed
    page.locator("#verdict").get_by_role("button", name="Discard").click()
    expect(fix).not_to_be_checked()

    settled(page)
    page.keyboard.press("1")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#messages")).to_contain_text("That was the last claim of this list.")
    (given,) = newsroom.api().get(f"claims/{claim}/verdicts/")["results"]
    assert (given["outcome"], given["rationale"]) == ("keep", "According to p. 1.")
