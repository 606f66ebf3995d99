"""The search over cards: a line of words and terms, read into a tree, and the cards that it finds."""
