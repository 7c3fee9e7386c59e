import { formatDate, formatDays, formatMonth } from '@/lib/papers/dates';
import { periodOfBadge } from '@/lib/papers/medal';
import { daysOf } from '@/lib/papers/periods';
import type { Badge } from '@/lib/papers/types';

/** `#1 paper of the day, 20 July 2026`, `#2 paper of the week, 20 – 26 July 2026`. */
export function badgeWords(badge: Badge): string {
  const { first, last } = daysOf(periodOfBadge(badge));
  const when = badge.period === 'month' ? formatMonth(first.slice(0, 7)) : formatDays(first, last);
  return `#${badge.rank} paper of the ${badge.period}, ${when}`;
}

/** The short form: `#1 on 20 Jul 2026`, `#2 of week 30`, `#3 of July 2026`. */
export function shortBadgeWords(badge: Badge): string {
  const { at } = periodOfBadge(badge);
  if (badge.period === 'day') return `#${badge.rank} on ${formatDate(`${at}T00:00:00Z`)}`;
  if (badge.period === 'week') return `#${badge.rank} of week ${Number(at.slice(6))}`;
  return `#${badge.rank} of ${formatMonth(at)}`;
}
