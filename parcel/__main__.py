"""python -m parcel show FILE [--card CARD]"""

import sys

from parcel.command import main

sys.exit(main(sys.argv[1:]))
