"""Numbers with their units, hedges and counted nouns."""
