"""From a line of search to a query, or to the first mistake in it. Full-width signs count as what they are."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from llmquiz.core.text import plain
from llmquiz.study.search.query import All, Either, Mistake, Not, Query, Term, Words
from llmquiz.study.search.terms import TERMS, Vocabulary

_SIGNS = str.maketrans("：＂“”（）－＜＞＝　", ':"""()-<>= ')
"""What Chinese keyboards write; one sign for one, so that places stay."""
_TOKEN = re.compile(r'\s*(?:(?P<sign>[()]|-)|(?P<word>(?:"[^"]*"?|[^\s()"])+))')
_NAME = re.compile(r"[a-z]+(?=:)", re.IGNORECASE)
_OR = "or"
_DEEPEST = 30
_NEAR = 3
_MOST_POSSIBLE = 12


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    at: int
    """Counted from 1."""


class _WrongError(Exception):
    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.code)
        self.mistake = mistake


def read(line: str, known: Vocabulary) -> Query | Mistake:
    """What the line asks for; an empty one asks for every card. `known`: the words of the library."""
    try:
        return _Reader(line, known).query()
    except _WrongError as wrong:
        return wrong.mistake


class _Reader:
    """Goes through the tokens once. Parts beside each other bind tighter than `or`."""

    def __init__(self, line: str, known: Vocabulary) -> None:
        self._known = known
        self._end = len(line) + 1
        self._tokens = list(_tokens(line.translate(_SIGNS)))
        self._next = 0
        self._depth = 0

    def query(self) -> Query:
        if not self._tokens:
            return All()
        query = self._either()
        if self._next < len(self._tokens):
            raise _WrongError(Mistake("unopened-group", self._tokens[self._next].at, ")"))
        return query

    def _either(self) -> Query:
        parts = [self._all()]
        while self._comes(_OR):
            self._next += 1
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self) -> Query:
        parts = [self._part()]
        while self._next < len(self._tokens) and not self._comes(_OR) and not self._comes(")"):
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _part(self) -> Query:
        if self._next == len(self._tokens) or self._comes(_OR) or self._comes(")"):
            raise _WrongError(Mistake("nothing-here", self._place))
        token = self._tokens[self._next]
        self._next += 1
        if token.text == "-":
            return Not(self._deeper(token, group=False))
        return self._deeper(token, group=True) if token.text == "(" else _worded(token, self._known)

    def _deeper(self, token: _Token, *, group: bool) -> Query:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _WrongError(Mistake("too-deep", token.at, token.text))
        query = self._either() if group else self._part()
        if group:
            if not self._comes(")"):
                raise _WrongError(Mistake("unclosed-group", token.at, "("))
            self._next += 1
        self._depth -= 1
        return query

    def _comes(self, text: str) -> bool:
        return self._next < len(self._tokens) and self._tokens[self._next].text.casefold() == text

    @property
    def _place(self) -> int:
        return self._tokens[self._next].at if self._next < len(self._tokens) else self._end


def _tokens(line: str) -> Iterator[_Token]:
    at = 0
    while (found := _TOKEN.match(line, at)) is not None:
        yield _Token(found["sign"] or found["word"], found.start("sign" if found["sign"] else "word") + 1)
        at = found.end()


def _worded(token: _Token, known: Vocabulary) -> Query:
    """A word, a phrase or a term."""
    if token.text.count('"') % 2:
        raise _WrongError(Mistake("unclosed-quote", token.at + token.text.rindex('"'), '"'))
    name = _NAME.match(token.text)
    if name is None:
        text = plain(token.text.replace('"', ""))
        return Words(text) if text else All()
    return _term(name[0].casefold(), token.text[name.end() + 1 :], token.at, known)


def _term(name: str, written: str, at: int, known: Vocabulary) -> Query:
    kind = TERMS.get(name)
    if kind is None:
        raise _WrongError(Mistake("unknown-term", at, name, _nearest(name, tuple(TERMS))))
    value = plain(written.replace('"', ""))
    test = kind.reads(value, known)
    if test is None:
        place = at + len(name) + 1
        raise _WrongError(Mistake("unknown-value", place, value, _nearest(value, kind.possible(known))))
    return Term(test)


def _nearest(text: str, possible: tuple[str, ...]) -> tuple[str, ...]:
    """What begins like it, else what resembles it, else everything."""
    begun = tuple(each for each in possible if text and each.startswith(text))
    near = begun or tuple(difflib.get_close_matches(text, possible, n=_NEAR))
    return (near or possible)[:_MOST_POSSIBLE]
