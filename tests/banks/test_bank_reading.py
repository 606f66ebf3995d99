"""Bank files: what is wrong is told with its place, what is right is used."""

import re
from pathlib import Path

import pytest

from llmquiz.banks.bank import Bank
from llmquiz.banks.reading import check_bank, read_bank
from llmquiz.banks.rules import RULES as BANK_RULES
from llmquiz.banks.rules.silence import ON_SHELVES, SILENCEABLE
from llmquiz.core.problems import Problem, Severity
from llmquiz.core.rules import RULES as ITEM_RULES
from tables import every_row

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "banks.md"

HEAD = "bank: b\ntitle: B\nlang: en\nsource: A paper\nquestions:\n"
SOUND = "  - {id: sound, kind: true-false, question: It is so., answer: true, explanation: Yes.}\n"


def read(folder: Path, text: str) -> tuple[Bank | None, tuple[Problem, ...]]:
    path = folder / "b.yaml"
    path.write_text(text, encoding="utf-8")
    return read_bank(path, "b.yaml")


def told(folder: Path, text: str) -> list[tuple[int, int, str]]:
    return [(p.place.line, p.place.column, p.code) for p in read(folder, text)[1]]


def ids(bank: Bank | None) -> list[str]:
    assert bank is not None
    return [question.id for question in bank.questions]


@pytest.mark.parametrize(
    ("page", "questions"),
    [
        (ROOT / "README.md", ["kv-cache"]),
        (DOCS, ["recurrence", "projections", "name", "width", "one-by-one", "scaled"]),
    ],
    ids=["README", "banks"],
)
def test_the_bank_that_a_page_offers_to_copy_has_nothing_wrong_with_it(
    tmp_path: Path, page: Path, questions: list[str]
) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)

    bank, problems = read(tmp_path, example)

    assert problems == ()
    assert ids(bank) == questions


