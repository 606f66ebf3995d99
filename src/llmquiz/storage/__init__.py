"""The log, the states and the index in SQLite. Rows never leave: what goes in and out are core's events and states.

Nothing is imported here: `storage.due` and `storage.errors` serve the shell prompt without SQLAlchemy.
"""
