"""Other systems that vouch for people: an OpenID Connect provider, and front ends that hand over a signed-in person."""
