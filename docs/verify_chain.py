"""Checks an exported audit chain of the fact-check desk, with nothing but Python 3 itself.

    python3 verify_chain.py trail.jsonl [ANCHOR-FILE]

trail.jsonl is what `manage.py export_audit` writes; an anchor file holds heads of the chain kept elsewhere:
lines of `manage.py anchor_audit`, a mail, an exported report. Prints a count and ends with 0, or prints the
first broken position and ends with 1. How the chain is made is told in audit.md.
"""

import hashlib
import json
import re
import sys

VALUES = ("before", "after", "note")
COVERED = ("position", "event", "kind", "at", "by", "subject", "within", "values")


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def fault(link, position, previous):
    """What is wrong with the link that should stand at `position`; None if nothing is."""
    if link["position"] != position:
        return "missing, or out of its place"
    if link["hash"] != sha256(canonical({"previous": previous, **{name: link[name] for name in COVERED}})):
        return "the event or its seal was changed"
    for name in VALUES:
        if "salt" in link:
            if link["values"][name] != sha256(link["salt"].encode("ascii") + canonical(link[name])):
                return f"“{name}” was changed"
        elif name in link:
            return f"“{name}” stands there and nothing proves it"
    return None


def main(file, anchor_file=None):
    anchors = {}
    if anchor_file:
        with open(anchor_file, encoding="utf-8") as text:
            found = re.findall(r"position\W+(\d+)\W+hash\W+([0-9a-f]{64})\b", text.read())
        anchors = {int(position): known for position, known in found}
        if not anchors:
            sys.exit(f"{anchor_file} holds no anchor.")
    position, previous, wordless = 0, "0" * 64, 0
    with open(file, encoding="utf-8") as lines:
        head = json.loads(next(lines))
        anchors = {head["position"]: head["hash"], **anchors}
        for line in lines:
            position += 1
            try:
                link = json.loads(line)
                wrong = fault(link, position, previous)
            except (AttributeError, KeyError, TypeError, ValueError):
                link, wrong = {"hash": ""}, "no link that can be read"
            if wrong or anchors.get(position, link["hash"]) != link["hash"]:
                sys.exit(f"Broken at position {position}: {wrong or 'an anchor knows another hash'}.")
            previous, wordless = link["hash"], wordless + ("salt" not in link)
    if max(anchors) > position:
        sys.exit(f"Broken at position {position + 1}: cut off, an anchor knows position {max(anchors)}.")
    print(f"{position} events are as they were sealed, {wordless} told without their words. Head: {previous}")
    print(f"{head['unsealed']} more were not sealed yet. Anchors from elsewhere: {anchor_file or 'none'}.")


if __name__ == "__main__":
    main(*sys.argv[1:])
