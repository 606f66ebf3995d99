"""What the prover has against an item, or against all of them: a rule's id, and one sentence in any language."""

from llmquiz.core.wordings import Wording

Finding = tuple[str, Wording]
"""A rule's id and what is wrong."""
