"""What the program must do, piece by piece."""
