"""What must be written in other systems too."""
