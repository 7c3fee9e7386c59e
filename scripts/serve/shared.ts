import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { errorCode, type Refusal, toRefusal } from '@/lib/base/errors';
import { limitConcurrency } from '@/lib/base/limit-concurrency';
import { log } from '@/lib/base/log';
import { ADDRESS_HEADER, INTERNAL_HEADER } from '@/lib/web/incoming';
import { askLimit } from '@/lib/web/rate-limit';
import { limitHeaders } from '@/lib/web/response';
import type { Make, ResponseStore } from '@/lib/web/response-store';
import { SHARED_HEADER } from '@/lib/web/shared-page';
import type { Made } from '@/lib/web/stored/entry';
import { type Asked, isCostly } from '@/lib/web/stored/keys';
import type { Admission } from './admission';
import { askDetached, type Handler } from './detached';
import { type FilledPage, PageTemplates, type TemplateSource } from './page-template';
import { refuse, refusePage } from './refusals';
import { type Content, fillSearch, SEARCH_PATH, SEARCH_TEMPLATE } from './search-template';
import { toSharedPage } from './shared-page';

/** Serves an API read without Next; null if the URL is none. */
export type ReadApi = (url: string) => Promise<Made> | null;
/** Serves an API write without Next; null if Next has to. */
export type WriteApi = (request: IncomingMessage) => Promise<Made> | null;
/** Renders what depends on the query of a search page. */
export type RenderSearch = (query: string) => Promise<Content>;
/** Reads what is put into a template; null if Next has to render the page. */
export type ReadPage = (url: string) => Promise<FilledPage | null>;
/** Renders a refusal for API clients. */
export type RefuseApi = (refusal: Refusal, headers: Record<string, string>) => Promise<Made>;

type Parts = {
  handler: Handler;
  secret: string;
  store: ResponseStore;
  api: {
    read: ReadApi;
    write: WriteApi;
    refuse: RefuseApi;
    search: RenderSearch;
    page?: ReadPage;
  } | null;
  admission?: Admission | null;
};

/**
 * Pages and feeds that are rendered at once, for searches and for all others, and that may be queued.
 * Each turn of the event loop does a part of all that are at once, and a vote or a read of the API
 * needs several turns.
 */
const AT_ONCE = 2;
const WAITING = 60;
/**
 * Milliseconds: how long a request may be queued, so that it still meets its deadline, and after
 * which one that is rendered waits for the database rather than for the processor.
 */
const PATIENCE = 2_500;
const HOLD = 500;
/** Seconds, for Retry-After. */
export const COME_LATER = 5;

/**
 * Serves what is the same for everyone from the store, and has Next (or the API itself) render it
 * once for all concurrent requests. Limits API reads by network; for searches, only those not in
 * the store.
 */
export class SharedResponses {
  readonly #templates = new PageTemplates();
  readonly #searchInTurn = limitConcurrency(AT_ONCE, WAITING, { patience: PATIENCE });
  readonly #pageInTurn = limitConcurrency(AT_ONCE, WAITING, { patience: PATIENCE, hold: HOLD });

  constructor(private readonly parts: Parts) {}

  /** Whether a cached response was sent again without re-encoding. */
  repeat(request: IncomingMessage, response: ServerResponse): boolean {
    return this.parts.store.repeat(request, response);
  }

  /** Returns whether this handles the request; if not, Next does. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { store, api } = this.parts;
    const writing = isRead(request) ? null : api?.write(request);
    if (writing) {
      writing.then(
        (made) => send(response, made),
        (error) => this.#fail(response, error),
      );
      return true;
    }
    const asked = store.asked(request);
    if (!asked) return false;
    if (asked.kind === 'page') {
      const make = this.#makeOf(request, asked);
      // Those that were asked for before first: readers ask for them again, crawlers do not.
      const inTurn = (admitted: Make) => this.#pageInTurn(admitted, store.knows(asked));
      if (this.#serve(request, response, asked, make, inTurn)) return true;
      store.capture(request, response, asked);
      return false;
    }
    const answering =
      asked.kind === 'api'
        ? this.#api(request, response, asked)
        : this.#search(request, response, asked);
    answering.catch((error) => this.#fail(response, error));
    return true;
  }

  /**
   * Calls `go` if the network of a stranger has budget left for a costly page in a form that is not
   * shared, such as that of a navigation within the site.
   */
  async admit(request: IncomingMessage, response: ServerResponse, go: () => void): Promise<void> {
    const { refusal } = await askLimit('search', strangerOf(request));
    if (refusal) this.#refuse(response, 429, refusal.retryAfter);
    else go();
  }

  /** Calls `go`, which has Next render a page, in turn with others; clicks within the site first. */
  queue(request: IncomingMessage, response: ServerResponse, go: () => Promise<void>): void {
    const isClick = request.headers.rsc !== undefined;
    const work = async () => response.destroyed || go();
    this.#pageInTurn(work, isClick).catch((error) => this.#fail(response, error));
  }

