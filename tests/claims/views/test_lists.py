import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.urls import reverse

from claims.models import Claim
from claims.views import lists
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, VerdictFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims(article):
    """Five open claims in the order of the text; their priorities run the other way."""
    return [ClaimFactory(article=article, start=n, end=n + 5, priority=50 - n) for n in range(5)]


@pytest.fixture
def walk(reviewer):
    def walking(claim, name="", by=reviewer):
        request = RequestFactory().get("/", {"list": name} if name else {})
        request.user = by
        return lists.walk(request, Claim.objects.select_related("article").get(pk=claim.pk))

    return walking


def pks(*addresses):
    """The claims and lists that addresses lead to."""
    parts = [address.partition("?") for address in addresses]
    return [(int(path.strip("/").split("/")[1]), QueryDict(query)["list"]) for path, _, query in parts]


def test_without_a_list_it_is_the_article(walk, claims, article):
    here = walk(claims[2])

    assert (here.title, here.number, here.total) == ("This article", "3", "5")
    assert pks(here.previous, here.next) == [(claims[1].pk, "article"), (claims[3].pk, "article")]
    assert here.address.startswith(article.get_absolute_url())


def test_without_a_list_what_i_hold_leads_to_what_i_hold(walk, claims, reviewer):
    for claim in claims[1:4]:
        Claim.objects.filter(pk=claim.pk).update(status=Status.IN_CHECK, assignee=reviewer)

    here = walk(claims[2])

    assert (here.title, here.number, here.total) == ("What I hold", "2", "3")
    assert pks(here.previous, here.next) == [(claims[1].pk, "held"), (claims[3].pk, "held")]
    assert here.address == f"{reverse('queue')}#claim-{claims[2].pk}"


def test_a_section_of_the_queue(walk, claims, reviewer):
    here = walk(claims[0], "free")

    assert (here.title, here.number, here.total, here.previous) == ("Free to take", "1", "5", "")
    assert pks(here.next) == [(claims[1].pk, "free")]


def test_the_filters_and_the_order_of_a_list(walk, claims):
    Claim.objects.filter(pk=claims[1].pk).update(status=Status.RESOLVED)

    here = walk(claims[2], "status=open&order=age")

    assert (here.number, here.total) == ("2", "4")
    assert pks(here.previous, here.next) == [
        (claims[0].pk, "status=open&order=age"),
        (claims[3].pk, "status=open&order=age"),
    ]


def test_the_way_back_leads_to_the_page_with_the_claim_in_sight(walk, article, sign_in, reviewer):
    many = [ClaimFactory(article=article, start=n, end=n + 1, text="x") for n in range(40)]
    more = ArticleFactory(desk=article.desk)
    many += [ClaimFactory(article=more, start=n, end=n + 1, text="x") for n in range(40)]
    client = sign_in(reviewer)

    def shown(walked):
        page = client.get(walked.address.partition("#")[0])
        return [claim.pk for claim in page.context["page"].rows]

    second = client.get(reverse("claims"), {"order": "age"}).context["page"].next
    beside = walk(many[70], f"order=age&cursor={second}")
    assert shown(beside) == [claim.pk for claim in many[50:]]  # as it was opened
    assert shown(walk(many[10], "order=age")) == [claim.pk for claim in many[:50]]
    assert shown(walk(many[70], "order=age"))[0] == many[70].pk
    assert beside.address.endswith(f"#claim-{many[70].pk}")
    assert "cursor" not in beside.next


@pytest.mark.parametrize(
    "name", ["nonsense", "status=nonsense", "order=no", "=", "&&", "article=²&order=age"]
)
def test_a_list_that_is_none_is_the_usual_one(walk, claims, name):
    assert walk(claims[0], name).title in {"This article", "Claims"}


def test_no_list_tells_of_what_one_may_not_see(walk, claims, desk, outsider):
    hidden = ArticleFactory(desk=desk, submitted_by=outsider, restricted=True)
    ClaimFactory(article=hidden, priority=99)

    here = walk(claims[0], "status=open&order=priority")

    assert (here.number, here.total, here.previous) == ("1", "5", "")


def test_a_claim_that_left_the_list_still_leads_on(walk, claims):
    Claim.objects.filter(pk=claims[2].pk).update(status=Status.RESOLVED)

    here = walk(claims[2], "status=open&order=age")

    assert (here.number, here.total) == ("", "4")
    assert [pk for pk, _ in pks(here.previous, here.next)] == [claims[1].pk, claims[3].pk]


@pytest.fixture
def held(claims, reviewer, article):
    """Two claims in the hands of the reviewer, with a source each, and what is typed to decide one."""
    rating = RatingFactory(scale=article.scale)
    for claim in claims[:2]:
        Claim.objects.filter(pk=claim.pk).update(status=Status.IN_CHECK, assignee=reviewer)
    sources = [EvidenceFactory(claim=claim) for claim in claims[:2]]
    return [
        {
            "verdict-rating": rating.pk,
            "verdict-rationale": "It says so.",
            "verdict-evidence": source.pk,
            "verdict-confidence": "low",
        }
        for source in sources
    ]


def test_a_verdict_goes_on_to_the_next_of_the_list_and_after_the_last_to_the_list(
    sign_in, reviewer, claims, held
):
    client = sign_in(reviewer)

    def propose(claim, typed):
        address = f"{reverse('claim-propose', args=[claim.pk])}?list=mine"
        return client.post(address, typed | {"onward": "on"})

    first, second = propose(claims[0], held[0]), propose(claims[1], held[1])

    assert first.url == f"{claims[1].get_absolute_url()}?list=mine"
    assert second.url == f"{reverse('queue')}#claim-{claims[1].pk}"
    page = client.get(second.url)
    assert "That was the last claim of this list." in page.text


def test_a_step_that_stays_keeps_the_list(sign_in, reviewer, claims, held):
    client = sign_in(reviewer)

    address = f"{reverse('claim-propose', args=[claims[0].pk])}?list=mine"
    stayed = client.post(address, held[0])
    wrong = client.post(address.replace(f"/{claims[0].pk}/", f"/{claims[1].pk}/"), {"onward": "on"})

    assert stayed.url == f"{claims[0].get_absolute_url()}?list=mine"
    assert wrong.status_code == 422
    assert wrong.context["carried"] == "?list=mine"


@pytest.mark.parametrize(("step", "typed"), [("sign-off", {}), ("return", {"note": "Find the first."})])
def test_an_editor_signs_or_returns_and_goes_on(step, typed, sign_in, editor, reviewer, claims):
    for claim in claims[:2]:
        claim.verdict = VerdictFactory(claim=claim, author=reviewer)
        claim.status = Status.AWAITING_SIGN_OFF
        claim.save()
    address = f"{reverse(f'claim-{step}', args=[claims[0].pk])}?list=to-sign"

    answer = sign_in(editor).post(address, typed | {"seen": claims[0].verdict_id, "onward": "on"})

    assert answer.url == f"{claims[1].get_absolute_url()}?list=to-sign"
    assert Claim.objects.get(pk=claims[0].pk).status != Status.AWAITING_SIGN_OFF
