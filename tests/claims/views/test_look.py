import pytest

from tests.factories import ClaimFactory

LOOK = "/claims/look/"


def heads(html):
    words = ("Status", "Article", "Kind", "Held by, or verdict", "Priority", "Age", "Due")
    table = html.partition("<thead>")[2].partition("</thead>")[0]
    return [word for word in words if f">{word}" in table]


def test_density_and_columns_are_remembered_and_led_back(sign_in, reviewer, article):
    ClaimFactory(article=article)
    client = sign_in(reviewer)
    chosen = {"density": "compact", "column": ["due", "age", "nonsense"], "next": "/claims/?risk=normal"}

    response = client.post(LOOK, chosen)
    html = client.get(response.url).content.decode()

    assert response.url == "/claims/?risk=normal"
    assert 'data-density="compact"' in html
    assert heads(html) == ["Age", "Due"]
    assert heads(client.get("/").content.decode()) == ["Age", "Due"]


def test_unasked_the_usual_columns_are_shown(sign_in, reviewer, article):
    ClaimFactory(article=article)

    html = sign_in(reviewer).get("/claims/").content.decode()

    assert 'data-density="comfortable"' in html
    assert heads(html) == ["Status", "Article", "Held by, or verdict", "Priority", "Due"]


@pytest.mark.parametrize("cookie", ["", "....", "<script>.due", "huge.status.status"])
def test_an_odd_cookie_breaks_nothing(sign_in, reviewer, article, cookie):
    ClaimFactory(article=article)
    client = sign_in(reviewer)
    client.cookies["list"] = cookie

    html = client.get("/claims/").content.decode()

    assert 'data-density="comfortable"' in html
    assert "<script>.due" not in html


def test_the_parts_of_a_priority_stand_beside_it(sign_in, reviewer, article):
    claim = ClaimFactory(article=article, risk="high", score=0.8, priority=48)

    html = sign_in(reviewer).get("/claims/").content.decode()

    assert f'aria-describedby="parts-{claim.pk}"><span class="aside">priority </span>48<' in html
    assert "<span>high risk <b>40</b></span><span>doubt <b>8</b></span>" in html


@pytest.mark.parametrize(
    ("order", "head"), [("priority", "descending"), ("age", "descending"), ("due", "ascending")]
)
def test_a_head_sorts_and_says_so(sign_in, reviewer, article, order, head):
    ClaimFactory(article=article)
    client = sign_in(reviewer)
    client.cookies["list"] = "compact.priority.age.due"

    html = client.get("/claims/", {"risk": "normal", "order": order}).content.decode()

    assert html.count("aria-sort=") == 1
    assert f'class="col-{order}" scope="col" aria-sort="{head}"' in html
    for name in ("priority", "age", "due"):
        assert f'href="/claims/?risk=normal&amp;order={name}"' in html


def test_a_row_leads_to_its_claim_in_this_list_and_can_be_led_back_to(sign_in, reviewer, article):
    claim = ClaimFactory(article=article)

    html = sign_in(reviewer).get("/claims/", {"status": ["open", "in_check"]}).content.decode()

    assert f'<tr data-item id="claim-{claim.pk}">' in html
    assert f'href="/claims/{claim.pk}/?list=status%3Dopen%252Cin_check%26order%3Dpriority"' in html


def test_a_claim_that_waits_twice_has_one_anchor(sign_in, reviewer, article):
    claim = ClaimFactory(article=article, status="in_check", assignee=reviewer, due_at="2020-01-01T00:00Z")

    html = sign_in(reviewer).get("/").content.decode()

    assert html.count(f"/claims/{claim.pk}/?list=") == 2
    assert html.count(f'id="claim-{claim.pk}"') == 1
