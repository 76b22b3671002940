"""A verdict begun: which sources it rests on, and the words it may begin with."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import policy
from claims.forms import LONGEST_TEXT, VerdictForm
from claims.models import ArticleKind, Terms
from claims.views.kept import filled

FROM_VERDICT = gettext_lazy("These are the words of your last verdict: change them as you like.")
FROM_SOURCE = gettext_lazy("Filled in from the last source on the record: change it as you like.")


def verdict_form(claim, user, data=None):
    return VerdictForm(
        data,
        ratings=claim.article.scale.ratings.all(),
        evidence=policy.evidence_for(user, claim),
        house=claim.article.kind == ArticleKind.HOUSE,
        prefix="verdict",
    )


def begun_verdict(claim, user, kept, evidence, verdicts):
    """The form with the draft `kept`; `evidence` and `verdicts` are those that `user` reads, oldest first.

    It rests on all the evidence, less what the draft left out when it was typed. So that a claim with a
    source is decided by a rating alone, a rationale that nobody has typed yet is there to begin with.
    """
    form = filled(verdict_form(claim, user), kept)
    newer = [record.pk for record in evidence if kept.at is None or record.created_at > kept.at]
    form.initial["evidence"] = [*form.initial.get("evidence", ()), *newer]
    if not form.initial.get("rationale"):
        words, why = _begin_with(claim, user, evidence, verdicts)
        form.initial["rationale"] = words
        if words:
            form.fields["rationale"].help_text = why
            # By this the page tells what it put there itself from what was typed, which alone is kept.
            form.fields["rationale"].widget.attrs["data-prefilled"] = words
    return form


def _begin_with(claim, user, evidence, verdicts):
    """Words for a rationale, and where they come from.

    Own words where the claim came back; else what the last source says that may stand in a report: on the
    record, not private, and of one's own where the first verdict is not to be known.
    """
    own = [verdict for verdict in verdicts if verdict.author_id == user.pk]
    if own:
        return own[-1].rationale, FROM_VERDICT
    blind = policy.judges_blind(user, claim)
    for record in reversed(evidence):
        if record.private or record.terms != Terms.ON_RECORD or (blind and record.added_by_id != user.pk):
            continue
        said = {"source": record.locator, "quote": record.quote}
        words = _("According to {source}: “{quote}”").format(**said) if record.quote else ""
        if not 0 < len(words) <= LONGEST_TEXT:
            words = _("According to {source}.").format(**said)
        return words, FROM_SOURCE
    return "", ""
