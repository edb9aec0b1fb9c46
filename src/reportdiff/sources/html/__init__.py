"""Web pages to text: tokens to a tree, the tree to its main content, that to blocks."""
