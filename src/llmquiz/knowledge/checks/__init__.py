"""What the files say of each other: one file a kind of thing, one function a check.

Each takes plain data as its file gives it, and yields what does not fit, with the path to it inside of the thing.
"""
