"""What each figure measures, and what pins it down."""
