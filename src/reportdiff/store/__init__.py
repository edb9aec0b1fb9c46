"""Snapshots on disk and in git."""
