"""Two people sent something for one claim: what the other did, beside what the second one typed."""

from typing import Any, NamedTuple

from claims import policy
from claims.forms import Words
from claims.views import history
from claims.views.doors import posted_version

# By the name under which a form came: its step, and the form on the page in which it can be sent again.
# A signature is none of them: it is for the verdict that was seen, which has to be looked at anew.
AGAIN = {
    "verdict": ("propose", "verdict-form"),
    "return": ("return", "return-form"),
    "plan": ("plan", "plan-form"),
    "assign": ("assign", "assign-form"),
    "dismiss": ("dismiss", "dismiss-form"),
    "reopen": ("reopen", "reopen-form"),
}


class Meanwhile(NamedTuple):
    """`lines` is what others did since the page was drawn, `verdict` the one they gave, or None.

    `again` is the id of the form that can be sent onto the newest state, "" where the step is gone; `look`:
    it was a signature, and the verdict as it stands now waits for one.
    `words` are the sentences typed, to be kept as a note; "" where there are none, or no note may be written.
    """

    lines: list[history.Line]
    verdict: Any
    again: str
    look: bool
    words: str


def meanwhile(request, claim, events, verdicts, sent, can) -> Meanwhile | None:
    """For a form that came too late; None for any other. `sent` is {its name: the form}.

    `events` and `verdicts` are those of the claim that the person reads, oldest first; `can` names the
    steps that they may still take.
    """
    user = request.user
    name, form = next(iter(sent.items()), ("", None))
    if form is None or getattr(form, "conflict", None) is None:
        return None
    step, form_id = AGAIN.get(name, ("", ""))
    late = _since(events, claim.version - posted_version(request, claim.version))
    given = {
        event.after.get(which)
        for event in late
        if event.kind.startswith("claim.propose")
        for which in ("verdict", "second_verdict")
    }
    theirs = [one for one in verdicts if one.author_id != user.pk and one.pk in given]
    return Meanwhile(
        lines=history.lines([event for event in late if event.by_id != user.pk]),
        verdict=theirs[-1] if theirs else None,
        again=form_id if step in can and not (step == "plan" and claim.is_finished) else "",
        look="sign_off" in can and name == "sign_off",
        words=_words(form) if policy.may(user, "add_note", claim) else "",
    )


def _since(events, steps):
    """The events from the step on that is `steps` steps ago: each of them made a version of the claim."""
    at = len(events)
    while steps > 0 and at > 0:
        at -= 1
        steps -= "status" in events[at].before
    return events[at:]


def _words(form):
    """The sentences that were typed, one field after the other."""
    typed = [form[name].value() for name, field in form.fields.items() if isinstance(field, Words)]
    return "\n\n".join(words.strip() for words in typed if words and words.strip())
