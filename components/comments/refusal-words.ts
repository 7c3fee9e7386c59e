import { REASONS, type Refusal } from '@/lib/base/errors';

/** Returns the sentence to show for a refusal. */
export function refusalWords({ reason, message, fields, retryAfter }: Refusal): string {
  const words = message ?? Object.values(fields ?? {})[0] ?? REASONS[reason].words;
  if (reason !== 'rate_limited' || message || !retryAfter) return words;
  return `That was fast. Try again in ${waiting(retryAfter)}.`;
}

const waiting = (seconds: number): string =>
  seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
