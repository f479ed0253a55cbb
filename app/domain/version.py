"""The version of the portal."""

VERSION = "3.0"
