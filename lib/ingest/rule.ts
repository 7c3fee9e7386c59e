import { transaction } from '@/db/client';
import { publishPapers } from '@/db/queries/invalidation';
import { listByRule, listOneByRule } from '@/db/queries/listing-rule';
import { env } from '@/lib/base/env';
import type { HarvestRun } from '@/lib/sources/types';

/** Scheduled job: lists harvested papers that match the configured rule, up to a daily limit. */
export async function listHarvested({ on, signal, counts }: HarvestRun): Promise<void> {
  const { HARVEST_LIST_TOPICS, HARVEST_LIST_WORDS, HARVEST_LIST_CAP } = env();
  if (!HARVEST_LIST_TOPICS && !HARVEST_LIST_WORDS) return;
  const rule = {
    topics: HARVEST_LIST_TOPICS ?? [],
    words: HARVEST_LIST_WORDS ?? [],
    cap: HARVEST_LIST_CAP,
  };
  const at = new Date();
  for (const id of await listByRule(on, rule, at.toISOString().slice(0, 10))) {
    signal.throwIfAborted();
    const listed = await transaction(async (tx) => {
      const done = await listOneByRule(tx, id, at);
      if (done) await publishPapers(tx, [id]);
      return done;
    }, on);
    if (listed) counts.listed = (counts.listed ?? 0) + 1;
  }
}
