"""Facts and sheets to cards, lessons and items; and the proof that each item has exactly one right answer."""
