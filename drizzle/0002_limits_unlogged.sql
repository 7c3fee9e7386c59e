-- Buckets may be lost in a crash, and a vote should not wait for a second write to disk.
ALTER TABLE "rate_limits" SET UNLOGGED;
