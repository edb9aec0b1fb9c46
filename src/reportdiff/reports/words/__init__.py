"""How values, times, kinds and quotes read, whatever the format: the sentence is written once."""
