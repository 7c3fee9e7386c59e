import { paragraphsOf } from '@/lib/markup/paragraphs';
import { MathText } from './math-text';

type Props = { abstract: string; summary: string | null; summaryBy: string | null };

/** The summary, if there is one, and the authors' abstract. */
export function Abstract({ abstract, summary, summaryBy }: Props) {
  const paragraphs = paragraphsOf(abstract);
  return (
    <>
      {summary ? (
        <section aria-labelledby="summary" className="mt-6">
          <h2 id="summary" className={heading}>
            Summary{summaryBy ? ` by ${summaryBy}` : ''}
          </h2>
          <p className="mt-1.5 max-w-[42rem] border-accent border-l-2 pl-4 leading-relaxed">
            <MathText text={summary} running />
          </p>
        </section>
      ) : null}
      {abstract.trim() ? (
        <section aria-labelledby="abstract" className="mt-6">
          <h2 id="abstract" className={heading}>
            Abstract
          </h2>
          <div className="mt-1.5 max-w-[42rem] space-y-3 font-serif text-[1.0625rem] leading-relaxed">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>
                <MathText text={paragraph} running />
              </p>
            ))}
          </div>
        </section>
      ) : null}
    </>
  );
}

const heading = 'font-semibold text-muted text-sm';
