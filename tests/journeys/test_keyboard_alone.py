"""From the sign-in to a signed claim without a mouse and without single letters: Tab, Enter, Space."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import PEOPLE, eventually

pytestmark = [pytest.mark.journey, pytest.mark.model]

TEXT = "The night ferry\n\nThe night ferry carried 41,200 people in 2024.\n"
FARTHEST = 150  # stops of the Tab key
HERE = "(element) => element === document.activeElement"
RING = "() => getComputedStyle(document.activeElement).outlineStyle"


def tab_to(page, wanted):
    """Walk on until `wanted` has the focus; wherever it stops, a ring is seen."""
    expect(wanted).to_be_visible()
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        if wanted.evaluate(HERE):
            assert page.evaluate(RING) != "none"
            return
    raise AssertionError(f"{wanted} is not reached by the Tab key")


def press(page, role, name, key="Enter"):
    tab_to(page, page.locator("main").get_by_role(role, name=name).first)
    page.keyboard.press(key)


def come_in(visit, key):
    page, person = visit(), PEOPLE[key]
    page.goto("/sign-in/")
    tab_to(page, page.get_by_label("E-mail"))
    page.keyboard.type(person.email)
    tab_to(page, page.get_by_label("Password"))
    page.keyboard.type(person.password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/sign-in/" not in address)
    return page


@pytest.fixture
def without_letters(newsroom):
    people = [PEOPLE[key].email for key in ("second_editor", "second_reviewer")]
    script = "from accounts.models import User\nUser.objects.filter(email__in={}).update(shortcuts={})"
    newsroom.shell(script.format(people, False))
    yield
    newsroom.shell(script.format(people, True))


def test_from_the_sign_in_to_a_signed_claim(visit, newsroom, without_letters):
    editor = come_in(visit, "second_editor")
    editor.keyboard.press("Control+k")
    editor.keyboard.type("submit")
    editor.keyboard.press("Enter")
    editor.wait_for_url("**/articles/submit/")
    tab_to(editor, editor.locator("#id_text"))
    editor.keyboard.insert_text(TEXT)
    tab_to(editor, editor.locator("#id_kind"))
    editor.keyboard.type("outside")
    press(editor, "button", re.compile("^Submit$"))
    editor.wait_for_url(re.compile(r"/articles/\d+/$"))
    article = int(editor.url.rstrip("/").rpartition("/")[2])
    eventually(lambda: newsroom.article(article)["extraction"]["state"] == "done")
    claim = newsroom.claims(f"article={article}", "second_editor")[0]["id"]
    editor.goto(f"/claims/{claim}/")
    press(editor, "button", re.compile("^Accept"))
    eventually(lambda: newsroom.api().get(f"claims/{claim}/")["status"] == "open")

    checker = come_in(visit, "second_reviewer")
    checker.goto(f"/claims/{claim}/")
    press(checker, "button", re.compile("^Take( t)?$"))
    where = checker.locator("#evidence-form").get_by_label("Where", exact=True)
    tab_to(checker, where)
    checker.keyboard.type("The ferry's yearly report, p. 4")
    checker.keyboard.press("Control+Enter")
    expect(checker.locator("#evidence")).to_contain_text("yearly report")
    tab_to(checker, checker.locator(".ratings input").first)
    checker.keyboard.press("Space")
    tab_to(checker, checker.get_by_label("Rationale"))
    checker.keyboard.press("Control+a")
    checker.keyboard.type("The report says the same.")
    press(checker, "button", re.compile("^Propose verdict"))
    eventually(lambda: newsroom.api().get(f"claims/{claim}/")["status"] == "awaiting_sign_off")

    editor.goto(f"/claims/{claim}/")
    press(editor, "button", re.compile("^Sign off"))
    eventually(lambda: newsroom.api().get(f"claims/{claim}/")["status"] == "resolved")
