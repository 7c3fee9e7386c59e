import { readUnapi } from '@/lib/exports/unapi';
import { definePublicFile } from '@/lib/web/public-file';

/** The papers of a list for reference managers such as Zotero. */
export const GET = definePublicFile({
  name: 'readUnapi',
  limit: 'api',
  run: (request) => readUnapi(new URL(request.url).searchParams),
});
