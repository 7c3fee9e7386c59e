import Link from 'next/link';
import { searchPath } from '@/lib/search/paths';

const WAYS: { query: string; words: string }[] = [
  { query: 'diffusion models for video', words: 'papers about these words, in all their forms' },
  { query: '"mixture of experts"', words: 'the words side by side, in this order' },
  { query: 'transformer -vision', words: 'without a word' },
  {
    query: 'author:vaswani attention',
    words: 'by an author; "author:" takes a name in quotes too',
  },
  {
    query: 'topic:cs.CL summarization',
    words: 'of a topic, or of a whole archive such as topic:cs',
  },
  { query: 'year:2015-2018 residual', words: 'of a year or of several' },
  { query: 'like:1706.03762', words: 'papers like this one, the most similar first' },
  { query: '1706.03762', words: 'an arXiv identifier, its address or a DOI finds that paper' },
];

export function SearchHelp() {
  return (
    <section aria-labelledby="how-to-search" className="mt-6">
      <h2 id="how-to-search" className="font-semibold text-muted text-sm">
        What can be searched for
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
        Titles, abstracts and names are searched. Misspelled words are put right, and the page says
        so; formulas are found by their plain words.
      </p>
    </section>
  );
}
