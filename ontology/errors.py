"""The one root of all errors that Palermo reports to people."""

from __future__ import annotations


class PalermoError(Exception):
    """Something a person can understand and act on: the message says what was wrong, where, and what to try."""
