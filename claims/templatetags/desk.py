"""Formatting for pages: icons, and how a status looks. No queries, no rights."""

from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from lucide import IconDoesNotExist
from lucide.templatetags.lucide import lucide as render_lucide

from claims import spoken
from claims.models import Stance
from claims.priority import due_step
from claims.text.addresses import web_address
from claims.workflow import ArticleStatus, Status

register = template.Library()
register.filter("web_address", web_address)

UNKNOWN_ICON = "tag"  # rating scales are data: a name that Lucide dropped must not break a page

LOOKS = {  # status: icon and tone; the style of its line is in the style sheet
    Status.SUGGESTED: ("circle-dashed", "grey"),
    Status.OPEN: ("circle", "amber"),
    Status.IN_CHECK: ("circle-dot", "blue"),
    Status.AWAITING_SECOND_CHECK: ("users", "teal"),
    Status.AWAITING_SIGN_OFF: ("signature", "violet"),
    Status.RESOLVED: ("check", "green"),
    Status.DISMISSED: ("x", "grey"),
    Status.CLOSED: ("archive", "grey"),
    ArticleStatus.RECEIVED: ("inbox", "grey"),
    ArticleStatus.EXTRACTING: ("loader", "blue"),
    ArticleStatus.EXTRACTION_FAILED: ("triangle-alert", "red"),
    ArticleStatus.CHECKING: ("circle-dot", "blue"),
    ArticleStatus.READY: ("signature", "violet"),
    ArticleStatus.SIGNED_OFF: ("badge-check", "green"),
}


@lru_cache(maxsize=256)
def _svg(name, size):
    try:
        return render_lucide(name, size=size, aria_hidden="true", focusable="false")
    except IconDoesNotExist:
        return _svg(UNKNOWN_ICON, size)


@register.simple_tag
def icon(name, size=16):
    """An inline SVG without a name of its own: a word stands beside it."""
    return _svg(str(name), size)


@register.filter
def status_icon(status):
    return LOOKS[status][0]


@register.filter
def status_tone(status):
    return LOOKS[status][1]


@register.filter
def initials(user):
    """The first letters of first and last name, as a checker signs in the margin; empty for nobody."""
    words = str(user).split() if user else []
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.filter
def pressed(key):
    """A key to press, in the corner of a button, by its name on keyboards of the reader's language."""
    key = str(key)
    if "Ctrl" in key:
        key = key.replace("Ctrl", str(_("Ctrl")))
    return format_html("<kbd aria-hidden='true'>{}</kbd>", key)


SHORT = {  # the word in the margin, where there is room for one
    Status.IN_CHECK: _("in check"),
    Status.AWAITING_SECOND_CHECK: pgettext_lazy("short for awaiting second check", "second"),
    Status.AWAITING_SIGN_OFF: pgettext_lazy("short for awaiting sign-off", "to sign"),
    Status.RESOLVED: pgettext_lazy("short for resolved", "passed"),
    Status.DISMISSED: _("dismissed"),
}


@register.filter
def short_word(status):
    return SHORT.get(status) or Status(status).label


@register.filter
def due_word(due_at):
    """The step of a deadline, as a class and in priorities: overdue, today, week, later, none."""
    return due_step(due_at, timezone.now()).value


@register.filter
def moment(at):
    """A time in short: 14:05 today, Tue 14:05 within the week, 3 Nov, 14:05 this year, else 3 Nov 2025."""
    local, now = timezone.localtime(at), timezone.localtime()
    days = abs((local.date() - now.date()).days)
    if days == 0:
        return date_format(local, "H:i")
    if days < 7:
        return date_format(local, "WEEKDAY_AND_TIME")
    return date_format(local, "SHORT_DAY_AND_TIME" if local.year == now.year else "DAY")


@register.filter
def passed(at):
    """Whether a time is over."""
    return at <= timezone.now()


@register.filter
def beginning(runs, length=60):
    """The first characters of a block, for a folded line."""
    words = " ".join("".join(run.text for run in runs).split())
    return words if len(words) <= length else f"{words[:length].rstrip()}…"


@register.filter
def same(value, other):
    """Whether two values are the same to a form: 3 and "3" are."""
    return str(value) == str(other)


@register.filter
def holds(values, value):
    """Whether the values of a field, as sent or as rows, hold this one."""
    return str(value) in {str(getattr(one, "pk", one)) for one in values or ()}


@register.filter
def tone(mark):
    """The tone of a claim's mark: red where the words cannot stay."""
    return "red" if mark.problem else status_tone(mark.claim.status)


@register.filter
def words(text):
    """A constant list in a template: "csv json html"."""
    return text.split()


@register.filter
def at(mapping, key):
    return mapping.get(key) if mapping else None


@register.filter
def up_to(stages, last):
    """How many claims are as far as stage `last` or further: the length of a bar."""
    order = ["passed", "in_work", "open", "suggested"]
    return sum(stages[stage] for stage in order[: order.index(last) + 1])


STANCES = {
    Stance.SUPPORTS: ("circle-plus", "green"),
    Stance.CONTRADICTS: ("circle-minus", "red"),
    Stance.CONTEXT: ("info", "blue"),
}


@register.filter
def stance_icon(stance):
    return STANCES[stance][0]


@register.filter
def stance_tone(stance):
    return STANCES[stance][1]


@register.filter
def typed(field):
    """What was typed or chosen in a field, in words, where the field itself has no place any more."""
    chosen = dict(getattr(field.field, "choices", ()))
    value = field.value()
    values = value if isinstance(value, list | tuple) else [value]
    words = {str(key): word for key, word in chosen.items()}
    return ", ".join(str(words.get(str(one), one)) for one in values)


@register.filter
def language_name(code):
    """ "French" for "fr"; empty for a language that Django has no name for."""
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return ""


@register.filter
def block_words(document):
    """The blocks of a document for a preview: their role in a word, and how they begin."""
    for role, start, end in document.blocks:
        words = " ".join(document.text[start:end].split())
        yield {"role": role, "word": spoken.ROLES[role], "text": words}
