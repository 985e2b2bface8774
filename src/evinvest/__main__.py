"""``python -m evinvest``: the command line."""

import sys

from evinvest.cli import main

sys.exit(main())
