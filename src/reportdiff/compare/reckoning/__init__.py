"""Whether the figures of a text, and of two, add up."""
