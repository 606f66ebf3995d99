"""Knowledge files: what is wrong is said with its place, all of it at once, and the rest stays in use."""

import pytest
from knowledge_samples import ATTRIBUTES, FILES, SHEET, THINGS, place_of, read_with

from catalogues import read_folder
from llmquiz.core.problems import Severity
from tables import every_row

TEXTS = {name.rpartition("/")[2].removesuffix(".yaml"): text for name, text in FILES.items()}
PATHS = {name.rpartition("/")[2].removesuffix(".yaml"): name for name in FILES}
LATER = '      zh: { value: "{entity} 何时发布？", statement: "{entity} 发布于 {value}。" }\n'

BROKEN = [
    # file, what stands there, what is put there, where the problem stands, its code, a word of the hint
    ("things", "      developer: acme", "      maker: acme", "      ^maker: acme", "unknown-attribute", "developer"),
    ("things", "developer: acme", "developer: birch", "developer: ^birch", "unknown-value", "acme"),
    ("things", "price: 5", "price: cheap", "price: ^cheap", "wrong-value", "0.50"),
    (
        "things",
        "release: { value: 2024-05,",
        "release: { value: in May,",
        "value: ^in May",
        "wrong-value",
        "2024-06",
    ),
    (
        "things",
        "release: { value: 2024-05,",
        "release: { value: 2023-02-30,",
        "value: ^2023-02-30",
        "wrong-value",
        "2024-06",
    ),
    ("things", "name: Acme", "name: Acme\n    facts: { price: 5 }", "facts: { ^price", "wrong-kind", "model"),
    ("things", "source: book\n", "", "^topic: forest", "E23", "source"),
    ("things", "as_of: 2024-06\n", "", "^topic: forest", "E21", "as_of"),
    ("things", "topic: forest\n", "", "^source: book", "missing-field", "file"),
    ("things", "as_of: 2024-06", "as_of: soon", "as_of: ^soon", "not-a-date", "2024-06-30"),
    ("things", "source: book", "source: [book]", "source: ^[book]", "not-a-slug", "a-z"),
    ("things", "topic: forest", "topic: desert", "topic: ^desert", "unknown-topic", "forest"),
    ("things", "source: book", "source: letter", "source: ^letter\nas_of", "unknown-source", "book"),
    ("things", "value: 2024-05,", "value: 2024-05, topic: sea,", "topic: ^sea", "unknown-topic", "forest"),
    ("things", "- id: elm", "- id: oak", "id: ^oak\n    kind: model\n    name: { en", "duplicate-id", "Rename"),
    ("things", "kind: maker", "kind: tree", "kind: ^tree", "unknown-kind", "maker"),
    ("things", "name: Oak", "name: Oak\n    family: quercus", "family: ^quercus", "unknown-entity", "acme"),
    ("things", "price: 5", "price: { value: 5, status: rumoured }", "status: ^rumoured", "not-one-of", "reported"),
    ("things", "price: 5", "price: { value: 5, currency: EUR }", "^currency", "unknown-field", "source"),
    ("things", "price: 5", "price: { status: known }", "price: ^{ status", "wrong-value", "0.50"),
    ("things", "price: 5", "price: { value: 5, also: 6 }", "also: ^6", "wrong-type", "list"),
    ("things", "price: 5", "price: { value: 5, also: [dear] }", "also: [^dear]", "wrong-value", "0.50"),
    ("things", "price: 5", "price: { value: 5, also: [6, 6.0] }", "also: [6, ^6.0]", "duplicate-id", "remove"),
    ("things", "price: 5", "price: { value: 5, also: [5.00] }", "also: [^5.00]", "duplicate-id", "remove"),
    ("things", "price: 5", "price: { status: unknown, also: [5] }", "price: ^{ status", "wrong-value", "0.50"),
    (
        "things",
        "release: { value: 2024-05,",
        "release: { value: 2024-05, also: [May],",
        "also: [^May]",
        "wrong-value",
        "06",
    ),
    ("things", "price: 5", "price: { value: 5, accept: [five] }", "^accept: [five]", "wrong-value", "aliases"),
    (
        "things",
        "developer: acme",
        "developer: { value: acme, accept_members: { acme: [A] } }",
        "^accept_members: { acme",
        "wrong-value",
        "aliases",
    ),
    ("things", "developer: acme", "developer: { value: acme, also: [oak] }", "also: [^oak]", "unknown-value", "acme"),
    (
        "things",
        "why: { en: In spring., zh: 在春天。 }",
        "why: { en: In spring. }",
        "why: ^{ en",
        "missing-translation",
        "Add",
    ),
    ("things", "name: { en: Elm, zh: 榆 }", "name: { zh: 榆 }", "name: ^{ zh", "missing-translation", "Add"),
    ("things", "topic: forest\n", "topic: forest\nowner: me\n", "^owner", "unknown-field", "entities"),
    (
        "attributes",
        "prerequisites: [developer]",
        "prerequisites: [maker]",
        "prerequisites: [^maker]",
        "unknown-attribute",
        "release",
    ),
    (
        "attributes",
        "prerequisites: [developer]",
        "prerequisites: ['concept:x']",
        "prerequisites: [^'concept:x']",
        "unknown-sheet",
        "pruning",
    ),
    ("attributes", "values_from: maker", "values_from: firm", "values_from: ^firm", "unknown-kind", "maker"),
    ("attributes", "cost in {as_of}?", "cost?", 'value: ^"What did {entity} cost?"', "E21", "{as_of}"),
    ("attributes", "When did {entity}", "When did {model}", 'value: ^"When did {model}', "unknown-slot", "entity"),
    ("attributes", "When did {entity}", "When did it", 'value: ^"When did it', "missing-slot", "{entity}"),
    ("attributes", "came out in {value}.", "came out.", 'statement: ^"{entity} came out.', "missing-slot", "{value}"),
    ("attributes", LATER, "", '^en: { value: "When did', "missing-translation", "no language"),
    ("attributes", "- id: release", "- id: price", "- id: ^price\n    kind: date", "duplicate-id", "Rename"),
    ("attributes", "unit: USD", "topic: sea", "topic: ^sea", "unknown-topic", "forest"),
    ("attributes", "kind: money", "kind: coin", "kind: ^coin", "not-one-of", "money"),
    ("attributes", "unit: USD", "tolerance: some", "tolerance: ^some", "not-a-tolerance", "exact"),
    ("attributes", "unit: USD", "tolerance: -5%", "tolerance: ^-5%", "not-a-tolerance", "exact"),
    ("pruning", "topic: ideas", "topic: sea", "topic: ^sea", "unknown-topic", "ideas"),
    ("pruning", "source: book", "source: letter", "source: ^letter", "unknown-source", "book"),
    (
        "pruning",
        "- id: cuts",
        "- id: cuts\n    source: letter",
        "source: ^letter\n    question",
        "unknown-source",
        "book",
    ),
    ("pruning", "disjoint: [grafting]", "disjoint: [felling]", "disjoint: [^felling]", "unknown-sheet", "grafting"),
    (
        "pruning",
        "prerequisites: [grafting]",
        "prerequisites: [felling]",
        "prerequisites: [^felling]",
        "unknown-sheet",
        "grafting",
    ),
    ("pruning", "related: [grafting]", "related: [felling]", "related: [^felling]", "unknown-sheet", "grafting"),
    ("pruning", "entities: [oak]", "entities: [ash]", "entities: [^ash]", "unknown-entity", "oak"),
    ("pruning", "with: grafting", "with: felling", "with: ^felling", "unknown-sheet", "grafting"),
    ("pruning", "[[weights]]", "weights", 'text: { en: ^"It cuts weights', "no-gap", "[[ ]]"),
    ("pruning", "[[weights]]", "[[weights]] and [[more]]", 'text: { en: ^"It cuts', "no-gap", "[[ ]]"),
    ("pruning", "[[权重]]", "权重", 'zh: ^"它剪掉权重', "no-gap", "[[ ]]"),
    ("pruning", ", zh: 一段话。 }", " }", "explanation: ^{ en", "missing-translation", "Add"),
    ("pruning", "term: {", "explain_task: { en: Tell. }\nterm: {", "explain_task: ^{ en", "missing-translation", "Add"),
    ("pruning", "sheet: pruning\n", "sheet: pruning\nexplain_task: [tell]\n", "explain_task: ^[tell", "wrong-type", ""),
    ("pruning", "- id: cuts", "- id: definition", "- id: ^definition", "duplicate-id", "Choose"),
    ("pruning", "- id: not-grafting", "- id: cuts", "- id: ^cuts\n    with", "duplicate-id", "Rename"),
    ("pruning", "- { id: two,", "- { id: one,", "- { id: ^one, claim: { en: Two", "duplicate-id", "Rename"),
    ("pruning", "term: { en: pruning, zh: 剪枝 }\n", "", "^sheet: pruning", "missing-field", "term"),
    ("pruning", "sheet: pruning", "sheet: Pruning!", "sheet: ^Pruning!", "not-a-slug", "a-z"),
    ("pruning", "sheet: pruning", "sheet: grafting", "sheet: ^grafting", "duplicate-id", "Rename"),
    ("topics", "id: forest", "id: ideas", "id: ^ideas, name: { en: Forest", "duplicate-id", "Rename"),
    ("topics", ", zh: 森林", "", "name: ^{ en: Forest", "missing-translation", "Add"),
    ("books", "sources:", "books:", "^books", "unknown-field", "sources"),
]


