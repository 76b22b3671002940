"""A password by mail: the web stores the mail, a worker writes it, the link in it is followed."""

import re
import secrets

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import Person, eventually, sign_in

pytestmark = pytest.mark.journey

PASSWORD = "seven grey herons"
ANOTHER = "eight white egrets"
NOBODY = "nobody.at.all@desk.example"
SENT = f"""
from accounts.models import OutgoingMail
print(OutgoingMail.objects.filter(address="{NOBODY}", state="done").exists())
"""


def link_to(newsroom, address, *, but=""):
    """The newest link that was mailed to the address, once there is one that is not `but`."""
    folder = newsroom.stack.data_dir / "logs" / "mail"

    def found():
        mails = [file.read_text("utf-8") for file in folder.glob("*.log")]
        links = [
            re.search(r"http://\S+", mail).group()
            for mail in mails
            if f"To: {address}" in mail and "http" in mail
        ]
        return [link for link in links if link != but]

    return eventually(found)[0]


def set_password(page, link, password):
    page.goto(link)
    for field in page.locator("input[type=password]").all():
        field.fill(password)
    page.get_by_role("button", name="Set password").click()
    page.wait_for_load_state()


@pytest.fixture
def newcomer(visit, newsroom):
    """Somebody whom the admin has invited on the page."""
    address = f"gia.{secrets.token_hex(4)}@desk.example"
    admin = visit("admin")
    admin.goto("/people/")
    admin.get_by_role("link", name="Invite somebody").click()
    admin.get_by_label("E-mail").fill(address)
    admin.get_by_label("Name", exact=True).fill("Gia Novak")
    admin.get_by_label("Role").select_option(label="reviewer")
    admin.get_by_role("checkbox", name="Science").check()
    admin.get_by_role("button", name="Invite", exact=True).click()
    expect(admin.get_by_role("row").filter(has_text=address)).to_contain_text("invited")
    return Person("Gia Novak", address, PASSWORD)


def test_invited_then_forgotten_then_back(visit, newsroom, newcomer):
    page = visit()

    invitation = link_to(newsroom, newcomer.email)
    set_password(page, invitation, newcomer.password)
    sign_in(page, newcomer)
    expect(page.get_by_role("navigation", name="You")).to_contain_text("Gia Novak")

    page.get_by_role("button", name="Sign out").click()
    page.goto("/sign-in/")
    page.get_by_role("link", name="Forgotten your password?").click()
    page.get_by_label("E-mail").fill(newcomer.email)
    page.get_by_role("button", name="Send the link").click()
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    reset = link_to(newsroom, newcomer.email, but=invitation)
    set_password(page, reset, ANOTHER)
    sign_in(page, newcomer._replace(password=ANOTHER))
    expect(page.get_by_role("navigation", name="You")).to_contain_text("Gia Novak")

    # A link works once.
    stranger = visit()
    for link in (invitation, reset):
        stranger.goto(link)
        expect(stranger.get_by_role("heading", name="This link no longer works")).to_be_visible()


def test_an_unknown_address_gets_the_same_answer_and_no_mail(visit, newsroom):
    page = visit()
    page.goto("/password/reset/")

    page.get_by_label("E-mail").fill(NOBODY)
    page.get_by_role("button", name="Send the link").click()

    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    eventually(lambda: newsroom.shell(SENT) == "True")
    mails = (newsroom.stack.data_dir / "logs" / "mail").glob("*.log")
    assert [file.name for file in mails if NOBODY in file.read_text("utf-8")] == []
