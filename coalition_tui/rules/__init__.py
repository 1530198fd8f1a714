"""What a record leaves open, said by plain rules: pure functions, no clock, no I/O."""
