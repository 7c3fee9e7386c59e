/** Decodes an author's name from an address; null if it cannot be one. */
export function readName(encoded: string): string | null {
  try {
    const name = decodeURIComponent(encoded);
    return name.length <= 300 && /^\P{Cc}+$/u.test(name) && !/\p{Cs}/u.test(name) ? name : null;
  } catch {
    return null;
  }
}
