import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { timestamptz } from './people';

/** Pictures that are stored (lib/pictures); whoever shows one refers to it, which keeps it. */
export const pictures = pgTable('pictures', {
  /** SHA-256 of what is shown in its large size, in hex. */
  hash: text('hash').primaryKey(),
  /** Pixels of the large size. */
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  /** When it was last brought in. */
  createdAt: timestamptz('created_at').notNull().defaultNow(),
});
