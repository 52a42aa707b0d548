"""Reactors: what becomes of a particle of hot gas behind a shock, along a stream tube, in a vessel."""
