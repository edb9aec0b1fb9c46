"""Markdown to text: markup dropped but for headings, items and rows."""
