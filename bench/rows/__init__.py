"""One module for each row: `measure()` returns its figures. The docstring says what is measured, and why it is fair."""
