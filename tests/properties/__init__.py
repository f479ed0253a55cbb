"""Properties for any input, tested by Hypothesis with 100 examples each, or many with the profile `fuzz`."""
