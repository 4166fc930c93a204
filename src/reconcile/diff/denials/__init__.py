"""What is denied and what is taken back: the reach of a denial, and how it is told beside its targets."""
