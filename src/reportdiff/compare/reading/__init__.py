"""What joining and judging look at: a snapshot's figures with their words, times, intervals and units."""
