"""Somebody is named in a note, told in the inbox and by mail, and answers; articles are watched."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import PLAIN, faults
from tests.journeys.browser import PEOPLE
from tests.journeys.house_copy import done

pytestmark = [pytest.mark.journey, pytest.mark.model]

CARLA, DAVIT = PEOPLE["reviewer"], PEOPLE["second_reviewer"]
SOON = 60  # seconds in which a mail comes that is asked for at once
NOTICES = "Subject: Your inbox on the fact-check desk"


@pytest.fixture
def claim(newsroom):
    """The id of an open claim of a new article."""
    article = newsroom.submit(PLAIN.format(time.monotonic_ns()))
    claim = newsroom.claims(f"article={article}&status=suggested")[0]["id"]
    done(newsroom.api("reviewer").post(f"claims/{claim}/accept/"))
    return claim


def inbox_link(page):
    return page.get_by_role("navigation", name="Desk").get_by_role("link", name=re.compile("^Inbox"))


def mails_to(newsroom, person):
    folder = newsroom.stack.data_dir / "logs" / "mail"
    mails = [file.read_text("utf-8") for file in folder.glob("*.log")]
    return [mail for mail in mails if f"To: {person.email}" in mail and NOTICES in mail]


def test_named_with_the_keyboard_told_in_inbox_and_mail_and_answered(visit, newsroom, claim):
    davit = visit("second_reviewer")
    davit.goto("/profile/")
    davit.get_by_label("Inbox by e-mail").select_option("at once")
    davit.get_by_role("button", name="Save").click()
    davit.goto("/inbox/")
    if davit.get_by_role("button", name="Mark all as read").count():
        davit.get_by_role("button", name="Mark all as read").click()
    known = len(mails_to(newsroom, DAVIT))

    carla = visit("reviewer")
    carla.goto(f"/claims/{claim}/")
    note = carla.get_by_role("textbox", name="Note", exact=True)
    note.press_sequentially("Where is the second table, @sor")
    people = carla.get_by_role("listbox", name="People to name")
    expect(people.get_by_role("option", selected=True)).to_have_text("Davit Sorel reviewer")
    assert faults(carla) == []
    note.press("Escape")
    expect(people).to_be_hidden()
    expect(note).to_be_focused()
    for _letter in "sor":
        note.press("Backspace")
    expect(people.get_by_role("option", name="Ada Lindqvist")).to_be_visible()
    names = people.get_by_role("option").all_text_contents()
    for _step in range(names.index("Davit Sorel reviewer")):
        note.press("ArrowDown")
    note.press("Enter")
    expect(note).to_have_value("Where is the second table, @Davit Sorel ")
    note.press("Control+Enter")
    expect(carla.locator("#notes .named")).to_have_text("@Davit Sorel")

    until = time.monotonic() + SOON
    while len(mails_to(newsroom, DAVIT)) == known:
        assert time.monotonic() < until, "no mail came"
        time.sleep(0.5)
    mail = mails_to(newsroom, DAVIT)[-1]
    assert f"claim {claim}" in mail
    assert "second table" not in mail
    assert "Ferry Square" not in mail

    davit.goto("/claims/")
    expect(inbox_link(davit)).to_have_text("Inbox1")
    davit.keyboard.press("g")
    davit.keyboard.press("i")
    davit.wait_for_url("**/inbox/")
    assert faults(davit) == []
    expect(davit.get_by_text("Where is the second table")).to_be_visible()
    davit.keyboard.press("j")
    davit.keyboard.press("Enter")
    davit.wait_for_url(f"**/claims/{claim}/#note-*")
    expect(inbox_link(davit)).to_have_text("Inbox")

    davit.get_by_text("Answer", exact=True).first.click()
    davit.get_by_label(f"Answer to {CARLA.name}").fill("On page 4.")
    davit.get_by_role("button", name="Answer", exact=True).click()
    expect(davit.get_by_text("On page 4.")).to_be_visible()
    carla.goto("/inbox/")
    expect(carla.get_by_text(f"{DAVIT.name} answered in a thread of yours.").first).to_be_visible()

    davit.get_by_role("button", name="Resolve").click()
    folded = davit.locator("#notes summary").filter(has_text=f"Resolved by {DAVIT.name}")
    expect(folded).to_be_visible()
    expect(davit.get_by_text("On page 4.")).to_be_hidden()
    folded.click()
    assert faults(davit) == []
    davit.get_by_role("button", name="Reopen the thread").click()
    expect(davit.get_by_text("On page 4.")).to_be_visible()


def test_an_article_is_watched_from_its_page_and_unwatched_in_the_inbox(visit, newsroom):
    words = PLAIN.format(time.monotonic_ns())
    article = newsroom.submit(words)
    base = newsroom.article(article)["revision"]
    bram = visit("second_editor")
    bram.goto(f"/articles/{article}/")
    bram.get_by_role("button", name="Watch", exact=True).click()
    expect(bram.get_by_role("button", name="Unwatch", exact=True)).to_be_visible()

    done(
        newsroom.api().post(f"articles/{article}/revisions/", {"text": f"{words}\nIt rained.", "base": base})
    )

    bram.goto("/inbox/")
    group = bram.get_by_role("article").filter(has_text="sent a new version of the text.").first
    expect(group.get_by_role("link", name=re.compile(PEOPLE["editor"].name))).to_be_visible()
    group.get_by_role("button", name=re.compile("^Mark read")).click()
    expect(group.get_by_role("button", name=re.compile("^Mark read"))).to_have_count(0)
    group.get_by_role("button", name=re.compile("^Unwatch")).click()
    expect(group.get_by_role("button", name=re.compile("^Watch"))).to_be_visible()


def test_without_scripts_the_names_typed_decide(visit, newsroom, claim):
    carla = visit("reviewer", javascript=False)
    carla.goto(f"/claims/{claim}/")

    carla.locator("#id_note-body").fill("Ask @Davit, please.")
    carla.get_by_role("button", name="Add note").click()
    wrong = carla.locator("#id_note-body_error")
    expect(wrong).to_contain_text("Nobody who may read this note is called “@Davit”")
    expect(carla.locator("#id_note-body")).to_have_value("Ask @Davit, please.")
    carla.locator("#id_note-body").fill("Ask @Davit Sorel, please.")
    carla.get_by_role("button", name="Add note").click()

    expect(carla.locator("#notes .named")).to_have_text("@Davit Sorel")
