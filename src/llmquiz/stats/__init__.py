"""Numbers about learning, from states and day counts: mastery, forecast, activity, streak. Pure; days are numbers."""