def test_the_sample_itself_is_without_fault(tmp_path):
    knowledge, problems = read_with(tmp_path)
    assert () == problems
    assert ["developer", "price", "release"] == list(knowledge.catalogue.attributes)
    assert {("oak", "developer"), ("oak", "price"), ("oak", "release"), ("elm", "price")} == set(
        knowledge.catalogue.facts
    )
    assert {"pruning", "grafting"} == set(knowledge.sheets)


@every_row(("file", "old", "new", "at", "code", "hint"), BROKEN)
def test_each_fault_has_a_place_a_code_and_a_hint(tmp_path, file, old, new, at, code, hint):
    text = TEXTS[file]
    assert text.count(old) == 1
    broken = text.replace(old, new)
    _, problems = read_with(tmp_path, **{file: broken})
    found = {(problem.place.path, problem.place.line, problem.place.column, problem.code) for problem in problems}
    assert (PATHS[file], *place_of(broken, at), code) in found
    told = next(problem for problem in problems if problem.code == code)
    assert hint in told.hint
    assert told.message.endswith((".", "。"))


def test_what_can_be_defended_beside_a_value_is_kept_with_it(tmp_path):
    also = THINGS.replace("price: 5", "price: { value: 5, also: [6, 0.50] }")
    knowledge, problems = read_with(tmp_path, things=also)
    assert () == problems
    assert ("6", "0.50") == tuple(map(str, knowledge.catalogue.facts["oak", "price"].also))
    assert () == knowledge.catalogue.facts["oak", "release"].also


