"""Changes of rights in words, as lines for components/trail.html."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .models import User
from .models.token import Scope
from .policy import Role

STEPS = {  # what is left to say of a step whose words were erased
    "person.invited": gettext_lazy("person invited"),
    "rights.changed": gettext_lazy("rights changed"),
    "token.made": gettext_lazy("token made"),
    "token.revoked": gettext_lazy("token revoked"),
    "desk.added": gettext_lazy("desk added"),
    "invitation.sent": gettext_lazy("invitation sent"),
    "profile.changed": gettext_lazy("profile changed"),
    "sessions.ended": gettext_lazy("sessions ended"),
    "password.changed": gettext_lazy("password changed"),
    "password.set": gettext_lazy("password set"),
}
FIELDS = {
    "name": gettext_lazy("name"),
    "language": gettext_lazy("language"),
    "time_zone": gettext_lazy("time zone"),
    "shortcuts": gettext_lazy("shortcuts"),
    "mails": gettext_lazy("mails"),
}


def _label(choices, value):
    return str(dict(choices.choices).get(value, value))


def _difference(before, after):
    parts = []
    if before["role"] != after["role"]:
        roles = {"before": _label(Role, before["role"]), "after": _label(Role, after["role"])}
        parts.append(_("from {before} to {after}").format(**roles))
    came = [slug for slug in after["desks"] if slug not in before["desks"]]
    went = [slug for slug in before["desks"] if slug not in after["desks"]]
    parts += [_("now on {desk}").format(desk=slug) for slug in came]
    parts += [_("no longer on {desk}").format(desk=slug) for slug in went]
    if before["active"] != after["active"]:
        parts.append(_("active again") if after["active"] else _("deactivated"))
    return ", ".join(parts)


def _what(event, person):
    after = event.after
    if event.erased is not None:
        step = STEPS.get(event.kind) or event.kind.replace(".", " ").replace("_", " ")
        return _("{step} (the words were erased)").format(step=step)
    match event.kind:
        case "person.invited":
            desks = ", ".join(after["desks"]) or _("no desk")
            said = _("invited {person} as {role} ({desks})")
            return said.format(person=person, role=_label(Role, after["role"]), desks=desks)
        case "rights.changed":
            changes = _difference(event.before, after)
            return _("changed the rights of {person}: {changes}").format(person=person, changes=changes)
        case "token.made":
            return _made_a_token(person, after)
        case "token.revoked":
            said = _("revoked an API token of {person}: {name}")
            return said.format(person=person, name=after["name"])
        case "desk.added":
            return _("added the desk {desk}").format(desk=after["name"])
        case "invitation.sent":
            return _("sent {person} another invitation").format(person=person)
        case "profile.changed":
            fields = ", ".join(str(FIELDS.get(name, name)) for name in after)
            return _("changed their {fields}").format(fields=fields)
        case "words.erased":
            n = len(after["events"])
            said = ngettext("erased the words of {n} event", "erased the words of {n} events", n)
            return said.format(n=n)
        case "sessions.ended":
            return _("ended the sessions of {person}").format(person=person)
        case "password.changed":
            return _("changed the password of {person}").format(person=person)
        case "password.set":
            return _("set the password of {person} by a link").format(person=person)
        case "erasure.asked":
            return _("asked for the erasure of {person}").format(person=person)
        case "erasure.declined":
            return _("declined the erasure of {person}").format(person=person)
        case "erasure.carried_out":
            return _("carried out the erasure of {person}").format(person=person)
    return event.kind


def _made_a_token(person, token):
    said = ngettext(
        "made an API token for {person}: {name}, {scope}, {n} day",
        "made an API token for {person}: {name}, {scope}, {n} days",
        token["days"],
    )
    return said.format(
        person=person, name=token["name"], scope=_label(Scope, token["scope"]), n=token["days"]
    )


def _person_id(event):
    """The person an event is about: its subject, or whose history it stands in."""
    kind, _colon, number = (event.within or f"{event.subject_kind}:{event.subject_id}").partition(":")
    return int(number) if kind == "user" else None


def lines(events):
    """One dict an event: at, who, what, note."""
    events = list(events)
    people = User.objects.in_bulk({_person_id(event) for event in events} - {None})
    return [
        {
            "at": event.at,
            "who": event.by or _("The system"),
            "what": _what(event, people.get(_person_id(event)) or _("somebody")),
            "note": event.note,
        }
        for event in events
    ]
