"""How the telling moved between two texts."""
