"""Articles sent in over HTTP, and what the desk made of them."""

import time
from collections.abc import Iterable
from typing import Any

from bench.client import Api
from bench.stack import Stack

UNDER_WAY = "received,extracting"
FACTS = ("start", "end", "text", "score", "kind", "cues", "claimant", "quantities", "dates")


class Sent:
    """A text and the answer to its submission."""

    def __init__(self, api: Api, text: str, key: str = "") -> None:
        self.text = text
        self.answer = api.submit(text, key=key)
        self.id: int = self.answer.json["id"] if self.answer.status == 201 else 0


def wait_until_ended(stack: Stack, articles: Iterable[int], patience: float) -> dict[int, dict[str, Any]]:
    """The articles by id once no extraction on the desk is under way, or as they stand when patience ends."""
    api, wanted = Api(stack.port, stack.tokens["editor"]), set(articles)
    until = time.monotonic() + patience
    while api.get(f"articles/?status={UNDER_WAY}&limit=1")["results"] and time.monotonic() < until:
        time.sleep(0.1)
    return {one["id"]: one for one in api.every("articles/") if one["id"] in wanted}


def claims_of(stack: Stack, article: int) -> list[dict[str, Any]]:
    """What was found in the article, in the order of the text: everything but ids, times and statuses."""
    found = Api(stack.port, stack.tokens["editor"]).get(f"articles/{article}/text/")["claims"]
    return [{name: claim[name] for name in FACTS} for claim in sorted(found, key=lambda one: one["start"])]


def undisturbed(stack: Stack, texts: Iterable[str], patience: float) -> dict[str, list[dict[str, Any]]]:
    """The claims of each text, found while nobody is killed."""
    api = Api(stack.port, stack.tokens["editor"])
    sent = [Sent(api, text) for text in texts]
    ended = wait_until_ended(stack, [one.id for one in sent], patience)
    if any(ended[one.id]["extraction"]["state"] != "done" for one in sent):
        raise RuntimeError("the undisturbed run did not end")
    return {one.text: claims_of(stack, one.id) for one in sent}