def test_what_the_tolerance_lets_count_as_right_need_not_be_defended(tmp_path):
    attributes = TEXTS["attributes"].replace("volatility: volatile", "volatility: volatile\n    tolerance: 5%", 1)
    also = THINGS.replace("price: 5", "price: { value: 5, also: [6, 5.25] }")
    _, problems = read_with(tmp_path, attributes=attributes, things=also)
    assert [(*place_of(also, "also: [6, ^5.25]"), "wrong-value")] == [
        (problem.place.line, problem.place.column, problem.code) for problem in problems
    ]


def told(problems):
    return [(problem.place.path, problem.place.line, problem.code) for problem in problems]


ECHOES = [
    # file, what stands there, what is put there, everything that is told: its place, its code, its hint
    ("attributes", "kind: money", "kind: mony", [("kind: ^mony", "not-one-of", "Did you mean `money`?")]),
    ("attributes", "values_from: maker", "tier: cor", [("tier: ^cor", "not-one-of", "Did you mean `core`?")]),
    ("topics", "id: forest, name: ", "id: forest, nam: ",
     [("^{ id: forest", "missing-field", "Add `name:`."), ("^nam:", "unknown-field", "Did you mean `name`?")]),
    ("topics", "topics:", "topics: [", [("^- { id: ideas", "broken-yaml", "Close the bracket")]),
    ("books", "publisher: A press", "publisher: [A]",
     [("^[A]", "wrong-type", "Put the text in quotation marks.")]),
    ("things", "topic: forest", "topic: forst", [("^forst", "unknown-topic", "Did you mean `forest`?")]),
    ("things", "source: book", "source: bok", [("^bok", "unknown-source", "Did you mean `book`?")]),
    ("things", "as_of: 2024-06", "as_of: [2024]", [("^[2024]", "not-a-date", "Write it as 2024, 2024-06 or")]),
    ("things", "name: Acme", "name: [Acme]", [("^[Acme]", "wrong-type", "Put the text in quotation marks.")]),
    ("things", "kind: maker", "kind: makr", [("^makr", "unknown-kind", "Did you mean `maker`?")]),
    ("things", "kind: model\n    name: Oak", "kind: modl\n    source: bok\n    name: Oak",
     [("^modl", "unknown-kind", "Did you mean `model`?"), ("^bok", "unknown-source", "Did you mean `book`?")]),
    ("things", "name: Oak\n    facts:\n      developer: acme", "name: [Oak]\n    facts:\n      developer: { vale: a }",
     [("^[Oak]", "wrong-type", "Put the text"), ("^vale", "unknown-field", "Did you mean `value`?")]),
    ("pruning", "sheet: pruning\ntopic: ideas", "sheet: pruning\ntier: cor\ntopic: ideas",
     [("^cor", "not-one-of", "Did you mean `core`?")]),
    ("grafting", "term: {", "trem: {",
     [("^sheet", "missing-field", "Add `term:`."), ("^trem", "unknown-field", "Did you mean `term`?")]),
]  # fmt: skip


