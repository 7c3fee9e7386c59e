import { LRUCache } from 'lru-cache';
import { categoryName } from '@/lib/papers/categories';
import { getPaper } from '@/lib/papers/data';
import { SLUG } from '@/lib/papers/paths';
import { getWhy } from '@/lib/ranking/data';
import { site } from '@/lib/site/site';
import { badgeSvg } from './badge';
import { drawCard } from './draw';
import { paperCard } from './paper-card';
import type { Card } from './types';

/** Keyed by content: each card is drawn once, however many pages and visitors ask for it. */
const drawn = new LRUCache<string, Promise<Uint8Array<ArrayBuffer>>>({ max: 400, ttl: 86_400_000 });

function picture(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const { name, accent } = site();
  const own = { name, accent: accent.light };
  const key = JSON.stringify([card, own]);
  const known = drawn.get(key);
  if (known) return known;
  const made = drawCard(card, own);
  drawn.set(key, made);
  made.catch(() => drawn.delete(key));
  return made;
}

/**
 * Returns the card of the site, a topic or a paper by the path of its page; null for anything else.
 */
export async function pictureOf(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const [, room, rest = ''] = /^(site|topics|papers)(?:\/(.+))?$/.exec(path) ?? [];
  if (room === 'papers') {
    const found = SLUG.test(rest) ? await getPaper(rest) : null;
    return found && picture(paperCard(found.paper));
  }
  if (room === 'topics') {
    const name = categoryName(rest);
    return name ? picture({ title: name, line: `Papers in ${rest}`, foot: rest }) : null;
  }
  const { name, tagline } = site();
  return room === 'site' && !rest ? picture({ title: name, line: tagline, foot: '' }) : null;
}

/** Returns a paper's badge by `badges/` and its slug; null for anything else. */
export async function badgeOf(path: string): Promise<string | null> {
  const [, slug = ''] = /^badges\/(.+)$/.exec(path) ?? [];
  const found = SLUG.test(slug) ? await getPaper(slug) : null;
  if (!found) return null;
  const { standing } = await getWhy(found.paper.id, null);
  const { name, accent } = site();
  const { upvotes } = found.paper;
  return badgeSvg({ name, upvotes, place: standing?.place ?? null, accent: accent.light });
}
