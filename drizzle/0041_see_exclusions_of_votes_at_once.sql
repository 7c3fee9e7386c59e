-- Volatile, so that it sees what was committed while the statement that calls it waited for a lock:
-- a vote that is one statement would miss an exclusion that it has just waited for.
CREATE FUNCTION is_vote_excluded(paper bigint, voter uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM excluded_votes e WHERE e.paper_id = paper AND e.user_id = voter);
END $$;
