"""Knowledge files: what is wrong is said with its place, all of it at once, and the rest stays in use."""

import pytest
from knowledge_samples import ATTRIBUTES, FILES, SHEET, THINGS, place_of, read_with

from catalogues import read_folder
from llmquiz.core.problems import Severity

TEXTS = {name.rpartition("/")[2].removesuffix(".yaml"): text for name, text in FILES.items()}
PATHS = {name.rpartition("/")[2].removesuffix(".yaml"): name for name in FILES}
LATER = '      zh: { value: "{entity} 何时发布？", statement: "{entity} 发布于 {value}。" }\n'

BROKEN = [
    # file, what stands there, what is put there, where the problem stands, its code, a word of the hint
    ("things", "      developer: acme", "      maker: acme", "      ^maker: acme", "unknown-attribute", "developer"),
    ("things", "developer: acme", "developer: birch", "^developer: birch", "unknown-value", "acme"),
    ("things", "price: 5", "price: cheap", "^price: cheap", "wrong-value", "0.50"),
    (
        "things",
        "release: { value: 2024-05,",
        "release: { value: in May,",
        "^release: { value",
        "wrong-value",
        "2024-06",
    ),
    (
        "things",
        "release: { value: 2024-05,",
        "release: { value: 2023-02-30,",
        "^release: { value",
        "wrong-value",
        "2024-06",
    ),
    ("things", "name: Acme", "name: Acme\n    facts: { price: 5 }", "facts: { ^price", "wrong-kind", "model"),
    ("things", "source: book\n", "", "developer: ^acme", "E23", "source"),
    ("things", "as_of: 2024-06\n", "", "developer: ^acme", "E21", "as_of"),
    ("things", "topic: forest\n", "", "- id: ^acme", "missing-field", "file"),
    ("things", "as_of: 2024-06", "as_of: soon", "as_of: ^soon", "not-a-date", "2024-06-30"),
    ("things", "source: book", "source: [book]", "source: ^[book]", "not-a-slug", "a-z"),
    ("things", "topic: forest", "topic: desert", "- id: ^acme", "unknown-topic", "forest"),
    ("things", "source: book", "source: letter", "      ^developer: acme", "unknown-source", "book"),
    ("things", "value: 2024-05,", "value: 2024-05, topic: sea,", "^release: { value", "unknown-topic", "forest"),
    ("things", "- id: elm", "- id: oak", "id: ^oak\n    kind: model\n    name: { en", "duplicate-id", "Rename"),
    ("things", "kind: maker", "kind: tree", "- id: ^acme", "unknown-kind", "maker"),
    ("things", "name: Oak", "name: Oak\n    family: quercus", "- id: ^oak", "unknown-family", "acme"),
    ("things", "price: 5", "price: { value: 5, status: rumoured }", "status: ^rumoured", "not-one-of", "reported"),
    ("things", "price: 5", "price: { value: 5, currency: EUR }", "^currency", "unknown-field", "source"),
    ("things", "price: 5", "price: { status: known }", "^price: { status", "wrong-value", "0.50"),
    (
        "things",
        "why: { en: In spring., zh: 在春天。 }",
        "why: { en: In spring. }",
        "^release:",
        "missing-translation",
        "Add",
    ),
    ("things", "name: { en: Elm, zh: 榆 }", "name: { zh: 榆 }", "- id: ^elm", "missing-translation", "Add"),
    ("things", "topic: forest\n", "topic: forest\nowner: me\n", "^owner", "unknown-field", "entities"),
    (
        "attributes",
        "prerequisites: [developer]",
        "prerequisites: [maker]",
        "- id: ^price",
        "unknown-attribute",
        "release",
    ),
    (
        "attributes",
        "prerequisites: [developer]",
        "prerequisites: ['concept:x']",
        "- id: ^price",
        "unknown-sheet",
        "pruning",
    ),
    ("attributes", "values_from: maker", "values_from: firm", "- id: ^developer", "unknown-kind", "maker"),
    ("attributes", "cost in {as_of}?", "cost?", "- id: ^price", "E21", "{as_of}"),
    ("attributes", "When did {entity}", "When did {model}", "- id: ^release", "unknown-slot", "entity"),
    ("attributes", "When did {entity}", "When did it", "- id: ^release", "missing-slot", "{entity}"),
    ("attributes", "came out in {value}.", "came out.", "- id: ^release", "missing-slot", "{value}"),
    ("attributes", LATER, "", "- id: ^release", "missing-translation", "no language"),
    ("attributes", "- id: release", "- id: price", "- id: ^price\n    kind: date", "duplicate-id", "Rename"),
    ("attributes", "unit: USD", "topic: sea", "- id: ^price", "unknown-topic", "forest"),
    ("attributes", "kind: money", "kind: coin", "kind: ^coin", "not-one-of", "money"),
    ("attributes", "unit: USD", "tolerance: some", "tolerance: ^some", "not-a-tolerance", "exact"),
    ("attributes", "unit: USD", "tolerance: -5%", "tolerance: ^-5%", "not-a-tolerance", "exact"),
    ("pruning", "topic: ideas", "topic: sea", "topic: ^sea", "unknown-topic", "ideas"),
    ("pruning", "source: book", "source: letter", "source: ^letter", "unknown-source", "book"),
    ("pruning", "- id: cuts", "- id: cuts\n    source: letter", "- id: ^cuts", "unknown-source", "book"),
    ("pruning", "disjoint: [grafting]", "disjoint: [felling]", "disjoint: ^[felling]", "unknown-sheet", "grafting"),
    (
        "pruning",
        "prerequisites: [grafting]",
        "prerequisites: [felling]",
        "prerequisites: ^[felling]",
        "unknown-sheet",
        "grafting",
    ),
    ("pruning", "related: [grafting]", "related: [felling]", "related: ^[felling]", "unknown-sheet", "grafting"),
    ("pruning", "entities: [oak]", "entities: [ash]", "entities: ^[ash]", "unknown-entity", "oak"),
    ("pruning", "with: grafting", "with: felling", "- id: ^not-grafting", "unknown-sheet", "grafting"),
    ("pruning", "[[weights]]", "weights", 'text: ^{ en: "It cuts weights', "no-gap", "[[ ]]"),
    ("pruning", "[[weights]]", "[[weights]] and [[more]]", 'text: ^{ en: "It cuts', "no-gap", "[[ ]]"),
    ("pruning", "[[权重]]", "权重", 'text: ^{ en: "It cuts', "no-gap", "[[ ]]"),
    ("pruning", ", zh: 一段话。 }", " }", "sheet: ^pruning", "missing-translation", "Add"),
    ("pruning", "- id: cuts", "- id: definition", "- id: ^definition", "duplicate-id", "Rename"),
    ("pruning", "- id: not-grafting", "- id: cuts", "- id: ^cuts\n    with", "duplicate-id", "Rename"),
    ("pruning", "- { id: two,", "- { id: one,", "^- { id: one, claim: { en: One", "duplicate-id", "Rename"),
    ("pruning", "term: { en: pruning, zh: 剪枝 }\n", "", "^sheet: pruning", "missing-field", "term"),
    ("pruning", "sheet: pruning", "sheet: Pruning!", "sheet: ^Pruning!", "not-a-slug", "a-z"),
    ("pruning", "sheet: pruning", "sheet: grafting", "sheet: ^grafting", "duplicate-id", "Rename"),
    ("topics", "id: forest", "id: ideas", "id: ^ideas, name: { en: Forest", "duplicate-id", "Rename"),
    ("topics", ", zh: 森林", "", "id: ^forest", "missing-translation", "Add"),
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


@pytest.mark.parametrize(("file", "old", "new", "at", "code", "hint"), BROKEN, ids=lambda value: str(value)[:24])
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


@pytest.mark.parametrize("file", sorted(TEXTS))
@pytest.mark.parametrize("text", ["", "- a\n- b\n", "a: [1, 2\n", "just words", "\t\tx: 1\n"])
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
    assert {"duplicate-id"} == {problem.code for problem in problems}
