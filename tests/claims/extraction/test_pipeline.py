import gc
import subprocess
import sys

import pytest
from thinc.api import get_current_ops

from claims.extraction import pipeline

PROBE = """
import sys
import claims.extraction, claims.intake.documents
from claims.extraction import pipeline
print(sorted(name for name in ("spacy", "numpy", "py3langid") if name in sys.modules))
"""


def test_importing_the_extraction_loads_no_model_and_no_numpy():
    """A web process imports this package for its version and its types alone."""
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.model
def test_words_are_read_with_the_faster_multiplication_and_nobody_else_is_touched():
    layers = [layer for name in ("tok2vec", "ner") for layer in pipeline.load().get_pipe(name).model.walk()]

    assert {layer.ops.use_blis for layer in layers if layer.name == "maxout"} == {False}
    assert get_current_ops().use_blis


@pytest.mark.model
def test_garbage_is_looked_for_again_once_the_model_is_loaded():
    pipeline.load()

    assert gc.isenabled()
    assert gc.get_freeze_count() > 10_000
