"""The plain loop that extraction is compared with: `nlp.pipe` over paragraphs, the result unused.

`python -m bench.baseline` is one process of its own: it reads a JSON list of texts from standard input and
tells the seconds it took without the loading. It runs spaCy as it comes, without what the desk leaves out;
with `--full` every component of the model.
"""

import json
import sys
import time
from collections.abc import Iterable
from typing import Any

from claims.extraction import pipeline


def load(*, full: bool = False) -> Any:
    """The model with spaCy's own settings."""
    import spacy

    return spacy.load(pipeline.MODEL, exclude=[] if full else pipeline.UNUSED)


def run(nlp: Any, paragraphs: Iterable[str]) -> None:
    for _doc in nlp.pipe(paragraphs):
        pass


def paragraphs_of(text: str) -> list[str]:
    return [paragraph for paragraph in text.split("\n") if paragraph.strip()]


def main() -> None:
    sample: list[str] = json.load(sys.stdin)
    nlp = load(full="--full" in sys.argv)
    run(nlp, [sample[0][:200]])
    started, cpu = time.perf_counter(), time.process_time()
    for text in sample:
        run(nlp, paragraphs_of(text))
    json.dump({"seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu}, sys.stdout)


if __name__ == "__main__":
    main()
