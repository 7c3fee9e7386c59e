import { Badge } from '@/components/ui/badge';

/** Says why a paper stands on Trending where its score would not have brought it. */
export const LittleSeen = () => (
  // Not a Link, as in RowTrend: it leads to a part of a page.
  <a
    href="/about/ranking#fair-chances"
    title="Stands here for this hour, so that somebody sees it. How that works"
    className="inline-flex min-h-6 items-center hover:underline"
  >
    <Badge kind="accent">New, little seen</Badge>
  </a>
);
