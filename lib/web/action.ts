import { updateTag } from 'next/cache';
import type { z } from 'zod';
import { isDatabaseAway, type Result, refuse, toRefusal } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { viewerContext } from '@/lib/web/session';
import { refuseByWho } from './access';
import { withDeadline } from './deadline';
import { networkKey } from './network-key';
import { takeLimit } from './rate-limit';
import { requestAddress, requireSameOrigin } from './request';
import { revalidating } from './revalidate';
import type { Verb } from './verb';

/**
 * Makes a server action from a verb: same origin → who → limit → input → `run`. It returns a result
 * and never throws.
 */
export function defineAction<Input extends z.ZodType, Output>(
  verb: Verb<Input, Output>,
): (input: z.input<Input>) => Promise<Result<Output>> {
  return async (input) => {
    try {
      const address = await requestAddress();
      await requireSameOrigin();
      return await withDeadline(async () => {
        const context = { ...(await viewerContext()), network: networkKey(address) };
        const { viewer } = context;
        const refusal =
          refuseByWho(verb.who, viewer) ??
          (verb.limit && (await takeLimit(verb.limit, { viewer, address })));
        if (refusal) return refusal;
        const parsed = verb.input.safeParse(input);
        if (!parsed.success) return refuse('invalid', { fields: fieldMessages(parsed.error) });
        // The viewer sees the change with the response.
        return await revalidating(() => verb.run(context, parsed.data), updateTag);
      }, verb.deadline);
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.reason === 'internal' || isDatabaseAway(error)) {
        log.error(
          { action: verb.name, reason: refusal.reason, err: errorMessage(error) },
          'action failed',
        );
      }
      return refusal;
    }
  };
}

/** Returns the first message per field. */
export function fieldMessages(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.') || 'form'] ??= issue.message;
  return fields;
}

/**
 * Returns an error's name and message without parameters: drizzle's own message contains SQL and
 * values.
 */
export const errorMessage = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
};
