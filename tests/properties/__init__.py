"""What holds for whatever comes: found by hypothesis, 100 examples a property, or many with the profile `fuzz`."""
