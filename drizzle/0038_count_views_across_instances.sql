-- Counts may be lost in a crash, and are worth no write to disk.
CREATE UNLOGGED TABLE "view_slots" (
	"hour" timestamp with time zone NOT NULL,
	"slot" integer NOT NULL,
	"views" integer NOT NULL,
	CONSTRAINT "view_slots_pkey" PRIMARY KEY("hour","slot")
);
