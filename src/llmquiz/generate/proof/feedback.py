"""What the learner reads after the answer, judged: a reason for each option, an explanation, and their source."""

from collections.abc import Iterator

from llmquiz.core.items import Item
from llmquiz.core.wordings import worded
from llmquiz.generate.proof.explanations import Explanations
from llmquiz.generate.proof.finding import Finding
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.reasons import Reasons
from llmquiz.generate.proof.wordings import squeezed

FEEDBACK = "feedback"
"""Its rule: after every item, right or wrong, the key, why it is so, why the chosen option is not, the source."""


def check_feedback(item: Item, judge: Judge) -> Iterator[Finding]:
    """Everything that is told after the answer and is not what the knowledge says of it."""
    told = list(Explanations(item, judge).all())
    sources = {source for text, source in told if squeezed(text) == squeezed(item.explanation)}
    if not sources:
        yield FEEDBACK, worded("The explanation is missing, or not one of what is asked.")
    elif item.source not in {_cited(source, item, judge) for source in sources}:
        yield "E23", worded("The source is not the one of what is told.")
    reasons = Reasons(item, judge)
    for option in item.shown:
        if squeezed(option.because) not in map(squeezed, reasons.of(option)):
            yield FEEDBACK, worded("The reason of the option `{option}` is missing, or another's.", option=option.text)


def _cited(source: str, item: Item, judge: Judge) -> str:
    declared = judge.knowledge.sources.get(source)
    return declared.cite(item.lang) if declared else source
