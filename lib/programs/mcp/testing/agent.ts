import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { Scope } from '@/lib/tokens/types';
import type { Viewer } from '@/lib/web/types';
import { createMcpServer } from '../server';

/** Connects an agent of this user, with what a token of these scopes would let it do. */
export async function agent(
  viewer: Viewer | null,
  scopes: Scope[] = viewer ? ['read', 'write'] : [],
) {
  const caller = { viewer, scopes, network: null };
  const server = createMcpServer({ client: caller, take: async () => null });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'a test', version: '1' });
  await Promise.all([server.connect(ours), client.connect(theirs)]);
  return async (name: string, args: Record<string, unknown> = {}) => {
    const result = await client.callTool({ name, arguments: args });
    const [{ text } = { text: '' }] = result.content as { text: string }[];
    return { text, isError: result.isError ?? false, data: result.structuredContent };
  };
}
