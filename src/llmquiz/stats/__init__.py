"""Numbers about learning, from states, day counts and answers: mastery, forecast, activity, recall, effort. Pure."""
