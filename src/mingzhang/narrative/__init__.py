"""How sentences state facts: claims to sentences, and back; not forms, not file formats."""
