"""Instructors' banks: YAML questions in, the same cards and items out as everywhere else."""
