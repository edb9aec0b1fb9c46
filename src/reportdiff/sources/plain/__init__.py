"""Plain text to text: wrapped lines joined, interleaved columns put in order."""
