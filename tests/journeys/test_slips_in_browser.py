"""Slips of a hand: nothing typed is lost, sent twice, or signed by them."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.model]

TEXT = "The old quay\n\nThe old quay has 1,412 berths.\n\nIt opened in May 1987 with 12 cranes.\n"


@pytest.fixture(scope="module")
def claims(newsroom):
    """Two claims of one article; the first reviewer holds the first one, with a source."""
    article = newsroom.submit(TEXT, kind="outside")
    first, second, *_ = [one["id"] for one in newsroom.claims(f"article={article}&order=age")]
    newsroom.api().post(f"claims/{first}/accept/")
    carla = newsroom.api("reviewer")
    carla.post(f"claims/{first}/take/")
    source = {"kind": "document", "locator": "Yearbook, p. 12", "stance": "supports"}
    assert carla.post(f"claims/{first}/evidence/", source).status == 201
    return article, first, second


def note(page):
    return page.get_by_label("Note", exact=True)


def test_an_older_tab_asks_before_newer_words_are_gone(visit, claims):
    older = visit("reviewer")
    older.goto(f"/claims/{claims[1]}/")
    newer = visit("reviewer")  # another browser: no tab of this one is told
    newer.goto(f"/claims/{claims[1]}/")
    note(newer).fill("Two hours of work.")
    expect(newer.locator("#notes").get_by_text("Draft of")).to_be_visible()

    note(older).press_sequentially("A")
    expect(older.locator("#notes")).to_contain_text("A newer draft was typed in another tab or browser.")
    take = older.locator("#notes").get_by_role("button", name="Take the newer draft")
    expect(take).to_be_visible()
    note(older).press_sequentially("nd another letter")
    expect(older.locator("#notes").get_by_text("Draft of")).to_be_visible()
    take.click()
    expect(note(older)).to_have_value("Two hours of work.")
    expect(take).to_be_hidden()
    older.locator("#notes").get_by_role("button", name="Discard").click()
    expect(note(older)).to_have_value("")


def test_words_in_one_form_stay_when_another_is_sent(visit, claims):
    older, newer = visit("reviewer"), visit("reviewer")
    for page in (older, newer):
        page.goto(f"/claims/{claims[1]}/")
    note(newer).fill("From elsewhere.")
    expect(newer.locator("#notes").get_by_text("Draft of")).to_be_visible()
    note(older).press_sequentially("From here.")
    expect(older.locator("#notes")).to_contain_text("A newer draft was typed")

    older.locator("#evidence-form > summary").click()
    older.get_by_role("textbox", name="Where").fill("The register, p. 3")
    older.locator("#evidence-form").get_by_role("button", name="Add evidence").click()

    expect(older.locator("#evidence > ol > li")).to_have_count(2)
    expect(note(older)).to_have_value("From here.")
    older.locator("#notes").get_by_role("button", name="Discard").click()
    expect(note(older)).to_have_value("")


TWO_CLICKS = """async button => {
  let went = 0;
  addEventListener("submit", event => { went += !event.defaultPrevented; event.preventDefault(); });
  button.click();
  await new Promise(done => setTimeout(done, 200));  // the desk is slow to answer
  button.click();
  return went;
}"""


def test_a_double_click_sends_once(visit, claims):
    page = visit("reviewer")
    page.goto(f"/claims/{claims[1]}/")
    note(page).fill("Sent by a double click.")
    expect(page.locator("#notes").get_by_text("Draft of")).to_be_visible()

    assert page.get_by_role("button", name="Add note").evaluate(TWO_CLICKS) == 1


def test_words_typed_on_a_card_wait_there(visit, claims):
    article, first, second = claims
    page = visit("editor")
    page.goto(f"/articles/{article}/?claim={second}")
    page.keyboard.press("d")
    reason = page.locator("#card").get_by_role("textbox", name="Why is this not to be checked?")
    reason.fill("An opinion, I think; half a")
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    desk = page.locator("#card [data-claim-desk]")
    expect(desk).to_have_attribute("href", f"/claims/{first}/")
    page.keyboard.press("j")
    expect(reason).to_have_value("An opinion, I think; half a")
    page.locator("#card [data-close]").click()
    expect(reason).to_have_count(0)
    page.locator(f'.index [data-claim="{second}"]').click()
    expect(reason).to_have_value("An opinion, I think; half a")


def test_nothing_is_signed_behind_a_dialog(visit, newsroom, claims):
    claim, carla = claims[1], newsroom.api("reviewer")
    source = carla.get(f"claims/{claim}/evidence/")["results"][0]["id"]
    rating = carla.get(f"ratings/?claim={claim}")[0]
    verdict = {"rating": rating["id"], "rationale": "It says so.", "evidence": [source], "confidence": "high"}
    assert carla.post(f"claims/{claim}/verdicts/", verdict).status == 201
    page = visit("editor")
    page.goto(f"/claims/{claim}/")
    expect(page.locator("#sign-form")).to_be_visible()
    page.wait_for_timeout(600)

    page.keyboard.press("Control+k")
    page.keyboard.type("articles")
    expect(page.locator("#found a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+Enter")  # in a new tab, as anywhere

    page.wait_for_timeout(1000)
    assert newsroom.api().get(f"claims/{claim}/")["status"] == "awaiting_sign_off"


def test_a_list_opened_behind_another_tab_knows_what_changed_since(visit, newsroom, claims):
    article, _first, second = claims
    page = visit("editor")
    page.add_init_script("Object.defineProperty(document, 'hidden', { get: () => !window.seen });")
    with page.expect_response("**/claims/pulse/**"):
        page.goto(f"/claims/?article={article}")
    newsroom.api("reviewer").post(f"claims/{second}/accept/")

    page.evaluate("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")

    expect(page.locator("#changed")).to_contain_text("1 claim changed.")


def test_a_card_that_is_closed_keeps_the_place_in_the_list(visit, claims):
    article, first, second = claims
    page = visit("editor")
    page.goto(f"/articles/{article}/?claim={first}")
    page.keyboard.press("Control+k")
    expect(page.locator("#finder")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#finder")).to_be_hidden()
    expect(page.locator("#card .card")).to_have_count(1)

    page.keyboard.press("Escape")
    expect(page.locator("#card .card")).to_have_count(0)
    expect(page.locator(f'.index [data-claim="{first}"]')).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#card [data-claim-desk]")).to_have_attribute("href", f"/claims/{second}/")
