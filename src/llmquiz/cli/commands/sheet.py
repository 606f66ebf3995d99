"""`llmquiz sheet`: a review sheet, drawn by seed, for somebody who judges the questions with a pen."""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from llmquiz.cli import speaking
from llmquiz.cli.output import story
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.tui.speech import _, ngettext

if TYPE_CHECKING:  # bring the rules
    from llmquiz.core.items import Item
    from llmquiz.library.knowing import Knowing

COLUMNS = (N_("usable"), N_("second key"), N_("wrong"), N_("ugly"))
"""What the reader ticks. In CSV, which programs count, their names are the same in all languages."""
_LETTERS = "ABCDEFGH"


@speaking.command(
    "sheet",
    short_help=N_("Draw questions to be judged by a reader."),
    help=N_(
        "Print a sample of the generated questions, spread over forms, languages and topics, with columns to tick."
    ),
)
@click.argument("folder", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@speaking.option(
    "--items", metavar="N", type=click.IntRange(min=1), default=200, show_default=True, help=N_("So many.")
)
@speaking.option(
    "--seed", metavar="N", type=int, default=1, show_default=True, help=N_("Another seed, another sample.")
)
@speaking.option(
    "--format", "style", type=click.Choice(["md", "csv"]), default="md", show_default=True, help=N_("Markdown or CSV.")
)
@speaking.option("--blind", is_flag=True, help=N_("Without the keys: to be answered before it is judged."))
@click.pass_context
def command(ctx: click.Context, folder: Path | None, items: int, seed: int, style: str, blind: bool) -> None:
    """Markdown or CSV; the count goes to stderr."""
    from llmquiz.library.sampling import sample

    with _knowledge(ctx.find_object(Surroundings) or Surroundings(), folder) as knowing:
        drawn = sample(knowing.generator, knowing.cards, items, seed)
    click.echo("\n".join(_markdown(drawn, seed, blind=blind)) if style == "md" else _csv(drawn, blind=blind))
    counted = ngettext("{n:,} item", "{n:,} items", len(drawn))
    story(_("{items} of seed {seed}").format(items=counted, seed=seed))


@contextmanager
def _knowledge(surroundings: Surroundings, folder: Path | None) -> Iterator["Knowing"]:
    """What lies in a folder, read anew; what is built in, as it was compiled."""
    from llmquiz.library.cache import NoCache
    from llmquiz.library.knowing import Knowing

    if folder is not None:
        yield Knowing(folder, NoCache(), surroundings.today)
    else:
        from llmquiz.storage.index import Index

        with Index.open(surroundings.home.index) as index:
            yield Knowing(surroundings.questions, index, surroundings.today)


def _markdown(items: Iterable["Item"], seed: int, *, blind: bool) -> Iterator[str]:
    yield "# " + _("Review sheet, seed {seed}").format(seed=seed)
    for number, item in enumerate(items, 1):
        made = _("{form}, {lang}, seed {seed}").format(form=item.form, lang=item.lang, seed=item.seed)
        yield f"\n## {number}. `{item.card}` {made}\n"
        yield f"{item.stem}\n"
        yield from (f"- {line}" for line in _options(item, blind=blind))
        if not blind:
            yield f"\n{item.explanation}\n\n*{item.source}*"
        yield "\n" + " ".join(f"[ ] {_(column)}" for column in COLUMNS)


def _csv(items: Iterable["Item"], *, blind: bool) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    told = () if blind else ("explanation", "source")
    writer.writerow(("number", "card", "form", "lang", "seed", "question", "options", *told, *COLUMNS, "remark"))
    for number, item in enumerate(items, 1):
        own = () if blind else (item.explanation, item.source)
        options = " | ".join(_options(item, blind=blind))
        blanks = ("",) * (len(COLUMNS) + 1)
        writer.writerow((number, item.card, item.form, item.lang, item.seed, item.stem, options, *own, *blanks))
    return sheet.getvalue().rstrip("\n")


def _options(item: "Item", *, blind: bool) -> Iterator[str]:
    """What is shown to choose from, then (unless blind) what is right, and what else counts where it is typed."""
    from llmquiz.trainer.records import answers

    for letter, option in zip(_LETTERS, item.shown, strict=False):
        because = "" if blind or option.right or not option.because else f" ({option.because})"
        yield f"{letter}. {option.text}{because}"
    if not blind:
        yield f"**{' / '.join(answers(item))}**"
        yield from (_("also accepted: {names}").format(names=" / ".join(also)) for also in _also_accepted(item))


def _also_accepted(item: "Item") -> Iterator[list[str]]:
    """Further names of each answer that is typed; capitals, hyphens and slips of the finger are forgiven besides."""
    from llmquiz.core.responses import ListEntry, TextEntry

    match item.response:
        case TextEntry() as entry:
            entries: tuple[TextEntry, ...] = (entry,)
        case ListEntry(entries):
            pass
        case _:
            entries = ()
    names = ([name for name in entry.accept if name != entry.answer] for entry in entries)
    yield from filter(None, names)
