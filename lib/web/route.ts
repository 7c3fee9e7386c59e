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
import { errorMessage, fieldMessages } from './action';
import { readJson, readUpload, type Upload } from './body';
import { withDeadline } from './deadline';
import { askLimit, type LimitName, type LimitState, takeLimit } from './rate-limit';
import { addressOf, isSameOrigin } from './request-headers';
import { jsonAnswer, textAnswer } from './response';

type RouteHandler = (
  request: Request,
  route: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

type Definition<Input extends z.ZodType, Output> = {
  /** The verb, as lib/sign-in/permissions lists it. */
  name: string;
  /** Parsed from the path's parameters, the query and, unless it is a GET, the JSON body. */
  input: Input;
  limit?: LimitName;
  run: (context: Context, input: z.output<Input>, request: Request) => Promise<Result<Output>>;
  /** Last words on the answer, such as a cookie. */
  finish?: (response: Response, context: Context, request: Request) => void;
};

/**
 * Makes a JSON route handler: same origin for what changes something → who is it → rate limit →
 * input → `run`. Whether the viewer may do this is decided by the service verb.
 */
export function defineRoute<Input extends z.ZodType, Output>(
  definition: Definition<Input, Output>,
): RouteHandler {
  return async (request, route) => {
    // A build tries every GET: it ends here.
    await connection();
    let state: LimitState | null = null;
    try {
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (!reads && !isSameOrigin(request.headers)) throw new AppError('cross_site');
      return await withDeadline(async () => {
        const context = await contextOf(request);
        if (definition.limit) {
          const by = { viewer: context.viewer, address: addressOf(request.headers) };
          const answer = await askLimit(definition.limit, by);
          state = answer.state;
          if (answer.refusal) return jsonAnswer(answer.refusal, state);
        }
        const parsed = definition.input.safeParse({
          ...Object.fromEntries(new URL(request.url).searchParams),
          ...(reads ? {} : object(await readJson(request))),
          ...(await route.params),
        });
        if (!parsed.success) {
          return jsonAnswer(refuse('invalid', { fields: fieldMessages(parsed.error) }), state);
        }
        const result = await definition.run(context, parsed.data, request);
        const response = jsonAnswer(result, state);
        definition.finish?.(response, context, request);
        return response;
      });
    } catch (error) {
      return jsonAnswer(loggedRefusal(definition.name, error), state);
    }
  };
}

/**
 * Makes the handler of a plain HTML form, which works without JavaScript: same origin → fields →
 * `run`, which leads to a page of ours.
 */
export function defineForm(definition: {
  name: string;
  limit?: LimitName;
  /** Milliseconds; more than usual where `run` asks another site. */
  deadline?: number;
  /** `files`: what was uploaded, where the form is sent as multipart/form-data. */
  run: (
    context: Context,
    fields: URLSearchParams,
    files: Upload['files'],
    request: Request,
  ) => Promise<Response>;
}): RouteHandler {
  return async (request) => {
    try {
      if (!isSameOrigin(request.headers)) throw new AppError('cross_site');
      const { limit } = definition;
      // What is the database's part is answered in the usual time, whatever `run` waits for.
      const [context, refusal] = await withDeadline(async () => {
        const context = await contextOf(request);
        const by = { viewer: context.viewer, address: addressOf(request.headers) };
        return [context, limit ? await takeLimit(limit, by) : null] as const;
      });
      if (refusal) return textAnswer(refusal);
      return await withDeadline(async () => {
        const { fields, files } = await readUpload(request);
        return definition.run(context, fields, files, request);
      }, definition.deadline);
    } catch (error) {
      return textAnswer(loggedRefusal(definition.name, error));
    }
  };
}

/** The refusal that stands for an error; what is our fault or the database's is logged. */
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
