import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { refuse } from '@/lib/base/errors';
import type { ApiClient } from '@/lib/programs/api/operation';
import { privateError } from '@/lib/programs/api/route';
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
 * The Model Context Protocol over streamable HTTP, stateless, so that any instance can respond.
 * Unlike the API's reads, it refuses an expired token: an agent would otherwise silently lose
 * tools.
 */
async function handle(request: Request): Promise<Response> {
  try {
    if (!isExpected(request.headers)) return privateError(refuse('cross_site'));
    return await withDeadline(async () => {
      const bearer = await bearerOf(request.headers);
      const known = bearer === 'unknown' ? null : bearer;
      const address = addressOf(request.headers);
      const program = await askProgram(known?.id ?? null, address);
      if (program.refusal) return privateError(program.refusal, program.state);
      if (bearer === 'unknown') {
        const message = 'This token is unknown, expired or revoked.';
        return privateError(refuse('signed_out', { message }), program.state);
      }
      const parsedBody = await readJson(request);
      if (Array.isArray(parsedBody)) {
        // A batch would bypass the rate limit, which counts requests.
        return privateError(refuse('invalid', { message: 'Send one message at a time.' }));
      }
      const viewer = known?.viewer ?? null;
      const client: ApiClient = {
        viewer,
        scopes: known?.scopes ?? [],
        network: networkKey(address),
      };
      const server = createMcpServer({
        client,
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
    return privateError(loggedRefusal('mcp', error));
  }
}

/** No server-initiated messages and no session to end, so other methods return 405. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({ POST: handle });
