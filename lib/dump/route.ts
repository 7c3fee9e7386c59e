import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { isFresh } from '@/lib/web/conditional';
import { DATA, type DumpFile, MANIFEST } from './files';

const PUBLIC = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-robots-tag': 'noindex',
};

/** Parses `latest.json` into the dump's name and whether it is the manifest; null if malformed. */
export function readDumpName(name: string): { dump: string; manifest: boolean } | null {
  if (name.endsWith(DATA)) return { dump: name.slice(0, -DATA.length), manifest: false };
  if (name.endsWith(MANIFEST)) return { dump: name.slice(0, -MANIFEST.length), manifest: true };
  return null;
}

export const manifestResponse = ({ manifest }: DumpFile): Response =>
  Response.json(manifest, { headers: { ...PUBLIC, 'cache-control': 'public, max-age=300' } });

/** Returns the file as a streamed response. */
export function dumpResponse(request: Request, { path, bytes, manifest }: DumpFile): Response {
  const etag = `"${manifest.sha256}"`;
  const headers = { ...PUBLIC, etag, 'cache-control': 'public, max-age=300' };
  if (isFresh(request.headers, { etag })) {
    return new Response(null, { status: 304, headers });
  }
  const stream = request.method === 'HEAD' ? null : Readable.toWeb(createReadStream(path));
  return new Response(stream as ReadableStream | null, {
    headers: {
      ...headers,
      'content-type': 'application/gzip',
      'content-length': String(bytes),
      'content-disposition': `attachment; filename="${manifest.file}"`,
    },
  });
}
