"""The proof: re-reads what is displayed, and evaluates what it claims over the whole catalogue. Trusts no generator."""
