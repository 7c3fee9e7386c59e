import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { atomEntry, atomError, atomFeed, dailyList, oaiPage } from './arxiv-responses';
import { oaiResponse, rawRecord } from './oai-list';

export type ArxivStandIn = {
  /** For ARXIV_API_URL, ARXIV_OAI_URL and HF_PAPERS_URL. */
  env: { ARXIV_API_URL: string; ARXIV_OAI_URL: string; HF_PAPERS_URL: string };
  /** Every requested path with its query, in order. */
  asked: string[];
  /** While away, returns 503 for everything; `POST /away` and `/back` do the same from outside. */
  setAway(away: boolean): void;
  close(): Promise<void>;
};

/** Behavior by the thousands of an identifier's number: 2501.2xxxx is busy, and so on. */
const FATES: Record<string, (response: ServerResponse, id: string, times: number) => unknown> = {
  // Busy twice, then responds.
  2: (response, id, times) =>
    times <= 2
      ? send(response, 429, 'Rate exceeded.', { 'retry-after': '1' })
      : send(response, 200, atomFeed(atomEntry(id))),
  // Never responds.
  3: () => {},
  4: (response, id) =>
    send(response, 200, atomFeed(atomEntry(id, 'This paper has been withdrawn by the authors'))),
  5: (response) => send(response, 200, atomFeed()),
  6: (response) => send(response, 302, '', { location: 'http://127.0.0.1:1/elsewhere' }),
  7: (response, id) => send(response, 200, atomFeed(atomEntry(id, 'x'.repeat(2 ** 21)))),
  8: (response, id) =>
    send(response, 200, `<!DOCTYPE feed [<!ENTITY x "y">]>${atomFeed(atomEntry(id)).slice(38)}`),
  9: (response) => send(response, 200, '<html><body>Maintenance</body></html>'),
};

/**
 * A stub of arXiv's API and OAI-PMH and of Hugging Face's daily list. Serves recordings from
 * TEST_DATA_DIR, if set, and handwritten responses for all other identifiers.
 */
export async function startArxiv(port = 0): Promise<ArxivStandIn> {
  const recorded = recordedAnswers();
  const asked: string[] = [];
  const times = new Map<string, number>();
  let away = false;
  let revised = false;

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST') {
      away = url.pathname === '/away';
      revised ||= url.pathname === '/revise';
      return send(response, 204, '');
    }
    asked.push(url.pathname + url.search);
    if (away) return send(response, 503, 'away');
    if (url.searchParams.get('set') === 'eess') return send(response, 200, ownPaper(revised));
    if (url.pathname === '/oai') return answerOai(response, url, times);
    if (url.pathname === '/api/daily_papers') {
      const day = url.searchParams.get('date') ?? '2026-07-31';
      return send(response, 200, dailyList(day, ['2501.10001', '2501.10002']));
    }
    const id = url.searchParams.get('id_list') ?? '';
    const known = recorded.get(id);
    if (known) return send(response, known.status, known.body);
    const count = (times.get(id) ?? 0) + 1;
    times.set(id, count);
    if (!/^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/.test(id)) return send(response, 400, atomError(id));
    const fate = /^2501\.(\d)\d{4}$/.exec(id)?.[1] ?? '';
    if (FATES[fate]) return FATES[fate](response, id, count);
    return send(response, 200, atomFeed(atomEntry(id)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      ARXIV_API_URL: `${base}/api/query`,
      ARXIV_OAI_URL: `${base}/oai`,
      HF_PAPERS_URL: `${base}/api/daily_papers`,
    },
    asked,
    setAway: (value) => {
      away = value;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A set's list with one paper, which gets a second version after `POST /revise`. */
function ownPaper(revised: boolean): string {
  const versions = [{ date: 'Thu, 2 Jan 2025 03:04:05 GMT' }];
  if (revised) versions.push({ date: 'Sun, 2 Feb 2025 03:04:05 GMT' });
  const title = `${revised ? 'Quick' : 'Slow'} tides of networks`;
  return oaiResponse(rawRecord('2501.10021', { title, versions }));
}

/** Two pages; the first request of the second one is too early. */
function answerOai(response: ServerResponse, url: URL, times: Map<string, number>): ServerResponse {
  const token = url.searchParams.get('resumptionToken');
  if (!token) return send(response, 200, oaiPage(['2501.10003', '2501.10004'], 'second|1'));
  if (token !== 'second|1') {
    return send(response, 200, '<OAI-PMH><error code="badResumptionToken">no</error></OAI-PMH>');
  }
  const count = (times.get(token) ?? 0) + 1;
  times.set(token, count);
  if (count === 1) return send(response, 503, 'Retry after 1 second', { 'retry-after': '1' });
  return send(response, 200, oaiPage(['2501.10005', '2501.10006'], null));
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): ServerResponse {
  response.writeHead(status, { 'content-type': 'application/atom+xml; charset=utf-8', ...headers });
  return response.end(body);
}

/** Recorded responses to single identifiers; the recorder has decoded UTF-8 as Latin-1. */
function recordedAnswers(): Map<string, { status: number; body: Buffer }> {
  const answers = new Map<string, { status: number; body: Buffer }>();
  const folder = process.env.TEST_DATA_DIR && path.join(process.env.TEST_DATA_DIR, 'arxiv_api');
  for (const name of folder ? readdirSync(folder) : []) {
    const { url, status_code, body } = JSON.parse(
      readFileSync(path.join(folder ?? '', name), 'utf8'),
    );
    const id = new URL(url).searchParams.get('id_list');
    if (id) answers.set(id, { status: status_code, body: Buffer.from(body, 'latin1') });
  }
  return answers;
}
