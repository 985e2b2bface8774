"""How hard hypothesis tries: ``HYPOTHESIS_PROFILE=fast`` while working, ``ci`` before a change lands."""

import os

from hypothesis import settings

# No deadline: the first example of a test may pay for imports, and slow machines are no bug.
settings.register_profile("fast", max_examples=10, deadline=None)
settings.register_profile("default", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=300, deadline=None, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
