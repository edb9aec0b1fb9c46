"""Bytes to text in reading order, with sentences, sections and the way back to the source."""
