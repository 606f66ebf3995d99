"""What our widgets are made of: Textual's plain widget, its group and its scroll, laid out once instead of twice.

A layout tells each widget how large its content has become, and Textual's own widgets ask for another layout when that
is news. Nothing of ours depends on it: what a scroll bar takes away is asked for by the scroll bar. So a page whose
content changes its height is laid out once.
"""

from textual.containers import VerticalGroup, VerticalScroll
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class Leaf(Widget):
    """A widget that draws itself."""

    virtual_size = Reactive(Size(0, 0), layout=False)


class Group(VerticalGroup):
    """Widgets below each other, as high as they are together."""

    virtual_size = Reactive(Size(0, 0), layout=False)


class Scroll(VerticalScroll):
    """Widgets below each other in a window that moves over them."""

    virtual_size = Reactive(Size(0, 0), layout=False)
