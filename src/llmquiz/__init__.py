"""llmquiz quizzes people about large language models, in the terminal. It calls none and needs no network."""

__version__ = "0.1.0"
