import { z } from 'zod';
import { env } from '@/lib/base/env';
import { toBytes } from './text';

/** Maximum bytes of a response: enough for 64 vectors of 4,096 numbers as text. */
const MOST_BYTES = 8_000_000;
const MOST_NUMBERS = 4_096;

const reply = z.object({
  data: z
    .array(
      z.object({
        index: z.int().min(0).optional(),
        embedding: z.array(z.number()).min(2).max(MOST_NUMBERS),
      }),
    )
    .min(1),
});

/** Returns the configured model of the encoder; null if there is none. */
export function encoderModel(): string | null {
  const { EMBEDDINGS_URL, EMBEDDINGS_MODEL } = env();
  return EMBEDDINGS_URL && EMBEDDINGS_MODEL ? EMBEDDINGS_MODEL : null;
}

const address = (url: string): string =>
  url.endsWith('/embeddings') ? url : `${url.replace(/\/+$/, '')}/embeddings`;

/**
 * Embeds texts with the host's encoder (`POST /embeddings` of the OpenAI API) and returns vectors
 * as signed bytes, in order. Throws if there is no valid response within `timeout` ms.
 */
export async function encode(texts: string[], timeout: number): Promise<Int8Array[]> {
  const { EMBEDDINGS_URL, EMBEDDINGS_MODEL, EMBEDDINGS_KEY } = env();
  if (!EMBEDDINGS_URL || !EMBEDDINGS_MODEL)
    throw new Error('EMBEDDINGS_URL or EMBEDDINGS_MODEL is not set');
  const response = await fetch(address(EMBEDDINGS_URL), {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
    headers: {
      'content-type': 'application/json',
      ...(EMBEDDINGS_KEY && { authorization: `Bearer ${EMBEDDINGS_KEY}` }),
    },
    body: JSON.stringify({ model: EMBEDDINGS_MODEL, input: texts }),
  });
  if (!response.ok) throw new Error(`the encoder responded with ${response.status}`);
  const { data } = reply.parse(JSON.parse(await limitedText(response)));
  const ordered = data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const [first] = ordered;
  const even = ordered.every(({ embedding }) => embedding.length === first?.embedding.length);
  if (ordered.length !== texts.length || !even)
    throw new Error('unexpected vectors from the encoder');
  return ordered.map(({ embedding }) => toBytes(Float32Array.from(embedding)));
}

async function limitedText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > MOST_BYTES) throw new Error('response from the encoder is too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