  async #api(request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
    const { api } = this.parts;
    const { refusal, state } = await askLimit('api', strangerOf(request));
    const headers = limitHeaders(state);
    if (refusal && api) return send(response, await api.refuse(refusal, headers));
    if (refusal) return this.#refuse(response, 429, refusal.retryAfter);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    this.#serve(request, response, asked, this.#makeOf(request, asked));
  }

  async #search(request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
    const { store } = this.parts;
    if (!store.has(asked)) {
      const { refusal } = await askLimit('search', strangerOf(request));
      if (refusal) return this.#refuse(response, 429, refusal.retryAfter);
    }
    const make = this.#makeOf(request, asked);
    this.#serve(request, response, asked, () => this.#searchInTurn(make));
  }

  #serve(
    request: IncomingMessage,
    response: ServerResponse,
    asked: Asked,
    make: Make,
    inTurn: (admitted: Make) => Promise<Made> = (admitted) => admitted(),
  ): boolean {
    const { store, admission } = this.parts;
    const fail = (error: unknown) => this.#fail(response, error);
    const admitted = admission ? () => admission.run(request, make) : make;
    return store.serve(request, response, asked, () => inTurn(admitted), fail);
  }

  #fail(response: ServerResponse, error: unknown): void {
    report(error);
    if (response.headersSent) response.destroy();
    else this.#refuse(response, 503);
  }

  #refuse(response: ServerResponse, status: number, seconds = COME_LATER): void {
    if (response.headersSent) return;
    response.setHeader('retry-after', seconds);
    if (this.parts.store.asked(response.req)?.hasTemplate || isCostly(response.req))
      refusePage(response, status);
    else refuse(response, status);
  }

  #makeOf(request: IncomingMessage, { kind, hasTemplate }: Asked): Make {
    const { handler, secret, api } = this.parts;
    const { url = '/' } = request;
    const direct = kind === 'api' ? api?.read : undefined;
    const headers: IncomingHttpHeaders = {
      host: request.headers.host,
      accept: request.headers.accept ?? '*/*',
      ...(request.headers['x-forwarded-proto'] && {
        'x-forwarded-proto': request.headers['x-forwarded-proto'],
      }),
      // Anonymous: rate limits have been applied, and the response is the same for everyone.
      [ADDRESS_HEADER]: 'unknown',
      [INTERNAL_HEADER]: secret,
      ...(kind === 'listing' && { [SHARED_HEADER]: '1' }),
    };
    const make = async () => direct?.(url) ?? askDetached(handler, url, headers);
    if (hasTemplate) return () => this.#templatedPage(url, headers, make);
    if (kind !== 'listing') return make;
    const page = async () => toSharedPage(await make());
    const [path, query = ''] = cut(url);
    return api && path === SEARCH_PATH ? () => this.#searchPage(query, headers, page) : page;
  }

  /**
   * Puts what a page shows into one that Next has rendered once. Next renders those that do not fit,
   * and the page that says that the database does not answer.
   */
  async #templatedPage(url: string, headers: IncomingHttpHeaders, make: Make): Promise<Made> {
    const page = await this.parts.api?.page?.(url).catch(report);
    if (!page) return make();
    const template = await this.#template(page.source, headers);
    return template?.fillStored(page.filling) ?? make();
  }

  /** Puts results into a page that Next has made once; Next makes the page if there is none. */
  async #searchPage(query: string, headers: IncomingHttpHeaders, make: Make): Promise<Made> {
    const { api } = this.parts;
    const template = await this.#template(SEARCH_TEMPLATE, headers);
    return template && api ? fillSearch(template, await api.search(query)) : make();
  }

  #template(source: TemplateSource, headers: IncomingHttpHeaders) {
    return this.#templates.get(source, ({ path, as }) =>
      askDetached(this.parts.handler, path, { ...headers, ...(as && { [SHARED_HEADER]: as }) }),
    );
  }
}

/** Logs an error, but that the database does not answer: a log of its own says that. */
function report(error: unknown): void {
  if (toRefusal(error).reason === 'unavailable') return;
  log.error({ code: errorCode(error) ?? String((error as Error)?.name) }, 'unanswered');
}

const cut = (url: string): string[] => {
  const at = url.indexOf('?');
  return at === -1 ? [url] : [url.slice(0, at), url.slice(at + 1)];
};

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

const strangerOf = (request: IncomingMessage) => ({
  viewer: null,
  address: String(request.headers[ADDRESS_HEADER]),
});

function send(response: ServerResponse, { status, headers, body }: Made): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
  response.writeHead(status).end(response.req.method === 'HEAD' ? undefined : body);
}
