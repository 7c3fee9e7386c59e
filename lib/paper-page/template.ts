import { CITATION, markOf } from '@/lib/web/page-marks';
import type { PaperParts, PaperSection } from './types';

/** What pages without comments differ in besides their texts. */
export type Shape = { links: number; pdf: boolean };

/** The slug of a page that shows marks instead of a paper; no paper has it. */
export const templateSlug = ({ links, pdf }: Shape): string => `xtempl${pdf ? 1 : 0}${links}`;
export const TEMPLATE_SLUG = /^xtempl([01])(\d)$/;

export const shapeOf = ({ links, pdf }: PaperParts): Shape => ({
  links: links.length,
  pdf: pdf !== null,
});

const SECTIONS: PaperSection[] = ['article', 'upvoters', 'place', 'below', 'similar', 'data'];

/** Returns marks for all parts of a page, if this is the slug of a template. */
export function templateParts(slug: string): PaperParts | null {
  const [, pdf, links] = TEMPLATE_SLUG.exec(slug) ?? [];
  if (pdf === undefined) return null;
  const sections = SECTIONS.map((name) => [name, markOf(name)]);
  return {
    id: 8_888_800_000_000_001,
    upvotes: 987_654_321,
    slug,
    title: markOf('title'),
    description: markOf('description'),
    published: markOf('published'),
    bibtex: markOf('bibtex'),
    pdf: pdf === '1' ? markOf('pdf') : null,
    links: Array.from({ length: Number(links) }, (_, n) => markOf(`link${n}`)),
    sections: Object.fromEntries(sections) as Record<PaperSection, string>,
    citation: { [CITATION]: CITATION },
  };
}
