"""Tests of the rules: a record that breaks each, one just inside its boundary, one below it."""
