"""The plain loop that extraction is compared with: one process of its own, `python -m bench.baseline`.

The pipeline of the desk (the same model, the same components left out) is run by `nlp.pipe` over the
paragraphs of each text of the JSON list on standard input. Nothing is done with the result; the loading is
not counted.
"""

import json
import sys
import time
from typing import Any

from claims.extraction import pipeline


def main() -> None:
    sample: list[str] = json.load(sys.stdin)
    nlp = pipeline.load()
    run(nlp, sample[0])
    started, cpu = time.perf_counter(), time.process_time()
    for text in sample:
        run(nlp, text)
    json.dump({"seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu}, sys.stdout)


def run(nlp: Any, text: str) -> None:
    for _doc in nlp.pipe(paragraph for paragraph in text.split("\n") if paragraph.strip()):
        pass


if __name__ == "__main__":
    main()
