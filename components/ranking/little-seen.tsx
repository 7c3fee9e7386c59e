import Link from 'next/link';
import { Badge } from '@/components/ui/badge';

/** Says why a paper stands on Trending where its score would not have brought it. */
export const LittleSeen = () => (
  <Link
    href="/about/ranking#fair-chances"
    prefetch={false}
    title="Stands here for this hour, so that somebody sees it. How that works"
    className="hover:underline"
  >
    <Badge kind="accent">New, little seen</Badge>
  </Link>
);
