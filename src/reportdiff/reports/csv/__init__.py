"""Tables of comma-separated values, one module a kind."""
