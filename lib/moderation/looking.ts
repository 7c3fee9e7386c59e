import { db } from '@/db/client';
import { findPatterns, saveLook } from '@/db/queries/moderation-patterns';
import { crowdsOf, type Finding, focusOf, MOST_EVIDENCE, mutualOf, ringsOf } from './patterns';

/** Maximum number of stored patterns of a kind. */
const MOST_KEPT = 50;

/**
 * Searches the votes of the last days for patterns and replaces the stored ones, each with its
 * latest votes. Returns how many there are.
 */
export async function lookForPatterns(): Promise<number> {
  const { pairs, focused, mutual, crowds } = await findPatterns();
  const findings = [
    ...largest(crowdsOf('mailbox', crowds.mailbox)),
    ...largest(crowdsOf('crowd', crowds.crowd)),
    ...largest(crowdsOf('newcomers', crowds.newcomers)),
    ...largest(ringsOf(pairs)),
    ...mutual.map(mutualOf),
    ...focused.map(focusOf),
  ].map(({ kind, key, subject, votes }) => ({
    kind,
    key,
    subject,
    count: votes.length,
    votes: votes.slice(0, MOST_EVIDENCE),
  }));
  await saveLook(db(), findings);
  return findings.length;
}

const largest = (findings: Finding[]): Finding[] =>
  findings.sort((a, b) => b.votes.length - a.votes.length).slice(0, MOST_KEPT);
