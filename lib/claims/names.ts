/** A name as it stands in an address, decoded; null for what cannot be an author's name. */
export function readName(encoded: string): string | null {
  try {
    const name = decodeURIComponent(encoded);
    return name.length <= 300 && /^\P{Cc}+$/u.test(name) && !/\p{Cs}/u.test(name) ? name : null;
  } catch {
    return null;
  }
}
