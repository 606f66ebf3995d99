"""The statistics to take along: as JSON with stable keys, and as one HTML file with its pictures inside."""
