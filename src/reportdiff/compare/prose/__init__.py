"""How two texts are worded: sentences aligned, words set apart."""
