"""Reports in Markdown, one module a kind; every text goes through ``markup``."""
