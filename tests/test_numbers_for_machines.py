"""Numbers and times that browsers and scripts read stand as machines write them, in every language."""

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from django.test import Client

from claims.models import DeskSetting, Extraction
from claims.workflow import Status
from tests.access_table import PAGES
from tests.factories import ArticleFactory, ClaimFactory
from tests.test_access import address_of, content_of

DUE = datetime(2026, 12, 24, 18, 30, tzinfo=UTC)
DAY = r"\d{4}-\d\d-\d\d"
WRITTEN = {  # the value of an input of this type
    "date": DAY,
    "datetime-local": rf"{DAY}T\d\d:\d\d",
    "number": r"-?\d+(\.\d+)?",
    "range": r"-?\d+(\.\d+)?",
}
DRAWN = {"svg", "rect", "path", "circle", "line"}
READ = re.compile(r"style$|href$|action$|hx-|data-(?!say)")  # by browsers and scripts
LOCAL_NUMBER = re.compile(r"\d,\d")


class Attributes(HTMLParser):
    """`inputs`: (type, value); `wrong`: attributes that hold a number as a German writes it."""

    def __init__(self, page):
        super().__init__()
        self.inputs, self.wrong = [], []
        self.feed(page)
        self.wrong += [one for one in self.inputs if one[1] and not re.fullmatch(WRITTEN[one[0]], one[1])]

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "input" and given.get("type") in WRITTEN:
            self.inputs.append((given["type"], given.get("value") or ""))
        for name, value in attrs:
            drawn = tag in DRAWN and not name.startswith("aria-")
            if (drawn or READ.match(name)) and LOCAL_NUMBER.search(value or ""):
                self.wrong.append((name, value))


@pytest.fixture
def german(client, editor):
    editor.language = "de"
    editor.save()
    client.force_login(editor)
    return client


def read(answer):
    page = content_of(answer).decode()
    assert answer.status_code == 200
    assert '<html lang="de"' in page
    return page, Attributes(page)


def test_charts_and_the_days_of_a_period(german, desk):
    article = ArticleFactory(desk=desk)
    for end in range(2, 9):
        ClaimFactory(article=article, end=end, status=Status.OPEN if end % 3 else Status.IN_CHECK)

    page, found = read(german.get("/desks/news/figures/", {"since": "2026-10-24", "until": "2026-11-21"}))

    assert found.wrong == []
    assert found.inputs == [("date", "2026-10-24"), ("date", "2026-11-21")]
    assert re.search(r'<rect class="chart-bar" x="\d+\.\d+" ', page)


def test_the_usual_period_is_in_the_input_too(german):
    for address in ("/desks/news/figures/", "/desks/news/agreement/"):
        _page, found = read(german.get(address))

        assert found.wrong == []
        assert len(found.inputs) == 2
        assert all(date.fromisoformat(value) for _type, value in found.inputs)


def test_a_threshold_goes_from_the_page_into_the_store(german, desk):
    article = ArticleFactory(desk=desk, text="Rents rose by 9 percent. Ships may come.")
    sentences = [{"start": 0, "end": 24, "score": 0.9}, {"start": 25, "end": 40, "score": 0.35}]
    Extraction.objects.filter(revision=article.revision).update(sentences=sentences)

    page, found = read(german.get("/desks/news/threshold/", {"threshold": "0.35"}))

    assert found.wrong == []
    assert ("number", "0.35") in found.inputs
    assert 'min="0.3"' in page
    assert '<input type="hidden" name="threshold" value="0.35">' in page
    assert re.search(r">0,\d\d</a>", page)
    for address in set(re.findall(r'href="(\?threshold=[^"]*)"', page)):
        assert german.get(f"/desks/news/threshold/{address}").status_code == 200
    german.post("/desks/news/threshold/", {"threshold": "0.35", "version": "1"})
    assert DeskSetting.objects.of(desk.pk).threshold == 0.35


def test_a_deadline_stands_in_its_input(german, desk):
    article = ArticleFactory(desk=desk, due_at=DUE)
    claim = ClaimFactory(article=article, due_at=DUE)

    _page, found = read(german.get(claim.get_absolute_url()))

    assert found.wrong == []
    assert ("datetime-local", "2026-12-24T18:30") in found.inputs
    assert read(german.get(article.get_absolute_url()))[1].wrong == []


def test_what_a_browser_sends_is_understood(german, desk):
    claim = ClaimFactory(article__desk=desk)
    sent = {"plan-risk": "high", "plan-due_at": "2026-12-24T18:30", "version": claim.version}

    german.post(f"{claim.get_absolute_url()}plan/", sent)

    claim.refresh_from_db()
    assert (claim.risk, claim.due_at) == ("high", DUE)


def test_no_page_says_a_number_to_a_machine_as_people_read_it(people, things):
    client, editor = Client(), people["editor"]
    editor.language = "de"
    editor.save()
    client.force_login(editor)
    owned, wrong = things.own | things.belonging["editor"], {}
    for key, row in PAGES.items():
        if not row.get or row.get["editor"] != 200:
            continue
        address = address_of(key, owned.get(row.of))
        answer = client.get(address)
        if answer.headers["Content-Type"].startswith("text/html"):
            found = Attributes(content_of(answer).decode())
            wrong |= {address: found.wrong} if found.wrong else {}

    assert wrong == {}


def test_the_reader_of_attributes_finds_what_is_wrong():
    page = '<rect x="1,5"><input type="number" value="0,5"><a href="?t=0,5" title="0,5"></a>'

    assert Attributes(page).wrong == [("x", "1,5"), ("href", "?t=0,5"), ("number", "0,5")]
