"""Claims and changes to findings: what a reader should be warned of."""
