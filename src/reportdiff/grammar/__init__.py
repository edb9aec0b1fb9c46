"""Text to one value, or None: pure functions without guess or clock."""
