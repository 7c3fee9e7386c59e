import { createHash } from 'node:crypto';
import type { Crowd, CrowdKind } from '@/db/queries/moderation-crowds';
import type { Focus, Mutual, NetworkPair, VoteFact } from '@/db/queries/moderation-patterns';
import type { StoredFinding } from '@/db/schema/moderation';
import type { VoteKey } from './schema';
import type { PaperEvidence, Pattern } from './types';

/** Votes shown as a pattern's evidence; its form can exclude all of them. */
export const MOST_EVIDENCE = 120;

/** A pattern before names are looked up. */
export type Finding = {
  kind: Pattern['kind'];
  key: string;
  subject: string | null;
  readers: string[];
  votes: VoteKey[];
};

/** The same users in the same kind of pattern have the same key, in any order. */
export const patternKey = (kind: Pattern['kind'], ...parts: string[]): string =>
  createHash('sha256')
    .update([kind, ...parts].join(' '))
    .digest('hex');

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Connects users by pairs on one network into rings, also across two networks. */
export function ringsOf(pairs: NetworkPair[]): Finding[] {
  const rings = new Map<string, Map<string, VoteKey>>();
  for (const [, ofNetwork] of groups(pairs, (pair) => pair.network)) {
    for (const component of components(ofNetwork)) {
      const readers = sorted(component.flatMap((pair) => [pair.a, pair.b]));
      const votes = rings.get(readers.join(' ')) ?? new Map<string, VoteKey>();
      for (const { a, b, papers } of component) {
        for (const paperId of papers) {
          for (const userId of [a, b]) votes.set(`${paperId}:${userId}`, { paperId, userId });
        }
      }
      rings.set(readers.join(' '), votes);
    }
  }
  return [...rings].map(([names, votes]) => {
    const readers = names.split(' ');
    const key = patternKey('network', ...readers);
    return { kind: 'network', key, subject: null, readers, votes: [...votes.values()] };
  });
}

export const focusOf = ({ reader, subject, papers }: Focus): Finding => ({
  kind: 'focus',
  key: patternKey('focus', reader, subject),
  subject,
  readers: [reader],
  votes: papers.map((paperId) => ({ paperId, userId: reader })),
});

export const mutualOf = ({ a, b, forB, forA }: Mutual): Finding => ({
  kind: 'mutual',
  key: patternKey('mutual', ...sorted([a, b])),
  subject: null,
  readers: sorted([a, b]),
  votes: [
    ...forB.map((paperId) => ({ paperId, userId: a })),
    ...forA.map((paperId) => ({ paperId, userId: b })),
  ],
});

/** Returns one pattern per mailbox, network or day, over all papers that exceed the threshold. */
export const crowdsOf = (kind: CrowdKind, crowds: Crowd[]): Finding[] =>
  [...groups(crowds, ({ name }) => name)].map(([name, papers]) => ({
    kind,
    key: patternKey(kind, name),
    subject: kind === 'newcomers' ? name : null,
    readers: sorted(papers.flatMap(({ users }) => users)),
    votes: papers.flatMap(({ paperId, users }) => users.map((userId) => ({ paperId, userId }))),
  }));

function groups<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return found;
}

/** Returns the connected components of pairs, by union-find. */
function components(pairs: NetworkPair[]): NetworkPair[][] {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    const above = parent.get(id) ?? id;
    if (above === id) return id;
    const top = root(above);
    parent.set(id, top);
    return top;
  };
  for (const { a, b } of pairs) parent.set(root(a), root(b));
  return [...groups(pairs, (pair) => root(pair.a)).values()];
}

/** Groups votes by paper, in the order they were cast; the paper with the latest vote first. */
export function evidenceOf(facts: VoteFact[]): PaperEvidence[] {
  const papers = new Map<number, PaperEvidence>();
  for (const { userId, handle, role, paperId, slug, title, at } of facts) {
    if (!handle) continue;
    const paper = papers.get(paperId) ?? { paperId, slug, title, votes: [] };
    paper.votes.push({ userId, handle, role, at });
    papers.set(paperId, paper);
  }
  for (const { votes } of papers.values()) votes.sort((a, b) => a.at.localeCompare(b.at));
  const latest = (paper: PaperEvidence) => paper.votes.at(-1)?.at ?? '';
  return [...papers.values()].sort((a, b) => latest(b).localeCompare(latest(a)));
}

/** Adds names and times to a finding; null if nothing of it can be shown. */
export function withEvidence(
  finding: StoredFinding,
  facts: Map<string, VoteFact>,
  dismissed: Pattern['dismissed'],
): Pattern | null {
  const papers = evidenceOf(
    finding.votes.flatMap(({ paperId, userId }) => facts.get(`${paperId}:${userId}`) ?? []),
  );
  const readers = new Map<string, Pattern['readers'][number]>();
  for (const { userId, handle, role } of papers.flatMap((paper) => paper.votes)) {
    const reader = readers.get(userId) ?? { userId, handle, role, votes: 0 };
    readers.set(userId, { ...reader, votes: reader.votes + 1 });
  }
  // Without removed votes it may no longer be a pattern.
  if (readers.size < (finding.kind === 'focus' ? 1 : 2)) return null;
  const gone = finding.votes.length - papers.flatMap((paper) => paper.votes).length;
  return {
    kind: finding.kind,
    key: finding.key,
    subject: finding.subject,
    readers: [...readers.values()].sort((a, b) => a.handle.localeCompare(b.handle)),
    votes: finding.count - gone,
    papers,
    dismissed,
  };
}
