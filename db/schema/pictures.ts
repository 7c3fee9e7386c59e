import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Stored pictures (lib/pictures). References keep a picture from being deleted. */
export const pictures = pgTable('pictures', {
  /** SHA-256 of the large size, in hex. */
  hash: text('hash').primaryKey(),
  /** Pixels of the large size. */
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  /** When it was last uploaded. */
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});
