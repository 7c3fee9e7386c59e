const SAYS_SO = /\bwithdrawn\b/i;
const OTHER_THAN_THIS =
  /\b(?:previous|earlier|former|first|old|older|v\d+|version \d+)\b[^.;]{0,40}\bwithdrawn\b|\bwithdrawn (?:paper|article|submission|version|manuscript|preprint)\b/i;
const WHOLE_ABSTRACT =
  /^(?:this|the) (?:paper|article|submission|manuscript|preprint|work)[^.]{0,40}\bwithdrawn\b/i;

/**
 * Whether a paper counts as withdrawn. arXiv has no field for it, only the authors' words in the
 * comments (or in place of the abstract). `empty` says whether the latest version has no files,
 * where the format tells: a paper that came back with files is not withdrawn, whatever it says.
 */
export function isWithdrawn(note: string, abstract: string, empty?: boolean): boolean {
  if (empty === false) return false;
  if (WHOLE_ABSTRACT.test(abstract)) return true;
  return SAYS_SO.test(note) && (empty === true || !OTHER_THAN_THIS.test(note));
}
