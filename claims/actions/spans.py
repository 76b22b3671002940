"""The words of a claim told anew: other ends, split in two, merged. Nobody's verdict is touched."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Event
from claims import policy, search
from claims.actions.triage import MARKED_BY_HAND, placed, planning
from claims.extraction.cues import Signal
from claims.extraction.kinds import kind_of
from claims.models import Claim
from claims.moves import apply, article_changed, claim_changed, lock_article, move, require_holder, settle
from claims.priority import Risk
from claims.text import Span
from claims.text.dates import find_dates
from claims.text.numbers import find_quantities
from claims.text.reshaping import halves
from claims.text.resolving import resolve
from claims.text.sentences import split as sentences_of
from claims.workflow import RESHAPED, ClaimChanged, Status

# What an event keeps of a claim whose words are told anew; its text is to be read in the revision.
KEPT = ("start", "end", "standalone", "kind", "cues", "quantities", "dates", "names", "prominence", "score")
FURTHER = [Status.SUGGESTED, Status.OPEN, Status.IN_CHECK]  # of two that are merged the later one stays


@transaction.atomic
def respan(claim, *, by, start, end, revision=None):
    """Make text[start:end] the words of `claim`.

    `revision` is the id of the one in which the words were seen; None: the newest. Raises ValidationError for
    a span that is not in the text or is the claim's already, ClaimChanged where a verdict stands on the
    words or another claim has those asked for, ArticleChanged where they were seen in an older text.
    """
    policy.require(by, "respan", claim)
    _begin(claim, by, revision)
    span = placed(claim.revision, start, end)
    if span == (claim.start, claim.end):
        raise ValidationError({"end": _("These are the words of the claim already.")})
    note = f"characters {span.start}–{span.end}, before {claim.start}–{claim.end}"
    _tell_anew(claim, span, [claim], by=by, kind="claim.respan", note=note)


@transaction.atomic
def split(claim, *, by, at, revision=None):
    """Cut `claim` at the offset `at`: it keeps the words before, a new claim alike gets those after.

    Returns the new claim. Raises ValidationError where there are no words on one side, else as `respan`.
    """
    policy.require(by, "split", claim)
    _begin(claim, by, revision)
    parts = halves(claim.revision.text, Span(claim.start, claim.end), at)
    if parts is None:
        raise ValidationError({"at": _("Choose a place between two words of the claim.")})
    first, second = parts
    require_free(claim, second)
    whole = Claim.objects.get(pk=claim.pk)
    if whole.version != claim.version:
        raise claim_changed(claim)
    new = Claim.objects.create(
        **{name: getattr(whole, name) for name in ALIKE},
        revision=whole.revision,
        **_words(whole, second, [whole]),
    )
    search.add_claims([new.pk])
    told = {"kind": "claim.split", "note": f"at character {at}", "keeps": {"other": new.pk}}
    _tell_anew(claim, first, [whole], by=by, **told)
    after = {"status": new.status, "assignee": new.assignee_id}
    Event.objects.append(
        "claim.split_off", new, by=by, after=after, note=f"claim {claim.pk}", within=new.article
    )
    settle(claim.article_id, by=by)
    return new


ALIKE = (
    *("article", "desk", "status", "score", "claimant", "origin", "prominence", "risk", "due_at", "priority"),
    "assignee",
)


@transaction.atomic
def merge(claim, *, by, other, revision=None):
    """Make one claim of `claim` and `other`, from the first of their words to the last.

    Of the two the one that is further along stays, else the one that comes first, with the risk and deadline
    of the more pressing one; the other is closed, with its evidence and notes, and says where it went on.
    Returns the one that stays. Raises ValidationError where `other` is of another article or the same, else
    as `respan`; each must be free to be told anew.
    """
    policy.require(by, "merge", claim)
    _begin(claim, by, revision)
    if other is None or other.pk == claim.pk or other.article_id != claim.article_id:
        raise ValidationError({"other": _("Choose another claim of the same text.")})
    other = Claim.objects.select_related("article", "assignee", "revision").get(pk=other.pk)
    require_reshapable(other, by)
    first, second = sorted([claim, other], key=lambda one: (-FURTHER.index(one.status), one.start, one.pk))
    start, end = min(first.start, second.start), max(first.end, second.end)
    span = placed(claim.revision, start, end)
    both = [Claim.objects.get(pk=one.pk) for one in sorted([first, second], key=lambda one: one.start)]
    move(
        second,
        Status.CLOSED,
        by=by,
        step="merged",
        note=f"claim {first.pk}",
        assignee=None,
        continued_in=first,
    )
    # What went on there goes on here.
    went_on = list(Claim.objects.filter(continued_in=second).order_by("pk").values_list("pk", flat=True))
    Claim.objects.filter(pk__in=went_on).update(continued_in=first)
    keeps = {"other": second.pk, "went_on_there": went_on}
    told = {"kind": "claim.merge", "note": f"claim {second.pk}", "keeps": keeps}
    _tell_anew(first, span, both, by=by, **told, **_more_pressing(first, second))
    return first


def _more_pressing(first, second):
    """What makes a claim urgent, from both: nothing is less pressing, or checked less, for being merged."""
    for name in ("prominence", "score"):
        setattr(first, name, max(getattr(first, name), getattr(second, name)))
    risk = max(first.risk, second.risk, key=list(Risk).index)
    due_at = min((one.due_at for one in (first, second) if one.due_at is not None), default=None)
    return {"prominence": first.prominence, "score": first.score, **planning(first, risk, due_at)}


def _begin(claim, by, revision):
    """Nobody else changes a claim of the article from here on."""
    article = lock_article(claim.article_id)
    require_reshapable(claim, by)
    if claim.revision_id != article.revision_id or revision not in {None, article.revision_id}:
        raise article_changed(
            article, _("The text changed since you read it. Choose the words in the newest one.")
        )


def require_reshapable(claim, by):
    """Raise ClaimChanged where a verdict stands on the words, NotHolder where another holds the claim."""
    if claim.status not in RESHAPED:
        now = claim_changed(claim)
        if claim.status in {Status.DISMISSED, Status.CLOSED}:
            raise now
        message = _(
            "A verdict stands on these words. They can be told anew once it is withdrawn or returned."
        )
        raise ClaimChanged(message, **now.state)
    if claim.status == Status.IN_CHECK:
        require_holder(claim, by, or_editor=True)


def require_free(claim, span):
    """Raise ClaimChanged where `span` is another claim's: no two have one, but for those that are closed."""
    others = Claim.objects.filter(revision=claim.revision_id, start=span.start, end=span.end)
    there = others.exclude(pk=claim.pk).exclude(status=Status.CLOSED).first()
    if there is None:
        return
    said = (
        _("What these words say was dismissed: restore that one.")
        if there.status == Status.DISMISSED
        else _("What these words say is another claim already.")
    )
    raise ClaimChanged(said, **claim_changed(there).state, claim=there.pk)


