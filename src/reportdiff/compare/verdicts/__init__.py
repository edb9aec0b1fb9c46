"""What a pair of claims is called, and what still stands."""
