import type { z } from 'zod';
import type { Transaction } from '@/db/client';
import { dumpComments, dumpUpvotes } from '@/db/queries/dump/discussion';
import * as papers from '@/db/queries/dump/papers';
import * as people from '@/db/queries/dump/people';
import { loadComments, loadUpvotes } from '@/db/queries/load/discussion';
import * as loadPapers from '@/db/queries/load/papers';
import * as loadPeople from '@/db/queries/load/people';
import type { Reference } from '@/db/queries/load/rows';
import { env } from '@/lib/base/env';
import { renderComment } from '@/lib/comments/rendering';
import { namesModerator, namesReader } from '@/lib/moderation/policy';
import { commentLine, upvoteLine } from './shapes/discussion';
import * as paper from './shapes/papers';
import * as person from './shapes/people';

/** What a line refers to: it has to come before in the file. */
export type References = [reference: Reference, key: string | number | null | undefined][];

export type Kind = {
  /** `type` of its lines. */
  type: string;
  shape: z.ZodType;
  read: (tx: Transaction) => AsyncGenerator<Record<string, unknown>[]>;
  /** `at`: the time of the dump. */
  load: (tx: Transaction, rows: Record<string, unknown>[], at: string) => Promise<unknown>;
  refersTo: (row: Record<string, unknown>) => References;
};

/** Checks that lines have the same type in all four, and forgets it. */
const kind = <Shape extends z.ZodType<object>>(of: {
  type: string;
  shape: Shape;
  read: Kind['read'];
  load: (tx: Transaction, rows: z.output<Shape>[], at: string) => Promise<unknown>;
  refersTo?: (row: z.output<Shape>) => References;
}): Kind => ({ refersTo: () => [], ...of }) as unknown as Kind;

/**
 * The types of lines, in the order of the file: a line refers to earlier ones only. The writer and
 * the reader both follow this list, so that what one writes the other reads.
 */
export const KINDS: Kind[] = [
  kind({
    type: 'picture',
    shape: person.pictureLine,
    read: people.dumpPictures,
    load: loadPeople.loadPictures,
  }),
  kind({
    type: 'reader',
    shape: person.readerLine,
    read: people.dumpReaders,
    load: loadPeople.loadReaders,
    refersTo: ({ picture }) => [['picture', picture]],
  }),
  kind({
    type: 'organization',
    shape: person.organizationLine,
    read: people.dumpOrganizations,
    load: loadPeople.loadOrganizations,
    refersTo: ({ picture, members }) => [
      ['picture', picture],
      ...members.map(({ handle }): References[number] => ['reader', handle]),
    ],
  }),
  kind({
    type: 'repository',
    shape: paper.repositoryLine,
    read: papers.dumpRepositories,
    load: loadPapers.loadRepositories,
  }),
  kind({
    type: 'paper',
    shape: paper.paperLine,
    read: papers.dumpPapers,
    load: loadPapers.loadPapers,
    refersTo: ({ picture, organization, submitted_by, authors, pictures }) => [
      ['picture', picture],
      ['organization', organization?.slug],
      ['reader', submitted_by],
      ...authors.map(({ user }): References[number] => ['reader', user]),
      ...pictures.map((one): References[number] => ['picture', one.picture]),
    ],
  }),
  kind({
    type: 'redirect',
    shape: paper.redirectLine,
    read: papers.dumpRedirects,
    load: loadPapers.loadRedirects,
    refersTo: ({ to }) => [['paper', to]],
  }),
  kind({
    type: 'moderation',
    shape: person.moderationLine,
    read: moderationAsPublic,
    load: loadPeople.loadModeration,
    refersTo: ({ by, reader, paper: slug }) => [
      ['reader', by],
      ['reader', reader],
      ['paper', slug],
    ],
  }),
  kind({
    type: 'correction',
    shape: paper.correctionLine,
    read: papers.dumpCorrections,
    load: loadPapers.loadCorrections,
    refersTo: ({ paper: slug, by, log }) => [
      ['paper', slug],
      ['reader', by],
      ['log', log],
    ],
  }),
  kind({
    type: 'badges',
    shape: paper.badgesLine,
    read: papers.dumpBadges,
    load: loadPapers.loadBadges,
    refersTo: ({ places }) => places.map((place) => ['paper', place.paper]),
  }),
  kind({
    type: 'comment',
    shape: commentLine,
    read: dumpComments,
    load: loadRendered,
    refersTo: (row) => [
      ['paper', row.paper],
      ['comment', row.parent],
      ...('author' in row
        ? ([
            ['reader', row.author],
            ['reader', row.settled_by],
          ] satisfies References)
        : []),
    ],
  }),
  kind({
    type: 'upvote',
    shape: upvoteLine,
    read: dumpUpvotes,
    load: loadUpvotes,
    refersTo: ({ paper: slug, by }) => [
      ['paper', slug],
      ['reader', by],
    ],
  }),
  kind({
    type: 'collection',
    shape: person.collectionLine,
    read: people.dumpCollections,
    load: loadPeople.loadCollections,
    refersTo: ({ owner, papers: inside }) => [
      ['reader', owner],
      ...inside.map((one): References[number] => ['paper', one.paper]),
    ],
  }),
];

/** Names moderators and users only if the public log does. */
async function* moderationAsPublic(tx: Transaction) {
  const names = env().LOG_NAMES;
  for await (const entries of people.dumpModeration(tx)) {
    yield entries.map((entry) => ({
      ...entry,
      by: namesModerator(names) ? entry.by : null,
      reader: namesReader(String(entry.action), names) ? entry.reader : null,
    }));
  }
}

/** A dump has no HTML: nobody's is trusted but our renderer's. */
async function loadRendered(
  tx: Transaction,
  rows: z.output<typeof commentLine>[],
  at: string,
): Promise<void> {
  const rendered: object[] = [];
  for (const row of rows) {
    if (row.state !== 'visible') rendered.push(row);
    else {
      const name = `${row.id}.${row.revisions.length}`;
      const { html, renderer } = await renderComment(row.markdown, name, tx);
      rendered.push({ ...row, html, renderer });
    }
  }
  await loadComments(tx, rendered, at);
}
