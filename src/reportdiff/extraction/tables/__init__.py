"""Figures in fields and in the cells of tables."""
