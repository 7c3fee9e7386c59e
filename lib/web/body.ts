import { AppError } from '@/lib/base/errors';

/** Bytes of a body at the most. */
export const MAX_JSON = 64 * 1024;
export const MAX_FORM = 1024 * 1024;

const mediaType = (request: Request): string | undefined =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();

/** A body of this media type; throws `invalid` for another, `too_large` above `max` bytes. */
async function readBytes(request: Request, type: string, max: number): Promise<Buffer> {
  if (mediaType(request) !== type) throw new AppError('invalid');
  if (Number(request.headers.get('content-length') ?? 0) > max) throw new AppError('too_large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  // A length may be missing or a lie, so what arrives is counted.
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > max) throw new AppError('too_large');
      chunks.push(chunk);
    }
  } catch (cause) {
    // A client that hangs up in the middle is no fault of ours, nor of the database's.
    throw cause instanceof AppError ? cause : new AppError('invalid', { cause });
  }
  return Buffer.concat(chunks);
}

export async function readJson(request: Request, max = MAX_JSON): Promise<unknown> {
  const bytes = await readBytes(request, 'application/json', max);
  try {
    // What is no UTF-8 would be stored with signs of replacement in it.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('invalid');
  }
}

const FORM = 'application/x-www-form-urlencoded';
const UPLOAD = 'multipart/form-data';
/** Parts of an upload: the fields of our largest form, several times over. */
const MAX_PARTS = 200;

export async function readForm(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams((await readBytes(request, FORM, MAX_FORM)).toString('utf8'));
}

export type Upload = {
  fields: URLSearchParams;
  /** By the field's name; a field without a file chosen is left out. */
  files: Map<string, Uint8Array>;
};

/** A form that may carry files, in either encoding; its whole body is as small as any form's. */
export async function readUpload(request: Request): Promise<Upload> {
  if (mediaType(request) !== UPLOAD) return { fields: await readForm(request), files: new Map() };
  const type = request.headers.get('content-type') ?? '';
  const body = await readBytes(request, UPLOAD, MAX_FORM);
  let parts: [string, FormDataEntryValue][];
  try {
    parts = [
      ...(await new Response(new Uint8Array(body), {
        headers: { 'content-type': type },
      }).formData()),
    ];
  } catch (cause) {
    throw new AppError('invalid', { cause });
  }
  if (parts.length > MAX_PARTS) throw new AppError('too_large');
  const fields = new URLSearchParams();
  const files: Upload['files'] = new Map();
  for (const [name, value] of parts) {
    if (typeof value === 'string') fields.append(name, value);
    else if (value.size > 0) files.set(name, new Uint8Array(await value.arrayBuffer()));
  }
  return { fields, files };
}
