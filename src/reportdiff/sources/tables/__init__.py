"""Tables and records to text: cells to observations, one a line."""
