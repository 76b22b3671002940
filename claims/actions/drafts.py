"""Forms as they were typed, kept until they are sent: nothing of it goes into the history."""

import re
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from claims import policy
from claims.models import MOST_IN_A_DRAFT, Claim, Draft

OF_CLAIM = (
    *("verdict", "evidence", "links", "note", "answer", "ask", "asked"),
    *("dismiss", "return", "reopen", "sign-off"),
)
OF_ARTICLE = ("revise",)
SUBMIT = "submit"
# "submit", "article:5:revise", "claim:12:verdict", "claim:12:answer-33": the answer to note 33
PLACE = re.compile(
    rf"(?:{SUBMIT}|(article):([1-9]\d{{0,17}}):(?:{'|'.join(OF_ARTICLE)})"
    rf"|(claim):([1-9]\d{{0,17}}):(?:{'|'.join(OF_CLAIM)})(?:-\d{{1,18}})?)",
    re.ASCII,
)


class Place(NamedTuple):
    """What a form is about: `of` is "article", "claim" or "" for a new article; `pk` its id."""

    of: str
    pk: int


class NewerDraft(Exception):
    """Other words were typed into the same form elsewhere: `draft` has them."""

    def __init__(self, draft):
        super().__init__(draft.place)
        self.draft = draft


def stamp(draft):
    """By which a page and the desk compare what they know of a draft."""
    return draft.at.isoformat()


@transaction.atomic
def save(place, values, *, by, known=None):
    """Keep `values`, {name of a field: the texts in it}, for the form at `place`; the newest ones stay.

    `known` is the stamp of the draft that the page knows, "" for none; None: whatever there is goes.
    Raises Article.DoesNotExist or Claim.DoesNotExist for what `by` does not see, PermissionDenied for who
    could not send the form, ValidationError for a place that is none and for more than a draft may hold,
    NewerDraft for words that the page does not know.
    """
    _require(_parse(place), by)
    kept = {_clean(name): _stored(texts) for name, texts in values.items()}
    size = sum(len(name) + sum(map(len, texts)) for name, texts in values.items())
    if size > MOST_IN_A_DRAFT:
        wrong = _(
            "A draft has at most {most} characters, this form has {size}: send it before you leave the page."
        ).format(
            most=number_format(MOST_IN_A_DRAFT, force_grouping=True),
            size=number_format(size, force_grouping=True),
        )
        raise ValidationError({"values": wrong})
    before = Draft.objects.select_for_update().filter(person=by, place=place).first()
    if before is not None and known not in {None, stamp(before)} and before.values != kept:
        raise NewerDraft(before)
    draft, _made = Draft.objects.update_or_create(
        person=by, place=place, defaults={"values": kept, "at": timezone.now()}
    )
    return draft


def discard(place, *, by):
    """Forget what `by` typed at `place`, if there is anything."""
    if PLACE.fullmatch(place):
        Draft.objects.filter(person=by, place=place).delete()


def of_places(places, *, by):
    """The drafts of `by` at some of `places`, by place; those on what they see no more are not there."""
    found = Draft.objects.filter(person=by, place__in=filter(PLACE.fullmatch, places))
    parsed = {draft: _parse(draft.place) for draft in found}
    seen = {
        "claim": policy.visible_claims(by),
        "article": policy.visible_articles(by),
    }
    there = {
        Place(kind, pk)
        for kind, rows in seen.items()
        if (asked := [place.pk for place in parsed.values() if place.of == kind])
        for pk in rows.filter(pk__in=asked).values_list("pk", flat=True)
    }
    return {draft.place: draft for draft, place in parsed.items() if not place.of or place in there}


def of_subject(subject, *, by):
    """The drafts of `by` on a claim or article that they see, by the name of the form."""
    kind = "claim" if isinstance(subject, Claim) else "article"
    prefix = f"{kind}:{subject.pk}:"
    found = Draft.objects.filter(person=by, place__startswith=prefix)
    return {draft.place.removeprefix(prefix): draft for draft in found}


def _parse(place):
    match = PLACE.fullmatch(place)
    if match is None:
        raise ValidationError({"place": _("There is no form of this name whose words could be kept.")})
    article, article_pk, claim, claim_pk = match.groups()
    return Place(article or claim or "", int(article_pk or claim_pk or 0))


def _require(place, by):
    if place.of == "claim":
        policy.visible_claims(by).filter(article__erased_at=None).only("pk").get(pk=place.pk)
        policy.require_review(by)
    elif place.of == "article":
        policy.require(by, "revise", policy.visible_articles(by).filter(erased_at=None).get(pk=place.pk))
    else:
        policy.require_submit(by)


def _clean(text):
    """Without the one character that no database stores."""
    return text.replace("\0", "")


def _stored(texts):
    """One text as such, several as a list."""
    clean = [_clean(text) for text in texts]
    return clean[0] if len(clean) == 1 else clean
