"""Decrees made by hypothesis: data as `load` takes them, of any shape and size, with what must be printed of them."""
