import subprocess
import sys

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
