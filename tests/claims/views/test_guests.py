"""Guest links: one fix list for somebody without an account, and not a word more."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import throttle
from accounts.models import Event
from claims.actions import fixes, guest_links
from claims.models import Extraction, Fix, FixState, GuestLink
from claims.views import history
from claims.workflow import ArticleStatus, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, FixFactory

TEXT = "Rents rose by 9 percent in May. The mayor signed 12 leases."


@pytest.fixture
def article(desk, editor):
    return ArticleFactory(title="Rents", kind="house", desk=desk, submitted_by=editor, text=TEXT)


@pytest.fixture
def fix(article):
    claim = ClaimFactory(article=article, end=31, status=Status.RESOLVED)
    return FixFactory(claim=claim, old=claim.text, new="Rents rose by 8 percent in May.")


@pytest.fixture
def made(article, second_editor):
    return guest_links.make(article, by=second_editor, name="Ada Brandt")


@pytest.fixture
def link(made):
    return made[0]


@pytest.fixture
def address(made):
    return reverse("guest-fixes", args=[made[1]])


@pytest.fixture
def guest():
    """Somebody in a browser that knows no sign-in, with the checks against forged requests on."""
    return Client(enforce_csrf_checks=True)


def html_of(response):
    return response.content.decode()


def test_the_words_tell_their_language_to_a_guest_of_another(guest, address, fix):
    Extraction.objects.filter(revision=fix.article.revision).update(language="en")

    page = html_of(guest.get(address, headers={"Accept-Language": "de"}))

    assert '<html lang="de"' in page
    assert page.count('<dd class="diff" dir="auto" lang="en">') == 2


def test_the_address_is_shown_once(sign_in, editor, article):
    client = sign_in(editor)

    made = html_of(client.post(reverse("guest-link-make", args=[article.pk]), {"name": "Ada", "days": 3}))
    address = re.search(r'value="(http://testserver/fixes/[\w-]{43}/)"', made)[1]
    later = html_of(client.get(reverse("article-fixes", args=[article.pk])))

    assert Client().get(address).status_code == 200
    assert address not in later
    assert "Link 1 for Ada, made by Ada Editor, until" in " ".join(later.split())


@pytest.mark.parametrize("wrong", [{"name": " ", "days": 3}, {"name": "Ada", "days": 61}, {"name": "Ada"}])
def test_a_wrong_link_is_told_with_what_was_typed(sign_in, editor, article, wrong):
    response = sign_in(editor).post(reverse("guest-link-make", args=[article.pk]), wrong)

    assert response.status_code == 422
    assert not GuestLink.objects.exists()
    assert response.context["link_form"].errors


def test_only_editors_make_and_end_links(sign_in, reviewer, article, link, address):
    client = sign_in(reviewer)

    assert client.post(reverse("guest-link-make", args=[article.pk]), {"name": "A"}).status_code == 403
    assert client.post(reverse("guest-link-revoke", args=[article.pk, 1])).status_code == 403
    assert Client().get(address).status_code == 200


def test_a_guest_sees_old_new_and_why_and_nothing_else(guest, article, fix, address, reviewer, second_editor):
    secret = ClaimFactory(article=article, start=32, end=59, status=Status.OPEN)
    fix.verdict.evidence.add(EvidenceFactory(claim=fix.claim, private=True, locator="Hidden Harry"))
    fixes.decline(
        FixFactory(claim=secret, old=secret.text, new="", verdict__author=reviewer),
        by=second_editor,
        reason="No.",
    )
    Fix.objects.filter(claim=secret).update(state=FixState.DROPPED)

    html = html_of(guest.get(address))

    assert "Rents rose by <del>9</del> percent in May." in html
    assert "Rents rose by <ins>8</ins> percent in May." in html
    assert "The register says so." in html
    for hidden in ("12 leases", "Hidden Harry", reviewer.name, second_editor.name, fix.verdict.author.name):
        assert hidden not in html
    assert "/claims/" not in html


def test_whoever_is_signed_in_is_a_guest_here(sign_in, reviewer, fix, address):
    html = html_of(sign_in(reviewer).get(address))

    assert reviewer.name not in html
    assert "nav-main" not in html


def test_nothing_of_it_is_kept_or_passed_on(guest, fix, address):
    for answer in (guest.get(address), guest.get(reverse("guest-fixes", args=["nothing"]))):
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert not answer.cookies


def test_only_a_post_decides(guest, fix, address, link):
    query = f"?fix={fix.pk}&step=accept&version=1"

    for method in (guest.get, guest.head):
        assert method(address + query).status_code == 200
    fix.refresh_from_db()
    assert fix.state == FixState.ASKED

    response = guest.post(address, {"fix": fix.pk, "step": "accept", "version": fix.version})
    fix.refresh_from_db()
    event = Event.objects.about(fix.claim).last()
    assert (response.status_code, response.url) == (302, f"{address}#fix-{fix.pk}")
    assert (fix.state, fix.decided_by, fix.decided_through) == (FixState.ACCEPTED, None, link)
    assert [line.sentence for line in history.lines([event])] == [
        "link 1 for Ada Brandt accepted the fix of it"
    ]


def test_declining_needs_a_reason_and_keeps_what_was_typed(guest, fix, address):
    silent = guest.post(address, {"fix": fix.pk, "step": "decline", "reason": " "})
    guest.post(address, {"fix": fix.pk, "step": "decline", "reason": "My source says 9."})
    late = guest.post(address, {"fix": fix.pk, "step": "decline", "reason": "I mean it."})

    fix.refresh_from_db()
    assert silent.status_code == 422
    assert "Say why the words should stay as they are." in html_of(silent)
    assert (fix.state, fix.reason) == (FixState.DECLINED, "My source says 9.")
    assert late.status_code == 409
    assert "This fix changed meanwhile: it is declined." in html_of(late)
    assert "I mean it." in html_of(late)


def test_a_conflict_names_nobody_of_the_house(guest, fix, address, reviewer):
    fix.claim.assignee = reviewer
    fix.claim.save()
    Fix.objects.update(state=FixState.APPLIED)

    late = guest.post(address, {"fix": fix.pk, "step": "accept"})

    assert late.status_code == 409
    assert reviewer.name not in html_of(late)


@pytest.mark.parametrize(
    "said", [{"step": "insist"}, {"step": "waive"}, {"step": ""}, {"fix": "x"}, {"fix": ""}]
)
def test_a_guest_does_nothing_else(guest, fix, address, said):
    body = {"fix": fix.pk, "step": "accept", "reason": "Because."} | said

    answer = guest.post(address, body)

    assert (answer.status_code, answer.headers["Referrer-Policy"]) == (404, "no-referrer")
    fix.refresh_from_db()
    assert fix.state == FixState.ASKED


def test_a_fix_of_another_article_is_not_there(guest, address, desk, editor):
    other = FixFactory(claim=ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=editor)))

    assert guest.post(address, {"fix": other.pk, "step": "accept"}).status_code == 404


def test_a_link_that_has_ended_says_so_and_does_nothing(guest, article, fix, link, address):
    endings = [
        lambda: GuestLink.objects.update(revoked_at=timezone.now()),
        lambda: GuestLink.objects.update(revoked_at=None, expires_at=timezone.now()),
        lambda: type(article).objects.update(status=ArticleStatus.SIGNED_OFF),
    ]
    for end in endings:
        end()
        for answer in (guest.get(address), guest.post(address, {"fix": fix.pk, "step": "accept"})):
            assert answer.status_code == 404
            assert "Rents" not in html_of(answer)
    fix.refresh_from_db()
    assert fix.state == FixState.ASKED


def test_an_editor_ends_a_link(sign_in, editor, article, link, address, guest):
    sign_in(editor).post(reverse("guest-link-revoke", args=[article.pk, link.number]))

    assert guest.get(address).status_code == 404


def test_too_many_tries_from_one_address_are_refused(guest, fix, address, monkeypatch):
    monkeypatch.setattr(throttle, "PER_ADDRESS", 2)
    for key in ("one", "two"):
        guest.get(reverse("guest-fixes", args=[key]))

    refused = guest.get(address)

    assert refused.status_code == 429
    assert "wait a minute" in html_of(refused)
    assert guest.get(address, REMOTE_ADDR="192.0.2.7").status_code == 200


def test_the_page_is_in_the_language_of_the_browser(guest, address):
    page = html_of(guest.get(address, headers={"accept-language": "de"}))

    assert '<html lang="de"' in page
