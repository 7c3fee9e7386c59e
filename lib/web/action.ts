import type { z } from 'zod';
import { isDatabaseAway, type Result, refuse, toRefusal } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { viewerContext } from '@/lib/web/session';
import type { Context } from '@/lib/web/types';
import { withDeadline } from './deadline';
import { networkKey } from './network-key';
import { type LimitName, takeLimit } from './rate-limit';
import { requestAddress, requireSameOrigin } from './request';

type Definition<Input extends z.ZodType, Output> = {
  /** The verb, as lib/sign-in/permissions lists it. */
  name: string;
  input: Input;
  limit?: LimitName;
  run: (context: Context, input: z.output<Input>) => Promise<Result<Output>>;
};

/**
 * Makes a server action: same origin → who is it → rate limit → input → `run`. It answers with a
 * result and never throws; whether the viewer may do this is decided by the service verb.
 */
export function defineAction<Input extends z.ZodType, Output>(
  definition: Definition<Input, Output>,
): (input: z.input<Input>) => Promise<Result<Output>> {
  return async (input) => {
    try {
      const address = await requestAddress();
      await requireSameOrigin();
      return await withDeadline(async () => {
        const context = { ...(await viewerContext()), network: networkKey(address) };
        if (definition.limit) {
          const limited = await takeLimit(definition.limit, { viewer: context.viewer, address });
          if (limited) return limited;
        }
        const parsed = definition.input.safeParse(input);
        if (!parsed.success) return refuse('invalid', { fields: fieldMessages(parsed.error) });
        return await definition.run(context, parsed.data);
      });
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.reason === 'internal' || isDatabaseAway(error)) {
        log.error(
          { action: definition.name, reason: refusal.reason, err: errorMessage(error) },
          'action failed',
        );
      }
      return refusal;
    }
  };
}

/** The first message of each field, by its name. */
export function fieldMessages(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.') || 'form'] ??= issue.message;
  return fields;
}

/** An error's name and message without parameters: drizzle's own carries SQL and values. */
export const errorMessage = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
};
