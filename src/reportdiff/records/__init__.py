"""Strict JSON, schemas, atomic files and settings: what goes in and out of the store."""
