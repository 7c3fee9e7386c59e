import { Badge } from '@/components/ui/badge';

/** Explains a paper's place on Trending that its score did not earn. */
export const LittleSeen = () => (
  // A plain anchor, as in RowTrend: it links to a fragment of a page.
  <a
    href="/about/ranking#fair-chances"
    title="Shown here for this hour so that readers see it. How this works"
    className="inline-flex min-h-6 items-center hover:underline"
  >
    <Badge kind="accent">New, little seen</Badge>
  </a>
);
