import { buttonClass } from '@/components/ui/button';
import { Icon, type IconName } from '@/components/ui/icon';
import { doiUrl, hostLabel, pdfUrl, sourceLabel, sourceUrl, webAddress } from '@/lib/papers/links';
import type { PaperDetail } from '@/lib/papers/types';

const compact = new Intl.NumberFormat('en', { notation: 'compact' });

/** Where to read the paper, its code and its project. */
export function PaperLinks({ paper }: { paper: PaperDetail }) {
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
  return (
    <ul className="contents">
      {links.map(({ href, label, icon }) =>
        href ? (
          <li key={label}>
            <a href={href} rel="nofollow noopener" className={buttonClass({ size: 'sm' })}>
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ) : null,
      )}
    </ul>
  );
}

const codeLabel = (code: string | null, stars: number | null): string =>
  `${code ? hostLabel(code) : 'Code'}${stars ? ` · ${compact.format(stars)} stars` : ''}`;
