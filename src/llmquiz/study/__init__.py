"""What to ask, how, and how well it was answered: queue, ladder, grading. Pure; `now` and the day are arguments."""
