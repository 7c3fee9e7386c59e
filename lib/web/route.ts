import { connection } from 'next/server';
import type { z } from 'zod';
import {
  AppError,
  isDatabaseAway,
  type Refusal,
  type Result,
  refuse,
  toRefusal,
} from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { contextOf } from '@/lib/web/session';
import type { Context } from '@/lib/web/types';
import { refuseByWho, type Who } from './access';
import { errorMessage, fieldMessages } from './action';
import { readJson } from './body';
import { withDeadline } from './deadline';
import type { RouteHandler } from './methods-of';
import { askLimit, type LimitName, type LimitState } from './rate-limit';
import { addressOf, isSameOrigin } from './request-headers';
import { jsonResponse } from './response';
import { revalidating } from './revalidate';

type Definition<Input extends z.ZodType, Output> = {
  /** For the log. */
  name: string;
  who?: Who;
  /** Parsed from path parameters, query and, except for a GET, the JSON body. */
  input: Input;
  limit: LimitName | null;
  run: (context: Context, input: z.output<Input>) => Promise<Result<Output>>;
  /** Changes the response at the end, for example to set a cookie. */
  finish?: (response: Response, context: Context, request: Request) => void;
};

/**
 * Creates a JSON route handler for our own pages, from a read or a verb: same origin for writes →
 * who → limit → input → `run`.
 */
export function defineRoute<Input extends z.ZodType, Output>(
  definition: Definition<Input, Output>,
): RouteHandler {
  return async (request, route) => {
    // `next build` calls every GET; this ends it there.
    await connection();
    let state: LimitState | null = null;
    try {
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (!reads && !isSameOrigin(request.headers)) throw new AppError('cross_site');
      return await withDeadline(async () => {
        const context = await contextOf(request);
        const refusal = definition.who && refuseByWho(definition.who, context.viewer);
        if (refusal) return jsonResponse(refusal);
        if (definition.limit) {
          const by = { viewer: context.viewer, address: addressOf(request.headers) };
          const answer = await askLimit(definition.limit, by);
          state = answer.state;
          if (answer.refusal) return jsonResponse(answer.refusal, state);
        }
        const parsed = definition.input.safeParse({
          ...Object.fromEntries(new URL(request.url).searchParams),
          ...(reads ? {} : object(await readJson(request))),
          ...(await route.params),
        });
        if (!parsed.success) {
          return jsonResponse(refuse('invalid', { fields: fieldMessages(parsed.error) }), state);
        }
        const result = await revalidating(() => definition.run(context, parsed.data));
        const response = jsonResponse(result, state);
        definition.finish?.(response, context, request);
        return response;
      });
    } catch (error) {
      return jsonResponse(loggedRefusal(definition.name, error), state);
    }
  };
}

/** Turns an error into a refusal; logs it if it is our fault or the database's. */
export function loggedRefusal(route: string, error: unknown): Refusal {
  const refusal = toRefusal(error);
  if (refusal.reason === 'internal' || isDatabaseAway(error)) {
    log.error({ route, reason: refusal.reason, err: errorMessage(error) }, 'route failed');
  }
  return refusal;
}

const object = (body: unknown): object => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new AppError('invalid');
  }
  return body;
};
