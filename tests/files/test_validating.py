"""pydantic's errors in our words, at the place of the thing."""

from typing import Literal

from pydantic import Field

from llmquiz.core.text import Text, Texts
from llmquiz.files.fields import Declared, Flag, NumberField, Slug, TextField, TextsField
from llmquiz.files.reading import parse
from llmquiz.files.validating import validate
from tables import every_row


class Option(Declared):
    text: TextField
    right: Flag = False


class Question(Declared):
    id: Slug
    kind: Literal["choice", "typed"]
    title: TextField | None = None
    options: tuple[Option, ...] = ()
    accept: TextsField = Texts()
    value: NumberField | None = None
    count: int = Field(default=0, ge=0)


class Shelf(Declared):
    bank: Slug
    questions: tuple[Question, ...] = Field(min_length=1)


GOOD = "bank: b\nquestions:\n  - id: q-1\n    kind: choice\n"


def problems_of(text: str) -> list[tuple[int, int, str, str, str]]:
    document, _ = parse(text, "f.yaml")
    assert document is not None
    model, problems = validate(document, Shelf)
    assert (model is None) == bool(problems)
    return [(p.place.line, p.place.column, p.code, p.message, p.hint) for p in problems]


TABLE = [
    ("", (1, 1, "empty-file", "The file holds nothing.", "Fill it, or delete it.")),
    (
        "[a]",
        (1, 1, "wrong-type", "This must be a mapping (`key: value` lines), and is a list.",
         "Write a mapping (`key: value` lines)."),
    ),
    ("bank: b\n", (1, 1, "missing-field", "`questions` is missing here.", "Add `questions:`.")),
    ("bank: b\nquestions: []\n", (2, 12, "too-few", "The list is too short.", "Write at least 1.")),
    (
        "bank: b\nquestions: {a: b}\n",
        (2, 12, "wrong-type", "This must be a list, and is a mapping (`key: value` lines).", "Write a list."),
    ),
    (GOOD + "    titel: x\n", (5, 5, "unknown-field", "`titel` is no field of this.", "Did you mean `title`?")),
    (
        GOOD + "    options: [{text: a, xxx: b}]\n",
        (5, 25, "unknown-field", "`xxx` is no field of this.", "Known here: text, right."),
    ),
    (
        GOOD + "    options: [{text: a, right: yes}]\n",
        (5, 32, "wrong-type", "This must be true or false, and is `yes`.", "Write true or false."),
    ),
    (GOOD + "    options: [{right: true}]\n", (5, 15, "missing-field", "`text` is missing here.", "Add `text:`.")),
    (
        GOOD.replace("choice", "choise"),
        (4, 11, "not-one-of", "`choise` is none of choice, typed.", "Did you mean `choice`?"),
    ),
    (
        GOOD.replace("q-1", "Q 1"),
        (3, 9, "not-a-slug", "`Q 1` is no id.",
         "Use a-z and 0-9, joined by single -, . or _, for example gpt-4o-mini."),
    ),
    (
        GOOD + "    title: true\n",
        (5, 12, "wrong-type", "A text is needed here, and this is the word true.", "Put the text in quotation marks."),
    ),
    (
        GOOD + "    title: {en: ''}\n",
        (5, 17, "empty-text", "The text is empty.", "Write a text, or one a language: {en: ..., zh: ...}."),
    ),
    (
        GOOD + "    title: {english: x}\n",
        (5, 13, "not-a-language", "`english` is not the code of a language.",
         "Write a text, or one a language: {en: ..., zh: ...}."),
    ),
    (
        GOOD + "    value: many\n",
        (5, 12, "not-a-number", "This is not a number.", "Write it as 4096, 0.25, 128k, 1.8T or 12.8 万."),
    ),
    (GOOD + "    count: '-1'\n", (5, 12, "out-of-range", "The number is too small.", "Write 0 or more.")),
    (
        GOOD + "    count: x\n",
        (5, 12, "wrong-type", "This must be a whole number, and is `x`.", "Write a whole number."),
    ),
    (
        GOOD + "    title: [MASK]\n",
        (5, 12, "wrong-type", "A text is needed here, and this is a list.", "Put the text in quotation marks."),
    ),
    (
        GOOD + "    title: {en: queries, keys and values}\n",
        (5, 26, "not-a-language", "`keys and values` is not the code of a language.",
         "A comma inside of {...} ends a text: put texts that hold one in quotation marks."),
    ),
    (
        GOOD + "    options: [{text: one, or two, right: true}]\n",
        (5, 27, "unknown-field", "`or two` is no field of this.",
         "A comma inside of {...} ends a text: put texts that hold one in quotation marks."),
    ),
]  # fmt: skip


@every_row(("text", "expected"), TABLE)
def test_each_mistake_is_one_sentence_with_a_place_and_a_hint(
    text: str, expected: tuple[int, int, str, str, str]
) -> None:
    assert [expected] == problems_of(text)


def test_all_mistakes_come_at_once_and_in_order() -> None:
    text = "bank: B!\nquestions:\n  - kind: x\n    foo: 1\n  - id: b\n"

    assert [(line, code) for line, _, code, _, _ in problems_of(text)] == [
        (1, "not-a-slug"), (3, "missing-field"), (3, "not-one-of"), (4, "unknown-field"), (5, "missing-field"),
    ]  # fmt: skip


def test_everything_wrong_in_one_text_is_told_where_it_stands() -> None:
    text = GOOD + (
        "    title: { en: '', zh: , 12: a, fr: [b] }\n"
        "    accept: { en: [x, [y], {z: 1}], zh: true, '': q }\n"
        "    options: [{ text: { en: a, zh: [b] } }]\n"
        "  - { id: q-2, kind: typed, accept: [x, [y], ''] }\n"
    )

    assert [(line, column, code) for line, column, code, _, _ in problems_of(text)] == [
        (5, 18, "empty-text"), (5, 26, "empty-text"), (5, 28, "not-a-language"), (5, 39, "wrong-type"),
        (6, 23, "wrong-type"), (6, 28, "wrong-type"), (6, 41, "wrong-type"), (6, 47, "not-a-language"),
        (7, 36, "wrong-type"), (8, 41, "wrong-type"), (8, 46, "empty-text"),
    ]  # fmt: skip


def test_a_part_of_a_file_is_validated_with_places_of_the_whole() -> None:
    document, _ = parse(GOOD + "  - id: q-2\n    kind: no\n", "f.yaml")
    assert document is not None

    first, none = validate(document, Question, ("questions", 0))
    second, problems = validate(document, Question, ("questions", 1))

    assert (Question(id="q-1", kind="choice"), ()) == (first, none)
    assert second is None
    assert [problem.place.line for problem in problems] == [6]


def test_texts_become_the_core_types() -> None:
    document, _ = parse(
        "id: a\nkind: typed\ntitle:\n  zh: 问\n  en: |\n    Ask\naccept: {en: [x, y], zh: 甲}\nvalue: 12.8 万\n",
        "f.yaml",
    )
    assert document is not None

    question, _ = validate(document, Question)

    assert question is not None
    assert Text.of({"en": "Ask", "zh": "问"}) == question.title
    assert Texts((("en", ("x", "y")), ("zh", ("甲",)))) == question.accept
    assert question.value == 128_000


def test_schemas_can_be_made_of_every_field() -> None:
    schema = Shelf.model_json_schema()

    assert {"bank", "questions"} == set(schema["properties"])
