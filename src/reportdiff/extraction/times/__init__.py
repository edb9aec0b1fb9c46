"""Which time each figure is about."""
