"""Words as data: tables in TOML, and what reads them."""
