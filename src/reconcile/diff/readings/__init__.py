"""Why two statements may both stand: what bears on a pair, the reasons found, and the kind that is left."""
