import type { ReactNode } from 'react';
import { ActForm } from '@/components/moderation/act-form';
import { MathText } from '@/components/papers/math-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CLAIMS_PATH } from '@/lib/claims/paths';
import type { OpenClaim, OpenContest } from '@/lib/claims/types';
import { isProven } from '@/lib/identifiers/orcid';
import { moderateReaderPath } from '@/lib/moderation/paths';
import { formatDate } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import { formPath } from '@/lib/registry/form-path';

type Common<Found> = { found: Found; timeZone: string; reason?: string };

const HINT = 'It appears in the public log, and the reader reads it.';

/** A pending claim with its evidence, for moderators. */
export function ClaimCard({ found, timeZone, reason }: Common<OpenClaim>) {
  const id = `claim-${found.id}`;
  const { sameName, rivals } = found;
  return (
    <Card aria-labelledby={id}>
      <Heading id={id} found={found}>
        says to be {found.author.name}
      </Heading>
      <Facts found={found} timeZone={timeZone}>
        {sameName > 0 ? (
          <li>Confirmed under this name on {papers(sameName)} already</li>
        ) : (
          <li>Confirmed under this name on no other paper</li>
        )}
        {rivals > 0 ? <li className="text-caution">Somebody else claims this place, too</li> : null}
      </Facts>
      <Words by={`@${found.claimant.handle}`} words={found.words} />
      <ActForm
        id={id}
        action={formPath('claims/settleClaim')}
        from={`${CLAIMS_PATH}?at=${id}`}
        fields={{ claim: found.id }}
        reason={reason}
        hint={HINT}
        buttons={
          <>
            <Button type="submit" size="sm" name="act" value="confirm" variant="primary">
              Confirm
            </Button>
            <Button type="submit" size="sm" name="act" value="refuse" variant="danger">
              Refuse
            </Button>
          </>
        }
      />
    </Card>
  );
}

/** Reports that dispute a confirmed author, for moderators. */
export function ContestCard({ found, timeZone, reason }: Common<OpenContest>) {
  const id = `contest-${found.id}`;
  return (
    <Card aria-labelledby={id}>
      <Heading id={id} found={found}>
        is contested as {found.author.name}
      </Heading>
      <Facts found={found} timeZone={timeZone} />
      <Words by={found.by ? `@${found.by}` : 'a former reader'} words={found.words} />
      <ActForm
        id={id}
        action={formPath('claims/settleContest')}
        from={`${CLAIMS_PATH}?at=${id}`}
        fields={{ paper: found.paper.slug, handle: found.claimant.handle }}
        reason={reason}
        hint={`${HINT} Taking it back undoes the reader’s corrections of this paper.`}
        buttons={
          <>
            <Button type="submit" size="sm" name="act" value="keep">
              Keep as confirmed
            </Button>
            <Button type="submit" size="sm" name="act" value="take_back" variant="danger">
              Take the claim back
            </Button>
          </>
        }
      />
    </Card>
  );
}

type Shown = OpenClaim | OpenContest;

function Heading({ id, found, children }: { id: string; found: Shown; children: ReactNode }) {
  const { claimant, paper } = found;
  return (
    <>
      <h2 id={id} className="font-semibold">
        <a href={moderateReaderPath(claimant.handle)} className="text-link">
          @{claimant.handle}
        </a>{' '}
        {children}
      </h2>
      <p className="mt-1">
        <a href={paperPath(paper.slug)} className="font-serif text-link">
          <MathText text={paper.title} />
        </a>
      </p>
    </>
  );
}

function Facts({
  found: { claimant, author, paper, at },
  timeZone,
  children,
}: {
  found: Shown;
  timeZone: string;
  children?: ReactNode;
}) {
  const day = (date: Date) => formatDate(date.toISOString(), timeZone);
  const orcids = isProven(claimant.orcid, author.orcid)
    ? 'the same'
    : author.orcid
      ? 'not that of the sign-in'
      : 'none';
  return (
    <ul className="mt-2 space-y-0.5 text-muted text-sm">
      <li>
        Author {author.position + 1} of {paper.authorCount}; asked {day(at)}
      </li>
      <li>
        {claimant.name ? `Called ${claimant.name} here, ` : 'Without a name here, '}
        reader since {day(claimant.since)}
        {claimant.banned ? ', banned' : ''}
      </li>
      <li>
        {claimant.orcid ? (
          <>
            Signed in at ORCID as{' '}
            <a
              href={`https://orcid.org/${claimant.orcid}`}
              rel="nofollow noopener"
              className="text-link"
            >
              {claimant.orcid}
            </a>
          </>
        ) : (
          'Never signed in at ORCID'
        )}
        ; the paper’s source gives {orcids} for this author
      </li>
      {children}
    </ul>
  );
}

const Words = ({ by, words }: { by: string; words: string }) =>
  words ? (
    <blockquote className="mt-2 border-line border-l-2 pl-3 text-sm">
      <p dir="auto" className="max-w-prose whitespace-pre-wrap break-words">
        {words}
      </p>
      <footer className="mt-0.5 text-muted">{by}</footer>
    </blockquote>
  ) : null;

const papers = (count: number): string => (count === 1 ? 'one paper' : `${count} papers`);
