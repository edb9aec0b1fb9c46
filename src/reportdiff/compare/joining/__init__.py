"""Which claims of two or more editions measure the same thing."""
