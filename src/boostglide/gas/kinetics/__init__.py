"""Finite-rate chemistry of hot air: mechanisms, rates and relaxation."""
