"""The desk in its second language: chosen in the profile, complete on every page, none of them too wide."""

import csv

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import ALL, AXE
from tests.journeys.browser import PEOPLE
from tests.journeys.test_pages_are_accessible import ADDRESSES, ANSWERS

pytestmark = [pytest.mark.journey, pytest.mark.model]

SPEAK = "from accounts.models import User; User.objects.update(language='{}')"
COPY = "Hafenbericht\n\nThe harbour has {} berths. The port office signed 12 leases in May 2024.\n"


@pytest.fixture
def in_german(newsroom):
    """Everybody on the desk reads German, until the test is over."""
    newsroom.shell(SPEAK.format("de"))
    yield
    newsroom.shell(SPEAK.format("en-gb"))


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def test_each_page_is_in_german_and_fits_a_phone(visit, places, in_german):
    """German words are long: nothing sticks out at 390 px; axe finds nothing."""
    pages, wrong = {}, []
    for state, (person, address) in ADDRESSES.items():
        if person not in pages:
            pages[person] = visit(person, width=390, locale="de-DE")
        page = pages[person]
        answer = page.goto(address.format(**places))
        if answer.status != ANSWERS.get(state, 200):
            wrong.append(f"{state}: {answer.status}")
        if page.locator("html").get_attribute("lang") != "de":
            wrong.append(f"{state}: not in German")
        if (needed := page.evaluate("document.scrollingElement.scrollWidth")) > 390:
            wrong.append(f"{state}: needs {needed} px")
        found = AXE.run(page, options=ALL).response["violations"]
        wrong += [f"{state}: {one['id']} {[node['target'] for node in one['nodes']]}" for one in found]

    assert "\n".join(wrong) == ""


def test_who_chooses_german_checks_a_claim_in_it(visit, newsroom):
    article = newsroom.submit(COPY.format("1,450"))
    claim = next(one for one in newsroom.claims(f"article={article}") if "berths" in one["text"])["id"]
    newsroom.api().post(f"claims/{claim}/accept/")
    carla = visit("reviewer")
    carla.goto("/profile/")
    carla.get_by_label("Language").select_option(label="Deutsch")
    press(carla, "Save")
    expect(carla.get_by_role("heading", name="Profil")).to_be_visible()

    carla.goto(f"/claims/{claim}/")
    press(carla, "Übernehmen")
    expect(carla.locator(".card-head .status").first).to_have_text("in Prüfung")
    carla.get_by_label("Fundstelle", exact=True).fill("Hafenregister, Seite 3")
    press(carla, "Beleg hinzufügen")
    carla.locator("#verdict [type=radio]").first.check(force=True)  # ratings are the newsroom's own words
    carla.get_by_label("Begründung").fill("Das Register sagt dasselbe.")
    press(carla, "Urteil vorschlagen")
    expect(carla.locator(".card-head .status").first).to_have_text("wartet auf Freigabe")
    # English copy stays English, for who listens to the page as well
    expect(carla.locator(".copy [lang=en]").last).to_contain_text("harbour")

    carla.goto("/profile/")
    carla.get_by_label("Sprache").select_option(label="English (day first)")
    press(carla, "Speichern")
    expect(carla.get_by_role("heading", name="Profile")).to_be_visible()
    assert newsroom.api("reviewer").get(f"claims/{claim}/")["status"] == "awaiting_sign_off"


def test_what_programs_read_stays_as_it_is(visit, places, in_german):
    page = visit("editor", locale="de-DE")
    page.goto(f"/articles/{places['signed_off']}/report/")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()

    rows = list(csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines()))

    assert {row["article_status"] for row in rows if "article_status" in row} <= {"signed_off"}
    assert PEOPLE["editor"].name in {row["signed_off_by"] for row in rows} | {PEOPLE["editor"].name}
    with page.expect_download() as download:
        page.get_by_role("link", name="HTML", exact=True).click()
    assert '<html lang="de">' in download.value.path().read_text("utf-8")
