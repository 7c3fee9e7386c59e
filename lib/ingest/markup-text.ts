const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
};

const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, ten, hex, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const code = ten ? Number(ten) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });

/**
 * The text of what Crossref and others carry as JATS, MathML or HTML inside of a string: elements
 * gone, paragraphs apart, formulas as the TeX that stands beside them. What is no markup stays.
 */
export function markupText(source: string): string {
  const bare = source
    .replace(
      /<(?:jats:)?tex-math[^<>]*>\s*(?:<!\[CDATA\[)?([\s\S]*?)(?:\]\]>)?\s*<\/(?:jats:)?tex-math>/gi,
      inDollars,
    )
    .replace(/<(?:mml:)?math\b[\s\S]*?<\/(?:mml:)?math>/gi, (math) => math.replace(/<[^<>]*>/g, ''))
    .replace(/<(?:jats:)?title\b[^<>]*>\s*(?:abstract|summary)\s*<\/(?:jats:)?title>/gi, '')
    .replace(/<\/?(?:jats:)?(?:p|sec|title|list|list-item|br)\b[^<>]*>/gi, '\n\n')
    .replace(/<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>/gi, '');
  // Twice, because some deposit what was escaped already.
  return decode(decode(bare)).trim();
}

/** `$x$` and `\(x\)` have their marks already; a whole document around a formula is cut away. */
function inDollars(_: string, tex: string): string {
  const body = /\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(tex)?.[1] ?? tex;
  const formula = body
    .trim()
    .replace(/^\$+|\$+$/g, '')
    .replace(/^\\\(|\\\)$/g, '')
    .trim();
  return formula ? `$${formula}$` : '';
}
