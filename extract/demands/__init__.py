"""Who asks whom to do what: operative paragraphs of resolutions, and what other texts say that was asked."""
