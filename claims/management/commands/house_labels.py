"""`manage.py house_labels`: the desk's judgements as lines, for training the check-worthiness on them.

A line is a JSON object: `sha256` of the revision's text in UTF-8; `start` and `end` in code points of it;
`class`, "check_worthy" where people accepted a suggestion or marked the words by hand, "not_check_worthy"
where they dismissed it before checking; `desk`, its slug. There are no words of an article in it.
With --text it has `text` too, the words of the claim, and `sentence`, the sentence they stand in, which is
what a scorer reads. A sentence with two claims stands on two lines, and is check-worthy if either is.
That file is for training on the own machine: it is readable for its owner only.
"""

import json
import os
from functools import lru_cache

from django.core.management.base import BaseCommand, CommandError

from claims.labels import labels
from claims.management.searched import searched_claims
from claims.models import Revision

CLASSES = {True: "check_worthy", False: "not_check_worthy"}


class Command(BaseCommand):
    help = "Writes what the desks accepted, dismissed and marked by hand as labels, one JSON object a line."

    def add_arguments(self, parser):
        parser.add_argument("--output", required=True, metavar="FILE", help="- is standard output")
        parser.add_argument("--desk", metavar="SLUG", help="unasked, all desks")
        parser.add_argument("--text", action="store_true", help="with the words, for the own machine only")

    def handle(self, *, output, desk, text, **options):
        lines = (
            json.dumps(line, ensure_ascii=False) + "\n" for line in lines_of(searched_claims(desk), text)
        )
        if output == "-":
            self.stdout.writelines(lines)
            return
        try:
            with open(output, "w", encoding="utf-8", opener=_private) as file:
                count = sum(1 for line in lines if file.write(line))
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
        self.stderr.write(f"{count} labels")


def lines_of(claims, with_words):
    """The labels of a queryset of claims as dicts in the format above."""
    sentence_of = lru_cache(maxsize=1)(_read)  # claims of one text follow each other
    for label in labels(claims):
        line = {
            "sha256": label.sha256,
            "start": label.start,
            "end": label.end,
            "class": CLASSES[label.check_worthy],
            "desk": label.desk,
        }
        if with_words:
            words, sentences = sentence_of(label.sha256)
            line |= {"text": label.text, "sentence": _around(label, words, sentences)}
        yield line


def _read(sha256):
    return Revision.objects.filter(sha256=sha256).values_list("text", "extraction__sentences").first()


def _around(label, words, sentences):
    """The sentences that the claim touches; without any, its own words."""
    touched = [one for one in sentences if one["start"] < label.end and one["end"] > label.start]
    if not touched:
        return label.text
    return words[touched[0]["start"] : touched[-1]["end"]]


def _private(path, flags):
    return os.open(path, flags, 0o600)
