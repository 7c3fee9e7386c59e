/**
 * Returns a stable number from 0 to 2³²−1 for a text: FNV-1a with its high bits mixed into the low
 * ones, which hardly differ for short texts. For drawings, not for secrets.
 */
export function hashText(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return (value ^ (value >>> 15)) >>> 0;
}