@every_row(("file", "old", "new", "expected"), ECHOES)
def test_a_fault_is_told_once_where_it_stands_and_not_by_everything_that_depends_on_it(
    tmp_path, file, old, new, expected
):
    assert TEXTS[file].count(old) == 1
    broken = TEXTS[file].replace(old, new)
    _, problems = read_with(tmp_path, **{file: broken})
    assert [(PATHS[file], *place_of(broken, at), code) for at, code, _ in expected] == [
        (problem.place.path, problem.place.line, problem.place.column, problem.code) for problem in problems
    ]
    assert [True] * len(expected) == [
        problem.hint.startswith(hint) for problem, (_, _, hint) in zip(problems, expected, strict=True)
    ]


def test_a_circle_of_prerequisites_is_told_where_it_closes_and_cut_there(tmp_path):
    circle = TEXTS["grafting"].replace("topic: ideas", "topic: ideas\nprerequisites: [pruning, grafting]")
    knowledge, problems = read_with(tmp_path, grafting=circle)
    assert [
        ("concepts/grafting.yaml", 3, "circular-prerequisites"),
        ("concepts/pruning.yaml", 9, "circular-prerequisites"),
    ] == told(problems)
    assert "`grafting` needs `grafting`" in problems[0].message
    assert "`grafting` needs `pruning` needs `grafting`" in problems[1].message
    assert [("pruning",), ()] == [knowledge.sheets[name].prerequisites for name in ("grafting", "pruning")]


def test_a_circle_of_attributes_is_told_as_well(tmp_path):
    circle = ATTRIBUTES.replace(
        "values_from: maker", "values_from: maker\n    prerequisites: ['concept:pruning', price]"
    )
    knowledge, problems = read_with(tmp_path, attributes=circle)
    assert [
        ("catalogue/attributes.yaml", *place_of(circle, "prerequisites: [^developer]")[:1], "circular-prerequisites")
    ] == told(problems)
    assert ("concept:pruning", "price") == knowledge.catalogue.attributes["developer"].prerequisites
    assert () == knowledge.catalogue.attributes["price"].prerequisites


SAID_TWICE = [
    ("text: { en: data, zh: 数据 }", "text: { en: Weights, zh: 数据 }", "en: ^Weights, zh: 数据"),
    ("text: { en: words, zh: 词 }", "text: { en: words, zh: 权重。 }", "zh: ^权重。"),
    ("text: { en: words, zh: 词 }", "text: weights", "text: ^weights"),
    (
        "because: { en: So it is., zh: 就是这样。 }\n    wrong:\n      - { id: data, text: { en: data",
        (
            "because: { en: So it is., zh: 就是这样。 }\n    accept: [parameters]\n    wrong:\n"
            "      - { id: data, text: { en: Parameters"
        ),
        "en: ^Parameters",
    ),
    ("text: { en: words, zh: 词 }", "text: { en: data, zh: 词 }", "en: ^data, zh: 词"),
]


