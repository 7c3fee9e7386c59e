-- Letters that Unicode does not take apart (ø, ł, ß) are folded from here on: all papers are indexed again.
INSERT INTO search_queue (paper_id) SELECT id FROM papers ORDER BY id;
