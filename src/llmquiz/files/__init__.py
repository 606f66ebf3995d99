"""The file system's door: YAML and TOML with places, problems and their rendering, paths, settings, atomic writes."""
