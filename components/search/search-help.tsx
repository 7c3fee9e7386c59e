import Link from 'next/link';
import { searchPath } from '@/lib/search/paths';

const WAYS: { query: string; words: string }[] = [
  { query: 'diffusion models for video', words: 'papers with these words, in any form' },
  { query: '"mixture of experts"', words: 'the exact phrase' },
  { query: 'transformer -vision', words: 'papers without a word' },
  {
    query: 'author:vaswani attention',
    words: 'papers by an author; names with spaces go in quotes',
  },
  {
    query: 'topic:cs.CL summarization',
    words: 'papers in a topic, or in a whole archive such as topic:cs',
  },
  { query: 'year:2015-2018 residual', words: 'papers from a year or several years' },
  { query: 'like:1706.03762', words: 'papers like this one, most similar first' },
  { query: '1706.03762', words: 'the paper with this arXiv identifier, address or DOI' },
];

export function SearchHelp() {
  return (
    <section aria-labelledby="how-to-search" className="mt-6">
      <h2 id="how-to-search" className="font-semibold text-muted text-sm">
        How to search
      </h2>
      <dl className="mt-2 divide-y divide-line border-line border-y text-sm">
        {WAYS.map(({ query, words }) => (
          <div key={query} className="grid gap-x-4 py-2 sm:grid-cols-[18rem_1fr]">
            <dt>
              <Link
                href={searchPath({ q: query })}
                prefetch={false}
                rel="nofollow"
                className="break-words font-mono text-[0.8125rem] text-link"
              >
                {query}
              </Link>
            </dt>
            <dd className="text-muted">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-muted text-sm">
        Search covers titles, abstracts and names. Misspelled words are corrected, and the page says
        so. Formulas match by their plain text.
      </p>
    </section>
  );
}
