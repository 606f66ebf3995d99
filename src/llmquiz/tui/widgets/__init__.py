"""What screens are made of. Attributes go down, messages come up; no widget knows the trainer."""
