"""The parts of the row `many_agencies`, and a leaner simulator for them."""
