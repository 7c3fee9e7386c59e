import { connection } from 'next/server';
import { refuse } from '@/lib/base/errors';
import { previewDigest } from '@/lib/digests/preview';
import { previewInput } from '@/lib/digests/schema';
import { refuseAdministering } from '@/lib/moderation/policy';
import { withDeadline } from '@/lib/web/deadline';
import { PRIVATE, textResponse } from '@/lib/web/response';
import { loggedRefusal } from '@/lib/web/route';
import { contextOf } from '@/lib/web/session';

/** An email's inline styles are allowed, nothing else. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/** Renders a digest as subscribers receive it; 404 for everyone but administrators. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  try {
    return await withDeadline(async () => {
      const { viewer } = await contextOf(request);
      const input = previewInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (refuseAdministering(viewer) || !input.success) return textResponse(refuse('not_found'));
      const { html, text } = await previewDigest(input.data.cadence);
      const asText = input.data.as === 'text';
      return new Response(asText ? text : html, {
        headers: {
          ...PRIVATE,
          'content-type': `text/${asText ? 'plain' : 'html'}; charset=utf-8`,
          'content-security-policy': POLICY,
        },
      });
    });
  } catch (error) {
    return textResponse(loggedRefusal('previewDigest', error));
  }
}
