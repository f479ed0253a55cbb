"""The version of the portal."""

VERSION = "3.0"
"""A change of the API that breaks clients increases the first part, any other change the second."""
