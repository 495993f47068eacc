"""The books: postings, balances, and what is wrong with them; not how they are stored, not what they mean."""
