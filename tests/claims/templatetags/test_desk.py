from datetime import UTC, datetime, timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone
from django.utils.translation import override

from claims.intake import documents
from claims.models import Stance
from claims.templatetags import desk
from claims.workflow import ArticleStatus, Status
from tests.factories import UserFactory


def test_an_icon_has_no_name_of_its_own():
    assert 'aria-hidden="true"' in desk.icon("check")
    assert 'width="16"' in desk.icon("check")


def test_an_icon_that_lucide_does_not_know_is_a_tag():
    assert desk.icon("no-such-icon") == desk.icon("tag")


@pytest.mark.parametrize("status", [*Status, *ArticleStatus])
def test_every_status_has_an_icon_of_its_own_and_a_tone(status):
    assert desk.icon(desk.status_icon(status)) != desk.icon("tag")
    assert desk.status_tone(status) in {"grey", "blue", "teal", "green", "amber", "violet", "red"}


def test_no_two_claim_statuses_share_an_icon():
    icons = [desk.status_icon(status) for status in Status]

    assert len(set(icons)) == len(icons)


@pytest.mark.parametrize("stance", Stance)
def test_every_stance_has_an_icon(stance):
    assert desk.icon(desk.stance_icon(stance)) != desk.icon("tag")
    assert desk.stance_tone(stance) in {"green", "red", "blue"}


@pytest.mark.parametrize(
    ("name", "signed"), [("Ada Lindqvist", "AL"), ("Pelé", "P"), ("Ana de la Torre", "AT"), ("", "")]
)
def test_initials(name, signed):
    assert desk.initials(UserFactory.build(name=name) if name else None) == signed


@pytest.mark.parametrize(
    ("locator", "link"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("page 12 of the annual report", ""),
    ],
)
def test_only_web_addresses_are_links(locator, link):
    assert desk.web_address(locator) == link


def test_a_moment_is_as_short_as_its_distance_allows():
    now = timezone.now()

    assert desk.moment(now) == timezone.localtime(now).strftime("%H:%M")
    assert desk.moment(datetime(2001, 2, 3, 4, 5, tzinfo=UTC)) == "3 Feb 2001"
    with override("de"):
        assert desk.moment(datetime(2001, 2, 3, 4, 5, tzinfo=UTC)) == "3. Feb. 2001"


def test_a_deadline_says_how_near_it_is():
    assert desk.due_word(timezone.now() - timedelta(hours=1)) == "overdue"


def test_a_bar_is_as_long_as_all_that_is_so_far_or_further():
    stages = {"passed": 1, "in_work": 2, "open": 3, "suggested": 4}

    assert [desk.up_to(stages, stage) for stage in ("passed", "in_work", "open")] == [1, 3, 6]


def test_blocks_for_a_preview_have_their_role_in_a_word():
    document = documents.from_text("It has 1,200 berths.", headline="Harbour grows")

    assert next(desk.block_words(document)) == {
        "role": "headline",
        "word": "headline",
        "text": "Harbour grows",
    }


def test_a_key_in_a_button_is_not_read_aloud():
    page = Template("{% load desk %}{{ key|pressed }}").render(Context({"key": "t"}))

    assert page == "<kbd aria-hidden='true'>t</kbd>"
    assert desk.pressed(1) == "<kbd aria-hidden='true'>1</kbd>"  # numbers choose a rating


def test_a_key_bears_the_name_that_is_printed_on_it():
    with override("de"):
        assert desk.pressed("Ctrl K") == "<kbd aria-hidden='true'>Strg K</kbd>"


@pytest.mark.parametrize(("code", "name"), [("fr", "French"), ("ar", "Arabic"), ("xh", ""), ("", "")])
def test_the_name_of_a_language(code, name):
    assert desk.language_name(code) == name
