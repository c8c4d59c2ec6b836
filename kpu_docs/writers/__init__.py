"""One module per output format; each has ``write(document, tata_naskah) -> bytes``. A writer decides nothing that
another would have to decide too: that stands in the blocks, the layout or the TataNaskah.
"""
