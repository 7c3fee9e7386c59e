import { strToU8, Zip, ZipDeflate } from 'fflate';
import { OWN_DATA, ownRows, RELATED_DATA, upvotedForBibtex } from '@/db/queries/own-data';
import { getOwnProfile } from '@/db/queries/people';
import { env, siteUrl } from '@/lib/base/env';
import { bibtex } from '@/lib/papers/bibtex';
import { pictureFile } from '@/lib/pictures/paths';
import { pictureStore } from '@/lib/pictures/store';
import type { Viewer } from '@/lib/web/types';

type File = { name: string; pieces: AsyncIterable<string | Uint8Array> };

/** Lists the files of a user's download; each is generated while it is read. */
async function* files(viewer: Viewer): AsyncGenerator<File> {
  const tables = [...OWN_DATA.map(({ table }) => table), ...RELATED_DATA];
  yield* [
    { name: 'README.txt', pieces: once(readme(viewer)) },
    ...tables.map((table) => ({
      name: `${table === 'users' ? 'profile' : table.replaceAll('_', '-')}.json`,
      pieces: jsonArray(ownRows(table, viewer.id)),
    })),
    { name: 'upvoted.bib', pieces: entries(viewer.id) },
  ];
  const avatar = (await getOwnProfile(viewer.id))?.picture;
  const bytes = avatar && (await (await pictureStore()).get(pictureFile(avatar.hash, 'large')));
  if (bytes) yield { name: 'picture.webp', pieces: once(bytes) };
}

/**
 * Returns the user's data as a zip stream. At most a few thousand rows are in memory at a time,
 * whatever the size.
 */
export function ownDataZip(viewer: Viewer): ReadableStream<Uint8Array> {
  const chunks = zipped(files(viewer));
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return(undefined);
    },
  });
}

async function* zipped(all: AsyncIterable<File>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) ready.push(chunk);
  });
  const taken = () => {
    const made = ready;
    ready = [];
    return made;
  };
  for await (const { name, pieces } of all) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for await (const piece of pieces) {
      entry.push(typeof piece === 'string' ? strToU8(piece) : piece);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

async function* once<Piece>(piece: Piece): AsyncGenerator<Piece> {
  yield piece;
}

async function* jsonArray(pages: AsyncIterable<string[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of pages) {
    yield before + rows.join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function* entries(userId: string): AsyncGenerator<string> {
  for await (const papers of upvotedForBibtex(userId)) {
    yield `${papers.map((paper) => bibtex(paper)).join('\n\n')}\n\n`;
  }
}

const readme = ({
  handle,
}: Viewer): string => `What ${env().SITE_NAME} (${siteUrl()}) keeps about ${
  handle ? `@${handle}` : 'you'
}, as of ${new Date().toISOString()}.

profile.json          your account and profile; picture.webp is the picture that you uploaded
upvotes.json          papers you upvoted; upvoted.bib has them as BibTeX
comments.json         what you wrote, and comment-revisions.json what it was before edits
sessions.json         where you are signed in, and passkeys.json what else signs you in
moderation-log.json   what moderators did that concerns your account

The other files are called after what they hold, and are [] where there is nothing. Times are UTC or
say their offset; papers are named by their address on the site. What other readers said about you,
secrets (which are stored as hashes only) and where votes came from (a keyed hash of a network that is
forgotten after 30 days) are left out.
`;
