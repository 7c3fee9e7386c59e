import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { refuse } from '@/lib/base/errors';
import type { Asker } from '@/lib/programs/api/operation';
import { errorAnswer } from '@/lib/programs/api/route';
import { isExpected } from '@/lib/programs/mcp/access';
import { createMcpServer } from '@/lib/programs/mcp/server';
import { bearerOf } from '@/lib/tokens/bearer';
import { readJson } from '@/lib/web/body';
import { withDeadline } from '@/lib/web/deadline';
import { methodsOf } from '@/lib/web/methods-of';
import { networkKey } from '@/lib/web/network-key';
import { askLimit, askProgram } from '@/lib/web/rate-limit';
import { addressOf } from '@/lib/web/request-headers';
import { revalidating } from '@/lib/web/revalidate';
import { loggedRefusal } from '@/lib/web/route';

/**
 * The Model Context Protocol over streamable HTTP, without sessions: every request stands for
 * itself, so any instance can answer it. Unlike reads elsewhere a token that is over is refused:
 * an agent would wonder where its tools went.
 */
async function answer(request: Request): Promise<Response> {
  try {
    if (!isExpected(request.headers)) return errorAnswer(refuse('cross_site'));
    return await withDeadline(async () => {
      const bearer = await bearerOf(request.headers);
      const known = bearer === 'unknown' ? null : bearer;
      const address = addressOf(request.headers);
      const program = await askProgram(known?.id ?? null, address);
      if (program.refusal) return errorAnswer(program.refusal, program.state);
      if (bearer === 'unknown') {
        const message = 'This token is unknown, expired or revoked.';
        return errorAnswer(refuse('signed_out', { message }), program.state);
      }
      const parsedBody = await readJson(request);
      if (Array.isArray(parsedBody)) {
        // One request would be as many as it likes.
        return errorAnswer(refuse('invalid', { message: 'Send one message at a time.' }));
      }
      const viewer = known?.viewer ?? null;
      const asker: Asker = { viewer, scopes: known?.scopes ?? [], network: networkKey(address) };
      const server = createMcpServer({
        asker,
        take: async (limit) => limit && (await askLimit(limit, { viewer, address })).refusal,
      });
      const transport = new WebStandardStreamableHTTPServerTransport({
        sessionIdGenerator: undefined,
        enableJsonResponse: true,
      });
      await server.connect(transport);
      try {
        const response = await revalidating(() => transport.handleRequest(request, { parsedBody }));
        response.headers.set('cache-control', 'private, no-store');
        return response;
      } finally {
        await server.close();
      }
    }, 15_000);
  } catch (error) {
    return errorAnswer(loggedRefusal('mcp', error));
  }
}

/** Nothing is sent unasked, and there is no session to end: all else is a 405. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({ POST: answer });
