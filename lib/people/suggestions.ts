import { takenHandles } from '@/db/queries/people';
import { proposeHandles } from './handles';

/** Returns up to `most` free handles that fit a name and an address, best first. */
export async function freeHandles(
  { name, email }: { name: string | null; email: string | null },
  most = 4,
): Promise<string[]> {
  const proposals = proposeHandles(name, email);
  const taken = new Set(await takenHandles(proposals));
  return proposals.filter((proposal) => !taken.has(proposal)).slice(0, most);
}
