import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fault = (response: ServerResponse, page: string) => unknown;

export type OaiList = {
  url: string;
  /** The query of every request, in order. */
  asked: URLSearchParams[];
  /** Faults of the next requests, one each. */
  faults: Fault[];
  /** Milliseconds until a response. */
  delay: number;
  /** Invalidates all tokens issued so far. */
  forgetTokens(): void;
  records: string[];
  close(): Promise<void>;
};

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">`;

const oai = (content: string): string =>
  `${HEAD}\n<responseDate>2026-01-20T00:00:00Z</responseDate>\n${content}\n</OAI-PMH>\n`;

export const oaiError = (code: string): string =>
  oai(`<error code="${code}">as the protocol has it</error>`);

/** Starts a local OAI-PMH list: `records` in pages, with resumption tokens. */
export async function startOaiList(records: string[], perPage: number): Promise<OaiList> {
  let era = 1;
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    list.asked.push(query);
    const [from, of] = (query.get('resumptionToken') ?? `0|${era}`).split('|').map(Number);
    const page = of === era ? pageFrom(from ?? 0) : oaiError('badResumptionToken');
    const fault = list.faults.shift();
    if (fault) fault(response, page);
    else setTimeout(() => response.writeHead(200).end(page), list.delay);
  });
  const pageFrom = (from: number): string => {
    if (list.records.length === 0) return oaiError('noRecordsMatch');
    const next = from + perPage;
    const size = list.records.length;
    const token =
      next < size
        ? `<resumptionToken cursor="${from}" completeListSize="${size}">${next}|${era}</resumptionToken>`
        : `<resumptionToken cursor="${from}" completeListSize="${size}"></resumptionToken>`;
    const shown = list.records.slice(from, next).join('\n');
    return oai(`<ListRecords>\n${shown}\n${token}\n</ListRecords>`);
  };
  const list: OaiList = {
    url: '',
    asked: [],
    faults: [],
    delay: 0,
    records,
    forgetTokens: () => {
      era += 1;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  list.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oai`;
  return list;
}

/** A whole list on one page. */
export const oaiResponse = (...records: string[]): string =>
  oai(`<ListRecords>\n${records.join('\n')}\n</ListRecords>`);

type Version = { date: string; size?: string };

/** One record in arXiv's format arXivRaw. */
export const rawRecord = (
  id: string,
  {
    title = `On ${id}`,
    abstract = 'Written by hand.',
    versions = [{ date: 'Fri, 2 Jan 2026 03:04:05 GMT' }],
    categories = 'cs.LG stat.ML',
  }: { title?: string; abstract?: string; versions?: Version[]; categories?: string } = {},
): string => `<record><header><identifier>oai:arXiv.org:${id}</identifier>
<datestamp>2026-01-19</datestamp><setSpec>cs</setSpec></header>
<metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>${id}</id>
${versions.map(({ date, size = '9kb' }, i) => `<version version="v${i + 1}"><date>${date}</date><size>${size}</size></version>`).join('')}
<title>${title}</title><authors>Selene Gezeiten and J\\"urgen Mond</authors>
<categories>${categories}</categories><abstract>${abstract}</abstract></arXivRaw></metadata></record>`;

export const deletedRecord = (id: string): string =>
  `<record><header status="deleted"><identifier>oai:arXiv.org:${id}</identifier>
<datestamp>2026-01-19</datestamp><setSpec>cs</setSpec></header></record>`;
