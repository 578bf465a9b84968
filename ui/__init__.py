"""What a person sees: the Qt windows and the command line. Knows no SQL."""
