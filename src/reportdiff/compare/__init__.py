"""Claims of two or more snapshots in; changes, series and timelines out."""
