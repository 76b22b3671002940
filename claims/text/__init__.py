"""Text as plain Python: spans, normalising, sentences, numbers, dates. No Django, no spaCy."""

from claims.text.kinds import Kind
from claims.text.normalising import normalise
from claims.text.spans import Block, Role, Span

__all__ = ["Block", "Kind", "Role", "Span", "normalise"]
