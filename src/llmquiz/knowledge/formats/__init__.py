"""The knowledge files' formats, each declared once: validation, defaults and documentation come from these classes.

Only reading a changed file imports them (and pydantic); everyone else uses the frozen types of this room.
"""

from llmquiz.knowledge.formats.catalogue import AttributeFormat, DefaultsFormat, EntityFormat, FactFormat, KindFormat
from llmquiz.knowledge.formats.concepts import SheetFormat
from llmquiz.knowledge.formats.shelves import LanguageFormat, SourceFormat, TopicFormat

__all__ = [
    "AttributeFormat",
    "DefaultsFormat",
    "EntityFormat",
    "FactFormat",
    "KindFormat",
    "LanguageFormat",
    "SheetFormat",
    "SourceFormat",
    "TopicFormat",
]
