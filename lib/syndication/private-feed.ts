import { findFeedReader } from '@/db/queries/tastes';
import { escapeHtml } from '@/lib/base/escape';
import { hashToken } from '@/lib/base/secrets';
import { site } from '@/lib/site/site';
import { listForYou } from '@/lib/taste/data';
import { whyWords } from '@/lib/taste/messages';
import { FOR_YOU_PATH, feedAddress } from '@/lib/taste/paths';
import { withDeadline } from '@/lib/web/deadline';
import { paperEntry } from './entries';
import type { FeedFormat } from './types';
import { writeFeed } from './write';

/** 32 bytes in base64url. */
const TOKEN = /^[\w-]{43}$/;
const ENTRIES = 30;

/** Renders a For you feed by its token; null if the token is unknown or revoked. Never cached. */
export async function getPrivateFeed(token: string, format: FeedFormat): Promise<string | null> {
  if (!TOKEN.test(token)) return null;
  const userId = await withDeadline(() => findFeedReader(hashToken(token)));
  if (!userId) return null;
  const { name, url, logo } = site();
  const papers = await listForYou(userId, ENTRIES);
  return writeFeed(
    {
      title: `For you · ${name}`,
      description: `New papers on ${name} in the order of what you like.`,
      link: url + FOR_YOU_PATH,
      self: url + feedAddress(format, token),
      site: { name, icon: url + (logo ?? '/icon.svg') },
      entries: papers.map(({ paper, why }) => {
        const entry = paperEntry(paper, url);
        const reason = whyWords(why);
        return reason ? { ...entry, html: `${entry.html}\n<p>${escapeHtml(reason)}</p>` } : entry;
      }),
    },
    format,
  );
}
