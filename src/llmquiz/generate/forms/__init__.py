"""The ways of asking. One form, one file: its traits, and a function from a request to an item or None.

A new form is one new file and one line here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.generate.forms import (
    choice_3,
    choice_4,
    cloze,
    compare,
    cost,
    explain,
    flashcard,
    match,
    missing,
    multi_choice,
    numeric,
    order,
    ratio,
    recall,
    right_statement,
    true_false,
    typed,
    which_is_not,
)
from llmquiz.generate.request import Request

Make = Callable[[Request], Item | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what the ladder needs to know of it, and how it makes an item."""

    traits: FormTraits
    make: Make


FORMS: dict[str, Form] = {
    module.TRAITS.name: Form(module.TRAITS, module.make)
    for module in (
        choice_3,
        true_false,
        choice_4,
        which_is_not,
        missing,
        right_statement,
        multi_choice,
        cloze,
        typed,
        numeric,
        flashcard,
        explain,
        recall,
        compare,
        ratio,
        order,
        match,
        cost,
    )
}
"""Every form by its name, easiest first."""
