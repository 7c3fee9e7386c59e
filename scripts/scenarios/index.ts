import { db, transaction } from '@/db/client';
import { removeDemo } from '@/db/demo';
import { publishInvalidation, publishPapers } from '@/db/queries/invalidation';
import { recomputePaper } from '@/db/queries/votes';
import { commentsTag, FEEDS } from '@/lib/base/tags';
import { banReader, mergePapers } from '@/lib/moderation/service';
import { ending, makePaper, makeThread, makeUser } from './make';

type Scenario = {
  about: string;
  /** Creates the state; returns the addresses that show it. */
  make(): Promise<string[]>;
};

const reason = 'A scenario, to look at.';

/** Site states that otherwise take time to occur, by name. Each call creates a new one. */
export const SCENARIOS: Record<string, Scenario> = {
  thread: {
    about: 'a paper with a discussion of 2,000 comments',
    async make() {
      const users = await Promise.all(Array.from({ length: 20 }, () => makeUser('talker')));
      const [by] = users;
      if (!by) throw new Error('A thread needs users');
      const { id, slug } = await makePaper(`A discussion of 2,000 comments (${ending()})`, by);
      await makeThread(id, users, 2_000);
      await publishPapers(db(), [id]);
      return [`/papers/${slug}`, `/papers/${slug}/discussion/newest`];
    },
  },
  withdrawn: {
    about: 'a paper that its authors withdrew, with comments',
    async make() {
      const by = await makeUser('author');
      const { id, slug } = await makePaper(`A withdrawn paper (${ending()})`, by, {
        withdrawn: true,
      });
      await makeThread(id, [by], 10);
      await publishPapers(db(), [id]);
      return [`/papers/${slug}`];
    },
  },
  merged: {
    about: 'a duplicate that was merged into another paper',
    async make() {
      const [by, viewer] = [await makeUser('author'), await makeUser('moderator', 'moderator')];
      const kept = await makePaper(`A paper that was submitted twice (${ending()})`, by);
      const gone = await makePaper('The duplicate of a paper', by);
      const done = await mergePapers({ viewer }, { slug: gone.slug, into: kept.slug, reason });
      if (!done.ok) throw new Error(`The papers were not merged: ${done.reason}`);
      return [`/papers/${kept.slug}`, `/papers/${gone.slug}`];
    },
  },
  banned: {
    about: 'a banned user with a paper and comments',
    async make() {
      const [by, viewer] = [await makeUser('banned'), await makeUser('moderator', 'moderator')];
      const { id, slug } = await makePaper(`A paper of a banned user (${ending()})`, by);
      await makeThread(id, [by, viewer], 10);
      const handle = by.handle ?? '';
      const done = await banReader({ viewer }, { handle, reason, days: null, hide: 'all' });
      if (!done.ok) throw new Error(`The user was not banned: ${done.reason}`);
      // On a running site, a job does this too.
      await transaction((tx) => recomputePaper(tx, id));
      return [`/u/${handle}`, `/papers/${slug}`, '/moderation'];
    },
  },
  empty: {
    about: 'a site without the demo: nothing on its pages until somebody submits',
    async make() {
      const { touched } = await removeDemo(db());
      await publishPapers(db(), touched);
      await publishInvalidation(db(), [FEEDS, ...touched.map(commentsTag)]);
      return ['/', '/papers/new', '/topics', '/search'];
    },
  },
};

/** Lists all scenarios with their descriptions. */
export const listScenarios = (): string =>
  Object.entries(SCENARIOS)
    .map(([name, { about }]) => `${name.padEnd(10)}${about}`)
    .join('\n');
