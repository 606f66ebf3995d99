"""The catalogue and the concept sheets: YAML in, typed facts out. Says what is so; never how it is asked."""
