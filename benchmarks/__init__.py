"""What the performance table is measured with. Not tests: nothing here passes or fails."""
