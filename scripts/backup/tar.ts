const BLOCK = 512;

/** Returns a file as it is in a tar archive (POSIX ustar), for names of up to 100 bytes. */
export function tarEntry(name: string, bytes: Uint8Array): Buffer[] {
  if (Buffer.byteLength(name) > 100) throw new Error(`too long a name: ${name}`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(bytes.length, 11), 124);
  header.write(octal(Math.floor(Date.now() / 1000), 11), 136);
  // The sum is taken with spaces in its own place.
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)} `, 148);
  return [header, Buffer.from(bytes), Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)];
}

/** Two empty blocks end an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK);

export class BrokenArchive extends Error {}

/** Reads the files of an archive one after the other. Throws BrokenArchive if it is cut off. */
export async function* readTar(
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<{ name: string; bytes: Buffer }> {
  let buffered: Buffer[] = [];
  let length = 0;
  const source = pieces[Symbol.asyncIterator]();
  const take = async (size: number): Promise<Buffer> => {
    while (length < size) {
      const piece = await source.next();
      if (piece.done) throw new BrokenArchive('cut off');
      buffered.push(piece.value);
      length += piece.value.length;
    }
    const all = Buffer.concat(buffered);
    buffered = [all.subarray(size)];
    length = all.length - size;
    return all.subarray(0, size);
  };
  for (;;) {
    const header = await take(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (header.toString('latin1', 257, 262) !== 'ustar') throw new BrokenArchive('no archive');
    const text = (from: number, to: number) => header.toString('utf8', from, to).split('\0', 1)[0];
    const size = Number.parseInt(text(124, 136) ?? '', 8);
    const bytes = await take(size);
    await take((BLOCK - (size % BLOCK)) % BLOCK);
    yield { name: text(0, 100) ?? '', bytes };
  }
  // To the end, because only there compression tells whether all of it is right.
  while (!(await source.next()).done);
}
