"""Word files to text: the package, its styles, its body."""
