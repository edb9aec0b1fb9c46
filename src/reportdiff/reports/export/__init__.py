"""The store as tables for other programs."""
