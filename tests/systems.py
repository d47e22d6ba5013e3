"""What only some systems have. Linux has all of it, and there every test runs."""

import os

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no fork and no signals, and other pipes, rights and links")
