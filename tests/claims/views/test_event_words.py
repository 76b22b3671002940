"""Every kind of event that the code writes has a sentence, and each can be filled in."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from claims.anchoring import Change
from claims.views.event_words import RENEWED, SENTENCES, sentence_of
from claims.workflow import STEPS

ROOT = Path(__file__).parents[3]
CODE = [*(ROOT / "claims").rglob("*.py"), ROOT / "accounts" / "erasing.py"]
WRITTEN = re.compile(r"""["']((?:article|claim|export|rule)\.[a-z_]+)["']|step=["']([a-z_]+)["']""")
VALUES = {"who": "Ada", "claim": "it", "of_claim": "it", "rule": "rule 1", "desk": "News"}
OF_ARTICLES = {"extracted", "revised", "retried", "signed_off", "closed", "reopened", "settled"}


def kinds():
    found = {match for file in CODE for match in WRITTEN.findall(file.read_text())}
    named = {kind for kind, _step in found if kind}
    steps = {f"claim.{step}" for _kind, step in found if step and step not in OF_ARTICLES}
    return named | steps | {f"claim.{step}" for step in STEPS}


def test_every_kind_of_event_has_a_sentence():
    of_claims = {f"claim.{change}" for change in Change if change not in {Change.SAME, Change.MOVED}}

    assert (kinds() | of_claims) - SENTENCES.keys() == set()


@pytest.mark.parametrize("sentence", [*SENTENCES.values(), *RENEWED.values()])
def test_a_sentence_is_filled_in_with_values_by_name(sentence):
    said = sentence.format(**VALUES)

    assert said.startswith("Ada ")
    assert "{" not in said


def test_the_renewal_of_a_proof_names_what_it_is_about():
    claim, person = (SimpleNamespace(kind="proof.renewed", subject_kind=kind) for kind in ("claim", "user"))

    assert sentence_of(claim).format(**VALUES) == "Ada renewed the proof of what was said on it"
    assert sentence_of(person) is None