def test_the_documentation_names_every_rule() -> None:
    rows = set(re.findall(r"^\| `([\w-]+)` \| (?:error|warning) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE))

    assert rows == {rule.id for rule in (*BANK_RULES, *ITEM_RULES)} | set(ON_SHELVES)
    assert set(ON_SHELVES) < set(SILENCEABLE) < rows


def test_a_broken_question_is_left_out_and_the_rest_is_used(tmp_path: Path) -> None:
    bank, problems = read(tmp_path, HEAD + "  - {id: x, kind: typed, question: Who?, explanation: e}\n" + SOUND)

    assert ids(bank) == ["sound"]
    assert [(p.code, p.place.line) for p in problems] == [("missing-field", 6)]


def choice(options: str, kind: str = "choice") -> str:
    return f"{{id: x, kind: {kind}, question: Who?, explanation: e, options: [{options}]}}"


BROKEN = [
    ("{id: x}", ["missing-field", "missing-field"]),
    ("{kind: choice, question: Who?}", ["missing-field", "missing-field"]),
    ("{id: x, kind: {a: b}, question: Who?}", ["not-one-of"]),
    ("{id: x, kind: , question: Who?}", ["not-one-of"]),
    ("{id: x, kind: choise, question: Who?}", ["missing-field", "not-one-of"]),
    ("a text", ["wrong-type"]),
    ("[]", ["wrong-type"]),
    ("{id: X 1, kind: typed, question: Who?, answer: a}", ["not-a-slug"]),
    ("{id: x, kind: typed, question: Who?, answer: a, options: [], explanation: e}", ["unknown-field"]),
    ("{id: x, kind: typed, question: Who?, answer: '', explanation: e}", ["empty-text"]),
    ("{id: x, kind: typed, question: [MASK], answer: a}", ["wrong-type"]),
    ("{id: x, kind: typed, question: Who?, answer: a, accept: {}, explanation: e}", ["empty-text"]),
    ("{id: x, kind: typed, question: Who?, answer: a, tier: gold, explanation: e}", ["not-one-of"]),
    ("{id: x, kind: typed, question: Who?, answer: a, tags: exam, explanation: e}", ["wrong-type"]),
    ("{id: x, kind: typed, question: Who?, answer: a, source: {url: u}, explanation: e}", ["missing-field"]),
    ("{id: x, kind: numeric, question: What?, answer: many, explanation: e}", ["not-a-number"]),
    ("{id: x, kind: numeric, question: What?, answer: 5 GB, explanation: e}", ["not-a-number"]),
    ("{id: x, kind: numeric, question: What?, answer: 5, tolerance: some, explanation: e}", ["not-a-tolerance"]),
    ("{id: x, kind: numeric, question: What?, answer: 5, tolerance: -5%, explanation: e}", ["not-a-tolerance"]),
    ("{id: x, kind: numeric, question: What?, answer: 0, tolerance: 5%, explanation: e}", ["not-a-tolerance"]),
    ("{id: x, kind: true-false, question: It is., answer: yes, explanation: e}", ["wrong-type"]),
    ("{id: x, kind: choice, question: Who?, options: [{text: a, right: true}]}", ["too-few"]),
    ("{id: x, kind: choice, question: Who?, options: [a, b]}", ["wrong-type", "wrong-type"]),
    (choice("{text: a}, {text: b}"), ["E01"]),
    (choice("{text: a, right: true}, {text: b, right: true}, {text: c}"), ["E01"]),
    (choice("{text: a, right: true}, {text: b, right: true}", "multi-choice"), ["E01"]),
    (choice("{text: 128k, right: true}, {text: '128,000'}"), ["E02"]),
    (choice("{text: 100, right: true}, {text: 101}"), ["E03"]),
    (choice("{text: 4-8, right: true}, {text: 8-16}"), ["E04"]),
    (choice("{id: o, text: a, right: true}, {id: o, text: b}"), ["duplicate-id"]),
    ("{id: x, id: y, kind: flashcard, question: Who?, answer: a, explanation: e}", ["duplicate-key"]),
    ("{id: x, kind: !k flashcard, question: Who?, answer: a, explanation: e}", ["tag"]),
    ("{id: sound, kind: flashcard, question: Who?, answer: a, explanation: e}", ["duplicate-id"]),
]


@every_row(("question", "codes"), BROKEN)
def test_each_way_to_break_a_question_is_told_in_its_line(tmp_path: Path, question: str, codes: list[str]) -> None:
    bank, problems = read(tmp_path, HEAD + SOUND + f"  - {question}\n")

    assert [(p.place.line, p.code) for p in problems] == [(7, code) for code in codes]
    assert {p.severity for p in problems} == {Severity.ERROR}
    assert all(p.hint for p in problems)
    assert ids(bank) == ["sound"]


NEARLY = """\
  - id: x
    knid: choice
    question: Who?
    explanaton: e
    options:
      - {text: a, rigth: true}
      - {text: [b]}
      - {text: c}
  - id: y
    kind: riddle
    question: ''
    bogus: 1
    tier: cor
    answer: a
  - id: z
    kind: multichoice
    question: Who?
    accept: a
"""


NO_KEY = "options: [{text: a, because: x}, {text: b, because: x}]"
FAULTY = [
    (f"kidn: x, kind: choice, explanation: e, {NO_KEY}", ["E01", "unknown-field"]),
    (f"kind: choice, explanaton: e, {NO_KEY}", ["E01", "unknown-field"]),
    (
        f"kind: choice, explanation: e, {NO_KEY.replace('options', 'optoins')}",
        ["E01", "missing-field", "unknown-field"],
    ),
    (f"kind: choice, explanation: [e], tier: gold, {NO_KEY}", ["E01", "not-one-of", "wrong-type"]),
    (f"kind: choice, explanation: e, source: [], {NO_KEY}", ["E01", "wrong-type"]),
    ("kind: typed, answer: a, bogus: 1", ["no-explanation", "unknown-field"]),
    ("kind: typed, answer: []", ["no-explanation", "wrong-type"]),
    ("kind: choice, options: [{text: a, rigth: true, because: x}]", ["too-few", "unknown-field"]),
    ("kind: choice, options: [{text: a, rigth: true}, {text: b}]", ["unknown-field"]),
    ("kind: typed, answer: a, where and when?, bogus: 1", ["unknown-field", "unknown-field"]),
]


@every_row(("question", "codes"), FAULTY)
def test_a_question_that_is_not_quite_of_the_format_is_judged_as_far_as_it_is_understood(
    tmp_path: Path, question: str, codes: list[str]
) -> None:
    bank, problems = read(tmp_path, HEAD + SOUND + f"  - {{id: x, question: Who?, {question}}}\n")

    assert sorted(p.code for p in problems) == codes
    assert ids(bank) == ["sound"]


def test_a_bank_whose_questions_are_all_broken_is_told_that_it_has_no_source(tmp_path: Path) -> None:
    broken = SOUND.replace("answer", "bogus: 1, answer")

    assert [code for _line, _column, code in told(tmp_path, HEAD.replace("source: A paper\n", "") + broken)] == [
        "E23", "unknown-field",
    ]  # fmt: skip


def test_that_nothing_has_a_source_is_told_also_where_no_question_can_be_made(tmp_path: Path) -> None:
    head = HEAD.replace("source: A paper\n", "")
    question = "  - {{id: {0}, kind: true-false, question: It is., answer: perhaps, explanation: e}}\n"
    assert ["E23", "wrong-type", "wrong-type"] == [
        problem.code for problem in read(tmp_path, head + question.format("one") + question.format("two"))[1]
    ]


def test_around_nought_a_tolerance_is_an_amount(tmp_path: Path) -> None:
    question = "  - {id: x, kind: numeric, question: What?, answer: 0, tolerance: 0.5, explanation: e}\n"

    bank, problems = read(tmp_path, HEAD + question)

    assert problems == ()
    assert bank is not None
    assert str(bank.questions[0].tolerance) == "0.5"


def test_a_share_of_nought_is_told_at_the_tolerance(tmp_path: Path) -> None:
    text = HEAD + "  - {id: x, kind: numeric, question: What?, tolerance: 5%, answer: 0, explanation: e}\n"

    assert told(tmp_path, text) == [(6, 56, "not-a-tolerance")]


def test_a_missing_or_unknown_kind_hides_nothing_else(tmp_path: Path) -> None:
    problems = read(tmp_path, HEAD + NEARLY)[1]

    assert [(p.place.line, p.code, p.hint) for p in problems if "kind" in p.message or "no field" in p.message] == [
        (6, "missing-field", "Add `kind:`."),
        (7, "unknown-field", "Did you mean `kind`?"),
        (9, "unknown-field", "Did you mean `explanation`?"),
        (11, "unknown-field", "Did you mean `right`?"),
        (
            17,
            "unknown-field",
            (
                "Known here: id, kind, question, explanation, tags, tier, source, "
                "options, answer, accept, unit, tolerance."
            ),
        ),
        (23, "unknown-field", "Known here: id, kind, question, explanation, tags, tier, source, options."),
    ]
    assert [(p.place.line, p.code) for p in problems if p.place.line in (12, 15, 16, 18, 20, 21)] == [
        (12, "wrong-type"), (15, "not-one-of"), (16, "empty-text"), (18, "not-one-of"), (20, "missing-field"),
        (21, "not-one-of"),
    ]  # fmt: skip


HEADS = [
    ("", [(1, "empty-file")]),
    ("- a\n", [(1, "wrong-type")]),
    ("bank: b\n", [(1, "missing-field"), (1, "missing-field")]),
    ("bank: b\ntitle: B\nquestions:\n", [(3, "wrong-type")]),
    ("bank: b\ntitle: B\nquestions: []\n", [(3, "too-few")]),
    ("bank: B B\ntitel: B\nlang: fr\nquestions:\n" + SOUND,
     [(1, "missing-field"), (1, "not-a-slug"), (2, "unknown-field"), (3, "not-one-of"), (5, "E23")]),
    ("bank: B B\ntitle: B\nsource: {url: u}\nsilence: [E99]\nquestions:\n" + 2 * SOUND,
     [(1, "not-a-slug"), (3, "missing-field"), (4, "unknown-silence"), (7, "duplicate-id")]),
    ("title: B\nsource: S\nsilence: [[a], E12]\nquestions:\n  - " + choice("{text: 128k}, {text: '128,000'}"),
     [(1, "missing-field"), (3, "wrong-type"), (5, "E01"), (5, "E02")]),
    ("bank: b\nquestions:\n  - {id: x}\n", [(1, "missing-field"), (3, "missing-field"), (3, "missing-field")]),
    ("bank: b\ntitle: a: b\n", [(2, "broken-yaml")]),
]  # fmt: skip


@every_row(("text", "expected"), HEADS)
def test_a_broken_head_leaves_no_bank_and_is_told_with_all_the_rest(
    tmp_path: Path, text: str, expected: list[tuple[int, str]]
) -> None:
    bank, problems = read(tmp_path, text)

    assert bank is None
    assert [(p.place.line, p.code) for p in problems] == expected


def test_what_cannot_be_read_at_all_is_one_problem(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("bank: b\ntitle: caf\xe9\n".encode("latin-1"))

    assert [p.code for p in check_bank(tmp_path)] == ["is-a-folder"]
    assert [p.code for p in check_bank(tmp_path / "none.yaml")] == ["not-found"]
    assert [(p.code, p.place.line, p.place.column) for p in check_bank(latin)] == [("not-utf-8", 2, 11)]


def test_a_mistake_outside_of_the_questions_leaves_them_in(tmp_path: Path) -> None:
    bank, problems = read(tmp_path, HEAD + SOUND + "bank: c\n")

    assert [p.code for p in problems] == ["duplicate-key"]
    assert ids(bank) == ["sound"]


WARNED = """\
  - id: x
    kind: choice
    question: Which of these is not so?
    options:
      - {text: it always is, right: true}
      - {text: it may be it}
      - {text: None of the above}
"""


def test_warnings_stand_at_their_question_or_option_and_leave_it_in(tmp_path: Path) -> None:
    bank, problems = read(tmp_path, HEAD + WARNED)

    assert [(p.place.line, p.place.column, p.code) for p in problems] == [
        (6, 5, "no-explanation"), (8, 15, "E08"), (10, 16, "E12"), (12, 16, "E06"),
    ]  # fmt: skip
    assert {p.severity for p in problems} == {Severity.WARNING}
    assert ids(bank) == ["x"]


ODD = [
    ("{text: 4k tokens, right: true}, {text: 8 GB}, {text: 32k tokens}", "8 GB"),
    ("{text: '2019', right: true}, {text: '2021'}, {text: Google}", "Google"),
    ("{text: the weights of it, right: true}, {text: The cache of it}, {text: the data of it}", "The cache"),
]


@pytest.mark.parametrize(("options", "odd"), ODD)
def test_what_is_unlike_the_other_options_is_told_at_the_odd_one(tmp_path: Path, options: str, odd: str) -> None:
    text = HEAD + f"  - {choice(options)}\n"

    assert (6, text.splitlines()[5].index(odd) + 1, "E05") in told(tmp_path, text)


def test_a_bank_may_silence_warnings_but_no_errors(tmp_path: Path) -> None:
    silence = "silence: [E12, E06, no-explanation, E01, E98]\n"

    assert told(tmp_path, silence + HEAD + WARNED) == [
        (1, 37, "unknown-silence"), (1, 42, "unknown-silence"), (9, 15, "E08"),
    ]  # fmt: skip


def test_a_bank_without_any_source_or_explanation_is_told_so_once(tmp_path: Path) -> None:
    text = HEAD.replace("source: A paper\n", "") + "".join(
        f"  - {{id: q{number}, kind: flashcard, question: Who?, answer: a}}\n" for number in range(5)
    )

    assert told(tmp_path, text) == [(1, 1, "E23"), (1, 1, "no-explanation")]


@pytest.mark.parametrize(
    ("options", "explained"),
    [
        ("{text: A, right: true, because: So.}, {text: B}, {text: C}", True),
        ("{text: A, right: true}, {text: B, because: No.}, {text: C, because: No.}", True),
        ("{text: A, right: true}, {text: B, because: No.}, {text: C}", False),
        ("{text: A, right: true}, {text: B}, {text: C}", False),
    ],
)
def test_the_right_option_or_every_wrong_one_may_say_why(tmp_path: Path, options: str, explained: bool) -> None:
    text = HEAD + f"  - {choice(options).replace('explanation: e, ', '')}\n"

    assert ("no-explanation" in [code for _, _, code in told(tmp_path, text)]) != explained


def test_one_question_without_a_source_is_named(tmp_path: Path) -> None:
    text = HEAD.replace("source: A paper\n", "") + (
        "  - {id: a, kind: flashcard, question: Who?, answer: a, explanation: e, source: S}\n"
        "  - {id: b, kind: flashcard, question: Who?, answer: a, explanation: e}\n"
    )

    assert told(tmp_path, text) == [(6, 5, "E23")]


def test_a_missing_translation_is_named(tmp_path: Path) -> None:
    text = HEAD.replace("lang: en\n", "") + (
        "  - id: a\n    kind: flashcard\n    question: {en: Who?, zh: 谁？}\n"
        "    answer: Bert\n    explanation: {en: e}\n"
    )

    assert told(tmp_path, text) == [(9, 18, "missing-translation")]


def test_rules_look_at_every_language_and_tell_a_fault_once(tmp_path: Path) -> None:
    text = HEAD.replace("lang: en\n", "") + (
        "  - id: a\n    kind: choice\n    question: {en: Who?, zh: 谁？}\n    explanation: e\n    options:\n"
        "      - {text: {en: Bert, zh: 总是它}, right: true}\n      - {text: {en: None of these, zh: 以上都不是}}\n"
    )

    assert told(tmp_path, text) == [(10, 16, "E12"), (11, 16, "E06")]


def test_text_is_only_text(tmp_path: Path) -> None:
    bank, problems = read(
        tmp_path,
        HEAD + '  - {id: a, kind: flashcard, question: "[MASK] x[i]", answer: "[/INST]\\e[31m", explanation: e}\n',
    )

    assert bank is not None
    assert bank.questions[0].question.in_language("en") == "[MASK] x[i]"
    assert bank.questions[0].answer.in_language("en") == "[/INST]"
    assert [p.code for p in problems] == ["escape-sequence"]
