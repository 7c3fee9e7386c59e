const SAYS_SO = /\bwithdrawn\b/i;
const OTHER_THAN_THIS =
  /\b(?:previous|earlier|former|first|old|older|v\d+|version \d+)\b[^.;]{0,40}\bwithdrawn\b|\bwithdrawn (?:paper|article|submission|version|manuscript|preprint)\b/i;
const WHOLE_ABSTRACT =
  /^(?:this|the) (?:paper|article|submission|manuscript|preprint|work)[^.]{0,40}\bwithdrawn\b/i;

/**
 * Returns whether a paper is withdrawn. arXiv has no field for it, only the authors' comments (or a
 * notice in place of the abstract). `empty` says whether the latest version has no files, if the
 * format has it: a paper whose files are back is not withdrawn, whatever its comments say.
 */
export function isWithdrawn(note: string, abstract: string, empty?: boolean): boolean {
  if (empty === false) return false;
  if (WHOLE_ABSTRACT.test(abstract)) return true;
  return SAYS_SO.test(note) && (empty === true || !OTHER_THAN_THIS.test(note));
}
