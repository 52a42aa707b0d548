"""Convective heating of the stagnation point, one published correlation a file."""
