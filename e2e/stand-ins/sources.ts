import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  aclMods,
  biorxivDetails,
  biorxivNone,
  crossrefWork,
  openReviewFirst,
  openReviewNote,
} from './source-responses';

export type SourcesStandIn = {
  env: Record<
    | 'CROSSREF_API_URL'
    | 'OPENREVIEW_API_URL'
    | 'OPENREVIEW_V1_API_URL'
    | 'ACL_ANTHOLOGY_URL'
    | 'BIORXIV_API_URL',
    string
  >;
  /** Every requested path with its query, in order. */
  asked: string[];
  /** Target of redirects; the test that sets it counts the requests. */
  elsewhere: string;
  close(): Promise<void>;
};

/** Behavior by a word in the identifier or the last digit of a preprint's number. */
const FATES = [
  'fine',
  'busy',
  'away',
  'slow',
  'moved',
  'cut',
  'odd',
  'large',
  'none',
  'locked',
] as const;
type Fate = (typeof FATES)[number];

const fateOf = (path: string): Fate => {
  const digit = /\/\d{4}\.\d\d\.\d\d\.\d+(\d)\/na\/json$/.exec(path)?.[1];
  return digit
    ? (FATES[Number(digit)] ?? 'fine')
    : (FATES.find((fate) => path.includes(fate)) ?? 'fine');
};

/**
 * Starts local stubs of Crossref, both OpenReview APIs, the ACL Anthology and bioRxiv, one per
 * path.
 */
export async function startSources(): Promise<SourcesStandIn> {
  const asked: string[] = [];
  const times = new Map<string, number>();
  const standIn = { elsewhere: 'http://127.0.0.1:1/elsewhere' };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(url.pathname + url.search);
    const count = (times.get(url.href) ?? 0) + 1;
    times.set(url.href, count);
    const answer = answerTo(url);
    switch (fateOf(decodeURIComponent(url.pathname + url.search))) {
      case 'busy':
        return count <= 2
          ? send(response, 429, 'Too many.', { 'retry-after': '1' })
          : send(response, ...answer);
      case 'away':
        return send(response, 503, 'away');
      case 'slow':
        return undefined;
      case 'moved':
        return send(response, 302, '', { location: standIn.elsewhere });
      case 'cut':
        return send(response, 200, answer[1].slice(0, answer[1].length / 2));
      case 'odd':
        return send(response, 200, '<html><body>Maintenance</body></html>');
      case 'large':
        return send(response, 200, answer[1] + ' '.repeat(2 ** 21));
      case 'none':
        return url.pathname.includes('/details/')
          ? send(response, 200, biorxivNone())
          : send(response, 404, 'Resource not found.');
      case 'locked':
        return send(response, 403, '{"name":"ForbiddenError"}');
      default:
        return send(response, ...answer);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(standIn, {
    env: {
      CROSSREF_API_URL: `${base}/crossref`,
      OPENREVIEW_API_URL: `${base}/openreview`,
      OPENREVIEW_V1_API_URL: `${base}/openreview1`,
      ACL_ANTHOLOGY_URL: `${base}/acl`,
      BIORXIV_API_URL: `${base}/biorxiv`,
    },
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function answerTo(url: URL): [status: number, body: string] {
  const [, place = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
  const id = url.searchParams.get('id') ?? '';
  if (place === 'crossref' && rest[0] === 'works') return [200, crossrefWork(rest[1] ?? '')];
  // Submissions from before 2023 have an identifier here that says so.
  if (place === 'openreview') {
    return id.startsWith('old') ? [404, '{"name":"NotFoundError"}'] : [200, openReviewNote(id)];
  }
  if (place === 'openreview1') return [200, openReviewFirst(id)];
  if (place === 'acl') return [200, aclMods((rest[0] ?? '').replace(/\.xml$/, ''))];
  if (place === 'biorxiv') return [200, biorxivDetails(rest[1] ?? '', `${rest[2]}/${rest[3]}`)];
  return [404, 'no such place'];
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): ServerResponse {
  return response.writeHead(status, headers).end(body);
}
