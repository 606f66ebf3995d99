"""The ground floor: frozen dataclasses and pure functions over them. Standard library only; knows nobody above."""
