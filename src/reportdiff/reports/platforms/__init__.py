"""Findings as platforms and editors take them, one module a platform."""