@pytest.mark.parametrize(("old", "new", "at"), SAID_TWICE)
def test_a_wrong_option_that_says_what_another_says_is_told(tmp_path, old, new, at):
    broken = SHEET.replace(old, new, 1)
    _, problems = read_with(tmp_path, pruning=broken)
    assert [("concepts/pruning.yaml", place_of(broken, at)[0], "E02")] == told(problems)[:1]
    assert place_of(broken, at)[1] == problems[0].place.column


def test_options_without_a_text_in_a_language_are_not_alike(tmp_path):
    _, problems = read_with(tmp_path, pruning=SHEET.replace(", zh: 数据", "").replace(", zh: 词", ""))
    assert {"missing-translation"} == {problem.code for problem in problems}


def test_all_faults_are_told_at_once_and_the_rest_stays_in_use(tmp_path):
    knowledge, problems = read_with(
        tmp_path,
        things=THINGS.replace("price: 5", "price: cheap").replace("developer: acme", "maker: acme"),
        attributes=ATTRIBUTES.replace("When did {entity}", "When did {model}"),
        pruning=SHEET.replace("[[weights]]", "weights"),
    )
    codes = [problem.code for problem in problems if problem.severity is Severity.ERROR]
    assert sorted(["unknown-slot", "missing-slot", "unknown-attribute", "wrong-value", "no-gap"]) == sorted(codes)
    assert sorted(problems, key=lambda problem: problem.place) == list(problems)
    assert {("elm", "price")} == set(knowledge.catalogue.facts)
    assert ["developer", "price"] == list(knowledge.catalogue.attributes)
    assert ["grafting"] == list(knowledge.sheets)


def test_a_warning_leaves_the_thing_in_use(tmp_path):
    knowledge, problems = read_with(tmp_path, pruning=SHEET.replace("related: [grafting]", "related: [felling]"))
    assert [Severity.WARNING] == [problem.severity for problem in problems]
    assert {"pruning", "grafting"} == set(knowledge.sheets)


def test_the_first_of_two_entities_of_one_name_keeps_its_facts(tmp_path):
    knowledge, problems = read_with(tmp_path, things=THINGS.replace("- id: elm", "- id: oak"))
    assert ["duplicate-id"] == [problem.code for problem in problems]
    assert "5" == str(knowledge.catalogue.facts["oak", "price"].value)


def test_two_spaces_for_one_key_are_told_where_the_second_stands(tmp_path):
    broken = THINGS.replace("price: 5", "price: 5\n      price: 6")
    knowledge, problems = read_with(tmp_path, things=broken)
    told = [(problem.place.line, problem.place.column, problem.code) for problem in problems]
    assert [(*place_of(broken, "^price: 6"), "duplicate-key")] == told
    assert "5" == str(knowledge.catalogue.facts["oak", "price"].value)


@every_row("file", sorted(TEXTS))
@every_row("text", ["", "- a\n- b\n", "a: [1, 2\n", "just words", "\t\tx: 1\n"])
def test_a_file_that_is_something_else_is_a_problem_and_no_traceback(tmp_path, file, text):
    _, problems = read_with(tmp_path, **{file: text})
    assert PATHS[file] in {problem.place.path for problem in problems}


def test_a_language_without_a_frame_that_another_has_is_left_out(tmp_path):
    read_with(tmp_path)
    path = tmp_path / "languages" / "zh.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "cloze:" not in line), encoding="utf-8")
    knowledge, problems = read_folder(tmp_path)
    assert [("languages/zh.yaml", "missing-field")] == [(problem.place.path, problem.code) for problem in problems]
    assert ["en"] == list(knowledge.languages)


def test_a_list_and_a_statement_of_one_name_would_be_one_card(tmp_path):
    members = "".join(f"      - {{ id: {name}, text: {name}, because: {name} }}\n" for name in ("a", "b"))
    listed = (
        f"lists:\n  - id: cuts\n    name: Cuts\n    question: Which?\n    members:\n{members}    outside:\n{members}"
    )
    _, problems = read_with(tmp_path, pruning=SHEET.replace("misconceptions:", f"{listed}misconceptions:"))
    assert {"duplicate-id", "E02"} == {problem.code for problem in problems}
