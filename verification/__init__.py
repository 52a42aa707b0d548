"""Published against computed: one case a file, run by `python -m verification`."""
