import type { Database } from '@/db/client';

export async function measureSpeed(_url: string, _on: Database, _papers: number) {
  return { head: [''], rows: [] as string[][] };
}
