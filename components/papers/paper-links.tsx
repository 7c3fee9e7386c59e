import type { ReactElement } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import { compactCount } from '@/lib/base/plural';
import { doiUrl, hostLabel, pdfUrl, sourceLabel, sourceUrl, webAddress } from '@/lib/papers/links';
import type { PaperDetail } from '@/lib/papers/types';

/** Links to the paper's text, its code and its project page. */
export function paperLinks(paper: PaperDetail): ReactElement[] {
  const code = webAddress(paper.codeUrl);
  const links: { href: string | null; label: string; icon: IconName }[] = [
    { href: sourceUrl(paper), label: sourceLabel(paper), icon: 'file' },
    { href: pdfUrl(paper), label: 'PDF', icon: 'file' },
    { href: code, label: codeLabel(code, paper.codeStars), icon: 'code' },
    { href: webAddress(paper.projectUrl), label: 'Project page', icon: 'globe' },
    {
      href: paper.doi && paper.source !== 'doi' ? doiUrl(paper.doi) : null,
      label: 'DOI',
      icon: 'globe',
    },
  ];
  return links.flatMap(({ href, label, icon }) =>
    href ? (
      <a
        key={label}
        href={href}
        rel="nofollow noopener"
        className="inline-flex min-h-7 items-center gap-2 quiet-link"
      >
        <Icon name={icon} />
        {label}
      </a>
    ) : (
      []
    ),
  );
}

const codeLabel = (code: string | null, stars: number | null): string =>
  `${code ? hostLabel(code) : 'Code'}${stars ? ` · ${compactCount(stars)} stars` : ''}`;
