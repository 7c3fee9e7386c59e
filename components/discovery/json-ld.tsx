import { scriptJson } from '@/lib/discovery/json-ld';

/** Structured data for search engines: a data block that browsers do not execute. */
export const JsonLd = ({ data }: { data: object }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />
);
