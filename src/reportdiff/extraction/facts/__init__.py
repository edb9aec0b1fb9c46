"""What a text says of events, offices, memberships, and what it sums up in words."""
