"""What Textual works out anew for each widget of each app, worked out once: of hundreds of apps most are alike."""

from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem
from textual.message_pump import MessagePump
from textual.widget import Widget

_TOLD = frozenset(
    ("hover", "focus", "blur", "can-focus", "disabled", "enabled", "dark", "light", "inline", "ansi", "nocolor")
)
"""The pseudo classes that `_way` tells apart; what hangs on others (`:first-child`) is matched each time."""


_SHEETS = {}
"""A number for each list of rules."""


def parsing_once():
    """`Stylesheet._parse_rules`, which parses the same text with the same colours once."""
    parse, parsed, colours = Stylesheet._parse_rules, {}, {}

    def once(sheet, *args, **options):
        if colours.get("of") is not sheet._variables:
            colours.update(of=sheet._variables, named=frozenset(sheet._variables.items()))
        key = colours["named"], args, frozenset(options.items())
        if key not in parsed:
            parsed[key] = parse(sheet, *args, **options)
        return parsed[key]

    return once


def colours_mixed_once():
    """`ColorSystem.generate`, which mixes the colours of a theme once."""
    mix, mixed = ColorSystem.generate, {}

    def once(system):
        theme = repr(vars(system))
        if theme not in mixed:
            mixed[theme] = mix(system)
        return dict(mixed[theme])

    return once


def matching_once():
    """`Stylesheet.apply`, which looks once which rules hold for widgets of the same kind in the same place."""
    apply, matched = Stylesheet.apply, {}

    def once(sheet, node, *, animate=False, cache=None):
        way = _rules(sheet), _way(node)
        if way in matched:
            rules, marks = matched[way]
            vars(node).update(marks)
            sheet.replace_rules(node, rules, animate=animate)
            sheet._process_component_classes(node)
            return
        found = {}
        apply(sheet, node, animate=animate, cache=found)
        if found and _TOLD.issuperset(_pseudo_classes(sheet, node)):
            marks = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
            matched[way] = next(iter(found.values())), {mark: getattr(node, mark) for mark in marks}

    return once


def _rules(sheet):
    """The rules by identity: parsed once, they are the same objects in all apps that look alike."""
    rules, named = sheet.rules, vars(sheet).get("_named_rules")
    if named is None or named[0] is not rules:
        named = sheet._named_rules = (rules, _SHEETS.setdefault(tuple(map(id, rules)), len(_SHEETS)))
    return named[1]


def _way(node):
    """All that a rule can ask about a widget and what it stands in."""
    return tuple(map(_told, node.css_path_nodes))


def _told(node):
    if isinstance(node, App):
        return type(node), node.theme, node.app_focus, node.no_color, node.native_ansi_color, node.is_inline
    focusable = isinstance(node, Widget) and node.allow_focus()
    return type(node), node._id, frozenset(node._classes), node._pseudo_classes_cache_key, focusable


def _pseudo_classes(sheet, node):
    named = (sheet.rules_map[name] for name in sheet.rules_map.keys() & node._selector_names)
    return {each for rules in named for rule in rules for each in rule.pseudo_classes}


def handlers_found_once():
    """`MessagePump._get_dispatch_methods`, which looks once which methods of a class handle a message."""
    search, found = MessagePump._get_dispatch_methods, {}

    def once(pump, name, message):
        key = type(pump), type(message), name
        if key not in found:
            found[key] = _handlers(*key)
        if found[key] is None:
            yield from search(pump, name, message)
            return
        for owner, method in found[key]:
            if message._no_default_action:
                break
            yield owner, method.__get__(pump, owner)

    return once


def _handlers(kind, message, name):
    """By the names of methods alone; None where a class has decorated ones for such a message."""
    decorated = (vars(each).get("_decorated_handlers") or {} for each in kind.__mro__)
    if any(not handlers.keys().isdisjoint(message.__mro__) for handlers in decorated):
        return None
    owned = ((each, vars(each).get(f"_{name}") or vars(each).get(name)) for each in kind.__mro__)
    return [(owner, method) for owner, method in owned if method is not None]
