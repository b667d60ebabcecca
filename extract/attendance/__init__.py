"""Who took part in meetings and operations, and who replied to inquiries."""
