"""Claims of two snapshots in, changes out."""
