"""Relations between figures: are they true of this document, and if not, which figure is wrong."""
