import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll } from 'vitest';
import { renderMarkdown } from '@/lib/markup/render';
import { GET, POST } from '../route';

let server: Server;
let url: URL;

/** Serves the route to the tests of this file. Call it at the top level. */
export function useTools(): void {
  beforeAll(() => renderMarkdown('Ready?', { namespace: 'ready' }));
  beforeAll(async () => {
    server = http.createServer(async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const headers = new Headers();
      for (const [name, value] of Object.entries(incoming.headers)) {
        if (typeof value === 'string') headers.set(name, value);
      }
      const { method } = incoming;
      const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
      const request = new Request(new URL(incoming.url ?? '/', url), { method, headers, body });
      const handler = method === 'POST' ? POST : GET;
      const response = await handler(request, { params: Promise.resolve({}) });
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/mcp`);
  });
  afterAll(() => new Promise((done) => server.close(done)));
}

/** Connects the SDK's client to the route. */
export async function connectTools(token?: string): Promise<Client> {
  const client = new Client({ name: 'a test', version: '1' });
  const headers = token ? { authorization: `Bearer ${token}` } : undefined;
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  return client;
}

const textOf = (result: Awaited<ReturnType<Client['callTool']>>): string =>
  (result.content as { text: string }[]).map(({ text }) => text).join('\n');

export const callTool = async (
  client: Client,
  name: string,
  args: Record<string, unknown> = {},
) => {
  const result = await client.callTool({ name, arguments: args });
  return { text: textOf(result), isError: result.isError ?? false, data: result.structuredContent };
};
