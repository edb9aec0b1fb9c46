"""``python -m reportdiff``: the command line."""

from __future__ import annotations

import sys

from reportdiff.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
