"""The whole program, from the keyboard to the file."""
