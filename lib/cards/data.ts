import { LRUCache } from 'lru-cache';
import { categoryName } from '@/lib/papers/categories';
import { getPaper } from '@/lib/papers/data';
import { site } from '@/lib/site/site';
import { drawCard } from './draw';
import { paperCard } from './paper-card';
import type { Card } from './types';

/** By what they say: a card is drawn once, however many addresses and visitors there are. */
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

export async function paperPicture(slug: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await getPaper(slug);
  return found && picture(paperCard(found.paper));
}

export async function topicPicture(topic: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const name = categoryName(topic);
  if (!name) return null;
  return picture({ title: name, line: 'Papers that readers upvote and discuss', foot: topic });
}

export function sitePicture(): Promise<Uint8Array<ArrayBuffer>> {
  const { name, tagline } = site();
  return picture({ title: name, line: tagline, foot: '' });
}
