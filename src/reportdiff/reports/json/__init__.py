"""Reports as JSON, each with its schema."""
