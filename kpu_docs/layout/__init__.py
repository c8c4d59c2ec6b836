"""Where everything stands on the pages: line breaking, columns, tables, pages. Used by the PDF writer, and for its
measures by the DOCX writer. Lengths are in points, measured from the top left corner of the page downwards.
"""
