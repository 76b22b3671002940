"""What an intruder does to an exported chain of eleven links, the second a tombstone."""

import json


def changed(file, line, **changes):
    """The lines, with other values in the record of one; None takes a value out."""
    record = json.loads(file[line]) | changes
    told = {name: value for name, value in record.items() if value is not None}
    return [*file[:line], json.dumps(told) + "\n", *file[line + 1 :]]


# What is done to the lines (the first tells the head), and the position that must be named.
FILE_ATTACKS = {
    "edit words": (lambda file: changed(file, 4, note="x"), 4),
    "edit kind": (lambda file: changed(file, 4, kind="x"), 4),
    "edit both": (lambda file: changed(changed(file, 7, note="x"), 5, note="x"), 5),
    "forge a hash": (lambda file: changed(file, 4, hash="f" * 64), 4),
    "words on a tombstone": (lambda file: changed(file, 2, note="x"), 2),
    "words without a salt": (lambda file: changed(file, 4, salt=None), 4),
    "words taken out": (lambda file: changed(file, 4, note=None), 4),
    "delete": (lambda file: file[:4] + file[5:], 4),
    "insert": (lambda file: [*file[:4], file[3], *file[4:]], 4),
    "swap": (lambda file: [*file[:4], file[5], file[4], *file[6:]], 4),
    "garble": (lambda file: [*file[:4], "x\n", *file[5:]], 4),
    "no link": (lambda file: [*file[:4], "[]\n", *file[5:]], 4),
    "cut": (lambda file: file[:9], 9),
    "another head": (lambda file: changed(file, 0, hash="f" * 64), 11),
}
