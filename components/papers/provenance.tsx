import { Icon } from '@/components/ui/icon';
import { Tip } from '@/components/ui/tip';
import { formatCount } from '@/lib/papers/dates';
import { siteName } from '@/lib/papers/source-sites';
import type { PaperSummary } from '@/lib/papers/types';

type Props = { href: string; paper: Pick<PaperSummary, 'summaryBy' | 'listing'> };

/** Where a row's text and its place come from, behind one small icon; nothing without either. */
export function Provenance({ href, paper: { summaryBy, listing } }: Props) {
  const words = [
    summaryBy ? `Summary by ${summaryBy}.` : '',
    listing ? listingWords(listing) : '',
  ].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <Tip href={href} words={words.join(' ')}>
      <Icon name="info" className="size-3.5" />
    </Tip>
  );
}

function listingWords({ site, upvotes }: NonNullable<PaperSummary['listing']>): string {
  const { name } = siteName(site);
  if (upvotes === 0) return `Listed on ${name}.`;
  const count = upvotes === 1 ? '1 upvote' : `${formatCount(upvotes)} upvotes`;
  return `${count} on ${name}, not counted here.`;
}
