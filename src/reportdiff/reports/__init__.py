"""Values to text: a module a format, a function each."""
