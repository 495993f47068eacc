"""The waist of the house: the published document as data; not how it was made, not whether it is right."""
