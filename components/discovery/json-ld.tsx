import { scriptJson } from '@/lib/discovery/json-ld';

/** Data for search engines: a block of data, which no browser runs. */
export const JsonLd = ({ data }: { data: object }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />
);
