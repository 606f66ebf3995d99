"""Studying line by line, for screen readers, pipes and scripts: no colours, no cursor movement, and no Textual."""
