/** Bytes kept from each end of a body: twice the typed fields of our largest form. */
const END = 128 * 1024;
/** Maximum number of fields that are returned. */
const MAX_FIELDS = 60;

type Ends = { head: Buffer; tail: Buffer };

export type KeptFields = {
  fields: [name: string, value: string][];
  /** The field whose file was too large. */
  file: string | null;
};

/** Keeps the beginning and the end of a body that is too large to buffer. */
export function keepEnds(): Ends & { add: (chunk: Buffer) => void } {
  const ends = {
    head: Buffer.alloc(0),
    tail: Buffer.alloc(0),
    add(chunk: Buffer) {
      const room = END - ends.head.length;
      if (room > 0) ends.head = Buffer.concat([ends.head, chunk.subarray(0, room)]);
      if (chunk.length > room) {
        ends.tail = Buffer.concat([ends.tail, chunk.subarray(Math.max(room, 0))]).subarray(-END);
      }
    },
  };
  return ends;
}

/**
 * Returns the fields that are complete in the ends of a form's body; the large one was between
 * them.
 */
export async function fieldsOf(contentType: string, ends: Ends): Promise<KeptFields> {
  const boundary = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(
    contentType,
  );
  const kept = boundary
    ? await fromUpload(contentType, `\r\n--${boundary[1] ?? boundary[2]}`, ends)
    : fromUrlEncoded(ends);
  return { ...kept, fields: kept.fields.slice(0, MAX_FIELDS) };
}

async function fromUpload(type: string, delimiter: string, ends: Ends): Promise<KeptFields> {
  // The first delimiter has no preceding line break.
  const head = Buffer.concat([Buffer.from('\r\n'), ends.head]);
  const cut = head.lastIndexOf(delimiter);
  const end = ends.tail.indexOf(delimiter);
  const body = Buffer.concat([
    head.subarray(2, Math.max(cut, 2)),
    end < 0 ? Buffer.from(`${delimiter}--\r\n`) : ends.tail.subarray(end),
  ]);
  const large = head.subarray(Math.max(cut, 0)).toString('utf8', 0, 1_000);
  const file = /^content-disposition:[^\r\n]*\bname="([^"]{1,100})"; *filename=/im.exec(large);
  try {
    const parts = await new Response(new Uint8Array(body.subarray(cut < 2 ? 2 : 0)), {
      headers: { 'content-type': type },
    }).formData();
    const fields = [...parts].filter(
      (part): part is [string, string] => typeof part[1] === 'string',
    );
    return { fields, file: file?.[1] ?? null };
  } catch {
    return { fields: [], file: file?.[1] ?? null };
  }
}

function fromUrlEncoded({ head, tail }: Ends): KeptFields {
  const first = head.toString('latin1');
  const last = tail.toString('latin1');
  const whole = [
    first.slice(0, Math.max(first.lastIndexOf('&'), 0)),
    last.includes('&') ? last.slice(last.indexOf('&') + 1) : '',
  ];
  return { fields: [...new URLSearchParams(whole.join('&'))], file: null };
}
