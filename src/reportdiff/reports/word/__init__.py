"""What is written into Word files: comments at findings, changes as a redline."""
