"""Folders in; cards, items and problems out. Joins what is generated with what instructors wrote."""
