"""Two measures of the same entities, as points: any two of the catalogue, prices against sizes to begin with."""

from collections.abc import Iterable

from llmquiz.knowledge.catalogue import Attribute, Fact
from llmquiz.knowledge.values import Kind
from llmquiz.trainer.cells import Cells
from llmquiz.trainer.explored import Mark, Plot

_FEWEST = 3
"""Points below which a plot shows nothing."""


def plot(cells: Cells, across: str = "", up: str = "") -> Plot | None:
    """The plot of two attributes, by their ids; without ids the most telling ones. None where there is nothing."""
    vertical = cells.catalogue.attributes.get(up) or _first_up(cells)
    fitting = partners(cells, vertical) if vertical else []
    horizontal = next((each for each in fitting if each.id == across), _best(cells, vertical, fitting))
    if vertical is None or horizontal is None:
        return None
    shared = sorted(_shared(cells, horizontal, vertical), key=lambda pair: -_number(pair[1]))
    marks = tuple(_mark(cells, horizontal, vertical, *pair) for pair in shared)
    ageing = [pair[at].as_of for at, each in enumerate((horizontal, vertical)) if each.volatile for pair in shared]
    return Plot(cells.column(horizontal), cells.column(vertical), marks, tuple(sorted(set(ageing))))


def following(cells: Cells, shown: Plot, *, across: bool) -> Plot | None:
    """The plot with the next measure on one of its axes."""
    if across:
        vertical = cells.catalogue.attributes[shown.up.id]
        names = [each.id for each in partners(cells, vertical)]
        return plot(cells, names[(names.index(shown.across.id) + 1) % len(names)], shown.up.id)
    names = [each.id for each in _measures(cells) if partners(cells, each)]
    return plot(cells, shown.across.id, names[(names.index(shown.up.id) + 1) % len(names)])


def partners(cells: Cells, vertical: Attribute) -> list[Attribute]:
    """The measures that can be told against `vertical`."""
    return [
        each for each in _measures(cells) if each is not vertical and len(_shared(cells, each, vertical)) >= _FEWEST
    ]


def _first_up(cells: Cells) -> Attribute | None:
    """What calls are paid by; else the first measure that has a partner."""
    measures = sorted(_measures(cells), key=lambda each: (each.call_cost is None, each.kind is not Kind.MONEY))
    return next((each for each in measures if partners(cells, each)), None)


def _best(cells: Cells, vertical: Attribute | None, fitting: Iterable[Attribute]) -> Attribute | None:
    """The quantity that shares the most entities; of equals the one that is known the most."""

    def worth(each: Attribute) -> tuple[bool, int, int]:
        shared = len(_shared(cells, each, vertical)) if vertical else 0
        return each.kind is Kind.QUANTITY, shared, len(cells.catalogue.known_facts(each.id))

    return max(fitting, key=worth, default=None)


def _measures(cells: Cells) -> list[Attribute]:
    return [each for each in cells.catalogue.attributes.values() if each.kind in (Kind.QUANTITY, Kind.MONEY)]


def _shared(cells: Cells, across: Attribute, up: Attribute) -> list[tuple[Fact, Fact]]:
    """The known facts of both, by entity; what is not above zero has no place on a logarithmic axis."""
    others = {fact.entity: fact for fact in cells.catalogue.known_facts(across.id)}
    pairs = [(others[fact.entity], fact) for fact in cells.catalogue.known_facts(up.id) if fact.entity in others]
    return [pair for pair in pairs if all(_number(fact) > 0 for fact in pair)]


def _mark(cells: Cells, across: Attribute, up: Attribute, x: Fact, y: Fact) -> Mark:
    texts = (cells.of(x.entity, across).text, cells.of(y.entity, up).text)
    return Mark(f"entity:{x.entity}", cells.link(x.entity).name, _number(x), _number(y), *texts)


def _number(fact: Fact) -> float:
    return float(str(fact.value))
