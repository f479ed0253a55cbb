"""One module a row: `measure()` gives its figures; its docstring says what is measured, and why it is fair."""
