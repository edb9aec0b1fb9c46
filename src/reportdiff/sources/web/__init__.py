"""The door to the network, and captures of what it gave."""
