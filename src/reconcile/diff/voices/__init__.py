"""Who stands behind what is said: which claims have one origin, and how many voices and outlets that leaves."""
