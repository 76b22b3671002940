"""What people read is in their language; what machines read is the same for everybody."""

import re

import pytest
from django.utils import translation
from django.utils.translation import get_language

from accounts.models import Event
from claims.models import Claim
from claims.reports.formats import FORMATS
from claims.reports.rows import Report
from claims.workflow import Status
from tests.factories import ClaimFactory, EvidenceFactory
from tests.german import quoting

TIMES = re.compile(r'"made_at": "[^"]*"')
MACHINES = ["csv", "json"]


@pytest.fixture(autouse=True)
def translated():
    with quoting():
        yield


@pytest.fixture
def report(article, resolved, sign, editor, reviewer):
    EvidenceFactory(claim=resolved, added_by=reviewer, private=True, locator="Hidden Harry")
    dismissed = ClaimFactory(article=article, start=30, end=48, status=Status.DISMISSED)
    Event.objects.append("claim.dismiss", dismissed, by=editor, note="A prediction.")
    gate = {"code": "stale", "message": "3 verdicts on words that were changed since", "number": 3}
    sign(article, editor, exceptions=[gate], note="The press waits.")
    return Report(Claim.objects.filter(article=article), article=article.pk)


def written(name, report, language):
    with translation.override(language):
        return TIMES.sub("", "".join(FORMATS[name].written(report, language)))


@pytest.mark.parametrize("name", MACHINES)
def test_what_machines_read_is_the_same_in_every_language(name, report):
    german = written(name, report, "de")

    assert german == written(name, report, "en-gb") == written(name, report, "en-us")
    assert "«" not in german
    assert "A prediction." in german
    assert "3 verdicts on words that were changed since" in german


def test_what_people_read_is_in_their_language(report):
    text = written("html", report, "de")

    assert '<html lang="de">' in text
    for words in ("Fact-check report", "A prediction.", "signed off", "resolved", "supports", "high"):
        assert f"«{words}»" in text
    assert "The press waits." in text
    assert "Mostly true" in text


def test_stored_gates_are_read_in_the_language_of_the_reader(report):
    assert "on words that were changed since»" in written("html", report, "de")
    assert "3 verdicts on words that were changed since" in written("html", report, "en-gb")


def test_english_stays_english(report):
    text = written("html", report, "en-gb")

    assert '<html lang="en-gb">' in text
    assert "«" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_written_in_one_language_whatever_becomes_of_that_of_the_request(name, report, monkeypatch):
    monkeypatch.setattr("claims.reports.html.PIECE", 1)
    whole = written(name, report, "de")
    with translation.override("de"):
        pieces = FORMATS[name].written(report, "de")

    text = ""
    with translation.override("en-us"):
        for piece in pieces:
            assert get_language() == "en-us"  # nor does it change that of whoever reads it
            text += piece

    assert re.sub(r"\d\d:\d\d", "", TIMES.sub("", text)) == re.sub(r"\d\d:\d\d", "", whole)
