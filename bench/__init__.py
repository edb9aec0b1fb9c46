"""The measurements of this project: what it reads right, how fast, and how soon it starts."""
