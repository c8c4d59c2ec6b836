"""``python -m kpu_docs`` is ``kpu-docs``."""

import sys

from kpu_docs.cli import main

sys.exit(main())
