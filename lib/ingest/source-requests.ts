import { env } from '@/lib/base/env';
import type { SourceId } from '@/lib/papers/sources';
import type { SourceName } from '@/lib/sources/ask-source';

export type SourceRequest = { name: SourceName; url: URL };

/** Returns the configured address with a path below it; a part cannot escape its segment. */
function below(base: string, parts: string[], query?: Record<string, string>): URL {
  const url = new URL(base);
  const path = parts.map((part) => encodeURIComponent(part)).join('/');
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  url.search = query ? new URLSearchParams(query).toString() : '';
  return url;
}

/**
 * Returns the requests that may find a paper, in order. They are built from the configuration and a
 * parsed identifier alone, so no other input reaches them. A web address has none.
 */
export function sourceRequests({ source, id }: SourceId): SourceRequest[] {
  const settings = env();
  switch (source) {
    case 'arxiv':
      return [
        {
          name: 'arxiv',
          url: arxivRequest(settings.ARXIV_API_URL, id),
        },
      ];
    case 'doi':
      return [{ name: 'crossref', url: below(settings.CROSSREF_API_URL, ['works', id]) }];
    case 'openreview':
      return [settings.OPENREVIEW_API_URL, settings.OPENREVIEW_V1_API_URL].map((base) => ({
        name: 'openreview',
        url: below(base, ['notes'], { id }),
      }));
    case 'acl':
      return [{ name: 'acl', url: below(settings.ACL_ANTHOLOGY_URL, [`${id}.xml`]) }];
    case 'biorxiv':
    case 'medrxiv':
      return [
        {
          name: 'biorxiv',
          url: below(settings.BIORXIV_API_URL, ['details', source, ...id.split('/'), 'na', 'json']),
        },
      ];
    case 'web':
      return [];
  }
}

function arxivRequest(base: string, id: string): URL {
  const url = new URL(base);
  url.search = new URLSearchParams({ id_list: id, max_results: '1' }).toString();
  return url;
}
