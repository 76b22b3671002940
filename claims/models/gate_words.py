"""What the gates before a sign-off say, by code: stored in English, shown in any language."""

from django.utils.translation import gettext_lazy, ngettext_lazy, override

GATES = {
    "extraction": gettext_lazy("the search for claims is not done"),
    "suggested": ngettext_lazy(
        "{n} suggestion that nobody has judged", "{n} suggestions that nobody has judged", "n"
    ),
    "open": ngettext_lazy("{n} claim open", "{n} claims open", "n"),
    "in_check": ngettext_lazy("{n} claim in check", "{n} claims in check", "n"),
    "awaiting_second_check": ngettext_lazy(
        "{n} verdict awaiting a second check", "{n} verdicts awaiting a second check", "n"
    ),
    "awaiting_sign_off": ngettext_lazy(
        "{n} verdict awaiting sign-off", "{n} verdicts awaiting sign-off", "n"
    ),
    "unfounded": ngettext_lazy(
        "{n} final verdict without evidence or waiver", "{n} final verdicts without evidence or waiver", "n"
    ),
    "stale": ngettext_lazy(
        "{n} verdict on words that were changed since", "{n} verdicts on words that were changed since", "n"
    ),
    "fixes_asked": ngettext_lazy(
        "{n} fix that the writer has not decided on", "{n} fixes that the writer has not decided on", "n"
    ),
    "fixes_declined": ngettext_lazy(
        "{n} fix that the writer declined", "{n} fixes that the writer declined", "n"
    ),
    "fixes_accepted": ngettext_lazy(
        "{n} accepted fix that is not in the text", "{n} accepted fixes that are not in the text", "n"
    ),
    "waivers": ngettext_lazy("{n} waiver that has run out", "{n} waivers that have run out", "n"),
}


def of_gate(code: str, number: int) -> str:
    """The sentence of a gate in the reader's language."""
    return str(GATES[code].format(n=number))


def of_gate_in_english(code: str, number: int) -> str:
    with override(None):
        return of_gate(code, number)


def as_read(code: str, number: int, stored: str) -> str:
    """A stored sentence in the reader's language; as it is where a gate was worded otherwise then."""
    known = code in GATES and stored == of_gate_in_english(code, number)
    return of_gate(code, number) if known else stored
