"""Changes of rights in words, as lines for components/trail.html."""

from .models import User


def _difference(before, after):
    parts = []
    if before["role"] != after["role"]:
        parts.append(f"from {before['role']} to {after['role']}")
    parts += [f"now on {slug}" for slug in after["desks"] if slug not in before["desks"]]
    parts += [f"no longer on {slug}" for slug in before["desks"] if slug not in after["desks"]]
    if before["active"] != after["active"]:
        parts.append("active again" if after["active"] else "deactivated")
    return ", ".join(parts)


def _what(event, person):
    after = event.after
    if event.erased is not None:
        return f"{event.kind.replace('.', ' ').replace('_', ' ')} (the words were erased)"
    match event.kind:
        case "person.invited":
            return f"invited {person} as {after['role']} ({', '.join(after['desks']) or 'no desk'})"
        case "rights.changed":
            return f"changed the rights of {person}: {_difference(event.before, after)}"
        case "token.made":
            return f"made an API token for {person}: {after['name']}, {after['scope']}, {after['days']} days"
        case "token.revoked":
            return f"revoked an API token of {person}: {after['name']}"
        case "desk.added":
            return f"added the desk {after['name']}"
        case "invitation.sent":
            return f"sent {person} another invitation"
        case "profile.changed":
            return f"changed their {', '.join(after)}".replace("_", " ")
        case "words.erased":
            return f"erased the words of {len(after['events'])} events"
        case "sessions.ended":
            return f"ended the sessions of {person}"
        case "password.changed":
            return f"changed the password of {person}"
        case "password.set":
            return f"set the password of {person} by a link"
        case "erasure.asked":
            return f"asked for the erasure of {person}"
        case "erasure.declined":
            return f"declined the erasure of {person}"
        case "erasure.carried_out":
            return f"carried out the erasure of {person}"
    return event.kind


def _person_id(event):
    """The person an event is about: its subject, or whose history it stands in."""
    kind, _, number = (event.within or f"{event.subject_kind}:{event.subject_id}").partition(":")
    return int(number) if kind == "user" else None


def lines(events):
    """One dict an event: at, who, what, note."""
    events = list(events)
    people = User.objects.in_bulk({_person_id(event) for event in events} - {None})
    return [
        {
            "at": event.at,
            "who": event.by or "The system",
            "what": _what(event, people.get(_person_id(event), "somebody")),
            "note": event.note,
        }
        for event in events
    ]
