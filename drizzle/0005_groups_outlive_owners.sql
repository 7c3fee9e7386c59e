CREATE INDEX "upvotes_user_id_created_at_idx" ON "upvotes" USING btree ("user_id","created_at","paper_id");--> statement-breakpoint
-- A group outlives its owner's account: it goes to the member who has been there longest, and only
-- a group without another member goes with the account, by the foreign key.
CREATE FUNCTION users_pass_groups_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE groups SET owner_id = heir.user_id
	FROM groups owned
	CROSS JOIN LATERAL (
		SELECT m.user_id FROM group_members m JOIN users u ON u.id = m.user_id
		WHERE m.group_id = owned.id AND m.user_id <> OLD.id
		ORDER BY u.banned_at IS NOT NULL, m.joined_at, m.user_id
		LIMIT 1
	) heir
	WHERE owned.owner_id = OLD.id AND groups.id = owned.id;
	RETURN OLD;
END $$;--> statement-breakpoint
CREATE TRIGGER users_groups_outlive BEFORE DELETE ON users FOR EACH ROW
	EXECUTE FUNCTION users_pass_groups_on();
