"""PDF to text: pages to pieces, pieces to columns, columns to blocks, by geometry alone."""
