"""The faults that the store must survive: bounded here, longer by `make torture`."""
