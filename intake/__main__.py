"""python -m intake read FILE [--json] [--mapping FILE]"""

import sys

from intake.command import main

sys.exit(main(sys.argv[1:]))
