"""Sources gathered beside a claim; they never collide with a step."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accounts.models import Event
from claims import policy
from claims.actions.times import check_times
from claims.actions.triage import required
from claims.models import Evidence, Terms
from claims.moves import lock_article
from claims.text.addresses import web_address

MOST_LINKS = 50  # at once
LONGEST_LOCATOR = 2000  # characters


@transaction.atomic
def add_evidence(
    claim,
    *,
    by,
    kind,
    locator,
    stance,
    quote="",
    private=False,
    terms=Terms.ON_RECORD,
    obtained_at=None,
    reused=None,
):
    """Record a source. The event keeps kind and stance only: words and place may be private.

    `reused` is the record of another claim that this one repeats.
    """
    policy.require(by, "add_evidence", claim)
    lock_article(claim.article_id)
    check_times(obtained_at=obtained_at)
    wrong = _("Say where the source is: an address, a page, a file, a contact.")
    locator = required(locator, "locator", wrong)
    evidence = Evidence(
        claim=claim,
        kind=kind,
        locator=locator,
        stance=stance,
        quote=quote.strip(),
        private=private,
        terms=terms,
        added_by=by,
        reused=reused,
    )
    if obtained_at is not None:
        evidence.obtained_at = obtained_at
    evidence.save()
    after = {"evidence": evidence.pk, "kind": kind, "stance": stance, "private": private}
    if reused is not None:
        after["reused"] = reused.pk
    Event.objects.append("claim.evidence", claim, by=by, after=after, within=claim.article, proves=[evidence])
    return evidence


@transaction.atomic
def add_links(claim, *, by, links, kind, stance):
    """Record several web addresses, one a line of the text `links`: all of them, or none where one is wrong.

    Empty lines and repeated ones are left out. Raises ValidationError naming each wrong line.
    """
    lines = [(number, line.strip()) for number, line in enumerate(links.splitlines(), 1) if line.strip()]
    wrong = [why for number, line in lines if (why := _wrong_link(number, line))]
    locators = list(dict.fromkeys(line for _number, line in lines))
    if not locators:
        wrong = [_("Paste at least one address.")]
    elif len(locators) > MOST_LINKS:
        many = _("Add at most {most} addresses at once; these are {number}.")
        wrong = [many.format(most=MOST_LINKS, number=len(locators))]
    if wrong:
        raise ValidationError({"links": wrong})
    return [add_evidence(claim, by=by, kind=kind, locator=locator, stance=stance) for locator in locators]


def _wrong_link(number, line):
    if len(line) > LONGEST_LOCATOR:
        most = number_format(LONGEST_LOCATOR, force_grouping=True)
        return _("Line {number} has more than {most} characters.").format(number=number, most=most)
    if web_address(line):
        return ""
    return _("Line {number} is no web address: “{line}”.").format(number=number, line=line[:60])


def reuse_evidence(claim, *, by, record, stance):
    """Record the source `record` of another claim of the article here too, with a stance of its own.

    What is private stays private. Raises ValidationError unless `by` reads the record.
    """
    policy.require(by, "add_evidence", claim)
    if record not in policy.evidence_beside(by, claim):
        raise ValidationError({"record": _("This record is not there to be used here.")})
    kept = ("kind", "locator", "quote", "private", "terms", "obtained_at")
    same = {name: getattr(record, name) for name in kept}
    return add_evidence(claim, by=by, stance=stance, reused=record, **same)