def _tell_anew(claim, span, sources, *, by, kind, note, keeps=None, **changes):
    before = Claim.objects.get(pk=claim.pk)
    keeps = {name: getattr(before, name) for name in KEPT} | {"revision": before.revision_id} | (keeps or {})
    words = _words(claim, span, sources)
    change_words(claim, words, by=by, kind=kind, note=note, keeps=keeps, **changes)


def change_words(claim, words, *, kind, **step):
    """Give `claim` the fields `words`, found by them from now on; `kind` and `step` go to `moves.apply`.

    Raises ClaimChanged where they are another claim's.
    """
    require_free(claim, Span(words["start"], words["end"]))
    search.forget_claims([claim.pk])
    apply(claim, kind=kind, **step, **{name: words[name] for name in words if name != "kind"})
    claim.kind = words["kind"]  # to `apply` the kind is the event's
    claim.save(update_fields=["kind"])
    search.add_claims([claim.pk])


def _words(claim, span, sources):
    """The fields of a claim on `span`; what `sources`, the claims it comes of, had seen there stays seen.

    Figures and dates are read anew. What only a model finds in words that were in no claim is left out: the
    stand-alone form, and names that no claim has.
    """
    text = claim.revision.text
    dates, quantities = _figures(claim.revision, span)
    cues = [cue for source in sources for cue in source.cues if _stays(cue, span, source)]
    if any(cue["cue"] == MARKED_BY_HAND["cue"] for source in sources for cue in source.cues):
        cues = [MARKED_BY_HAND | {"start": span.start, "end": span.end}, *cues]
    for name, found in (("a number", quantities), ("a date", dates)):
        seen = {(cue["start"], cue["end"]) for cue in cues}
        cues += [
            {"cue": name, "start": one["start"], "end": one["end"]}
            for one in found
            if (one["start"], one["end"]) not in seen
        ]
    beside = Claim.objects.filter(revision=claim.revision_id, start__lt=span.end, end__gt=span.start)
    names = {
        (one["start"], one["end"]): one
        for found in [*(source.names for source in sources), *beside.values_list("names", flat=True)]
        for one in found
        if _lies_in(one, span)
    }
    signals = [Signal(cue["cue"], cue["start"], cue["end"]) for cue in cues]
    return {
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
        "standalone": "",
        "kind": kind_of(signals, claim.claimant),
        "cues": sorted(cues, key=lambda cue: (cue["start"], cue["end"])),
        "quantities": quantities,
        "dates": dates,
        "names": [names[place] for place in sorted(names)],
    }


def _stays(cue, span, source):
    """Seen in the new words, or outside the old ones, as "Peskov said" is."""
    if cue["cue"] == MARKED_BY_HAND["cue"]:
        return False
    return _lies_in(cue, span) or cue["end"] <= source.start or cue["start"] >= source.end


def _figures(revision, span):
    """The dates and quantities in `span`, each read with its whole sentence."""
    text, published = revision.text, revision.extraction.date
    blocks = [block for block in revision.blocks if block["start"] < span.end and block["end"] > span.start]
    dates, quantities = [], []
    for block in blocks:
        for sentence in sentences_of(text, block["start"], block["end"]):
            words = text[slice(*sentence)]
            found = find_dates(words)
            dates += _shifted(resolve(found, words, published), sentence.start, span)
            quantities += _shifted(find_quantities(words, found), sentence.start, span)
    return dates, quantities


def _shifted(found, shift, span):
    moved = [{**one, "start": one["start"] + shift, "end": one["end"] + shift} for one in found]
    return [one for one in moved if _lies_in(one, span)]


def _lies_in(part, span):
    return span.start <= part["start"] and part["end"] <= span.end
