import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { badgeWords, shortBadgeWords } from '@/lib/badges/messages';
import { periodOfBadge } from '@/lib/papers/medal';
import { feedPath } from '@/lib/papers/paths';
import type { Badge } from '@/lib/papers/types';

const tone = (rank: number): string =>
  rank === 1 ? 'bg-caution-soft text-caution' : 'bg-sunken text-muted';

/** The days, weeks and months in which a paper ranked in the top three, as links. */
export function PaperBadges({ badges, brief = false }: { badges: Badge[]; brief?: boolean }) {
  return badges.map((badge) => (
    <Link
      key={`${badge.period} ${badge.start}`}
      href={feedPath(periodOfBadge(badge))}
      prefetch={false}
      title={brief ? badgeWords(badge) : undefined}
      className={`inline-flex min-h-6 items-center gap-1 whitespace-nowrap rounded px-1.5 font-medium font-sans text-xs leading-none hover:underline ${tone(badge.rank)}`}
    >
      <Icon name="medal" className="size-3.5" />
      {brief ? shortBadgeWords(badge) : badgeWords(badge)}
    </Link>
  ));
}
