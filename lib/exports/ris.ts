import { plainText } from '@/lib/markup/plain';
import { pdfUrl, sourceUrl } from '@/lib/papers/links';
import { nameParts } from '@/lib/papers/names';
import { retractionNote } from '@/lib/papers/retraction';
import type { ExportPaper } from './types';

type Line = [tag: string, value: string | null | undefined];

/** A value ends with its line, so a line break must not start another field. */
const oneLine = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that end lines
  text.replace(/[\0-\x1f\x7f\x85\u2028\u2029]+/g, ' ').trim();

function author(name: string): string {
  const parts = nameParts(name);
  if ('literal' in parts) return parts.literal;
  return [parts.family, parts.given, parts.suffix].filter(Boolean).join(', ');
}

const record = (paper: ExportPaper, url: string): Line[] => [
  ['TY', paper.journalRef ? 'JOUR' : 'UNPB'],
  ['TI', plainText(paper.title)],
  ...paper.authors.map(({ name }): Line => ['AU', author(name)]),
  ...(paper.authors.length === 0 ? [['AU', paper.organization?.name] as Line] : []),
  ['PY', paper.publishedAt.slice(0, 4)],
  ['DA', paper.publishedAt.slice(0, 10).replace(/-/g, '/')],
  ['JO', paper.journalRef],
  ['PB', paper.source === 'arxiv' && !paper.journalRef ? 'arXiv' : null],
  ['DO', paper.doi],
  ['AN', paper.source === 'arxiv' ? `arXiv:${paper.externalId}` : null],
  ...[...paper.categories, ...paper.keywords].map((word): Line => ['KW', word]),
  ['AB', plainText(paper.abstract)],
  ['N1', paper.retraction && retractionNote(paper.retraction)],
  ['UR', sourceUrl(paper) ?? `${url}/papers/${paper.slug}`],
  ['L1', pdfUrl(paper)],
  ['ER', ''],
];

/** Renders records of the RIS format, as reference managers read them. */
export const ris = (papers: ExportPaper[], url: string): string =>
  papers
    .flatMap((paper) => record(paper, url))
    .filter(([tag, value]) => tag === 'ER' || value)
    .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}\r\n`)
    .join('');
