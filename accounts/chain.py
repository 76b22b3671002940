"""The chain over the events: what a link covers, and whether links still join. Pure; no rows here.

A link is a dict: {"position", "hash", "event", "kind", "at", "by", "subject", "within", "values"}. `values`
has the SHA-256 of salt + canonical JSON for `before`, `after` and `note`; beside it the link may carry the
`salt` and those three themselves, or `"erased": true` in their place. docs/audit.md tells the same to
auditors, and docs/verify_chain.py checks it without this code.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

BEGINNING = "0" * 64  # stands for the hash before the first
VALUES = ("before", "after", "note")
COVERED = ("position", "event", "kind", "at", "by", "subject", "within", "values")
# One way of writing for mails, reports in every format and the lines of an anchor file.
ANCHOR = re.compile(r"position\W+(\d+)\W+hash\W+([0-9a-f]{64})\b")

Link = dict[str, Any]


class Broken(Exception):
    """The chain does not hold from `position` on; `why` says what was found there."""

    def __init__(self, position: int, why: str) -> None:
        super().__init__(f"position {position}: {why}")
        self.position, self.why = position, why


class Head(NamedTuple):
    """The end of the chain, and how many events are not in it yet and so not protected."""

    position: int = 0
    hash: str = BEGINNING
    unsealed: int = 0

    def __str__(self) -> str:
        return f"position {self.position}, hash {self.hash}, {self.unsealed} not yet sealed"


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"))  # made once: half the time of `dumps`


def canonical(value: Any) -> bytes:
    """JSON with sorted keys, without spaces, in ASCII: the same bytes for the same value everywhere."""
    return _ENCODER.encode(value).encode("ascii")


def digest(salt: str, value: Any) -> str:
    return sha256(salt.encode("ascii") + canonical(value)).hexdigest()


def digests(salt: str, values: Mapping[str, Any]) -> dict[str, str]:
    return {name: digest(salt, values[name]) for name in VALUES}


def moment(time: datetime) -> str:
    """ISO 8601 in UTC, always to the microsecond."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def hash_of(link: Link, previous: str) -> str:
    return sha256(canonical({"previous": previous} | {name: link[name] for name in COVERED})).hexdigest()


def anchors_in(text: str) -> dict[int, str]:
    """The positions and hashes that a mail, a report or an anchor file keeps."""
    return {int(position): hash for position, hash in ANCHOR.findall(text)}


def check(links: Iterable[Link], anchors: Mapping[int, str] | None = None) -> Head:
    """Walk the links from the first; returns the head. Raises Broken at the first that does not hold."""
    anchors = anchors or {}
    position, previous = 0, BEGINNING
    for link in links:
        position += 1
        try:
            fault = _fault(link, position, previous)
        except (AttributeError, KeyError, TypeError, ValueError):
            fault = "no link that can be read"
        if not fault and anchors.get(position, link["hash"]) != link["hash"]:
            fault = "an outside anchor knows another hash"
        if fault:
            raise Broken(position, fault)
        previous = link["hash"]
    if beyond := [known for known in anchors if known > position]:
        raise Broken(position + 1, f"cut off: an outside anchor knows position {max(beyond)}")
    return Head(position, previous)


def _fault(link, position, previous):
    """What is wrong with a link at this place; "" if nothing is."""
    if link["position"] != position:
        return f"missing; the next is {link['position']}"
    if link["event"] is None:
        return "its event is gone"
    if hash_of(link, previous) != link["hash"]:
        return f"event {link['event']} or its seal is not what was sealed"
    if "salt" not in link and any(name in link for name in VALUES):
        return f"words of event {link['event']} stand there that nothing proves"
    if "salt" in link and digests(link["salt"], link) != link["values"]:
        return f"the words of event {link['event']} are not those that were sealed"
    return ""
