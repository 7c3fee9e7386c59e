import type { ReactNode } from 'react';
import { Changes } from '@/components/ui/changes';
import { Moment } from '@/components/ui/moment';
import { type Correction, type CorrectorRole, FIELD_NAMES } from '@/lib/corrections/types';
import { entryPath } from '@/lib/moderation/paths';
import { picturePath } from '@/lib/pictures/paths';
import type { Picture } from '@/lib/pictures/types';
import { profilePath } from '@/lib/profiles/paths';

type Props = {
  corrections: Correction[];
  timeZone?: string;
  /** Renders the action for one correction, such as undo. */
  renderAct?: (correction: Correction) => ReactNode;
};

/** Corrections, newest first: the author, the time, and the previous value. */
export function CorrectionList({ corrections, timeZone, renderAct }: Props) {
  if (corrections.length === 0) {
    return <p className="text-muted">Nothing was corrected so far.</p>;
  }
  return (
    <ol className="space-y-6">
      {corrections.map((correction) => (
        <li key={correction.id} id={`correction-${correction.id}`}>
          <h3 className="font-semibold text-sm">{FIELD_NAMES[correction.field]}</h3>
          <p className="text-muted text-sm">
            <Moment at={correction.at} timeZone={timeZone} precise /> by{' '}
            <Corrector {...correction} />
          </p>
          {correction.field === 'picture' ? (
            <PictureChange {...correction} />
          ) : (
            <p
              dir="auto"
              className="mt-1 whitespace-pre-wrap rounded-md border border-line bg-surface p-3 text-sm [overflow-wrap:anywhere]"
            >
              <Changes pieces={correction.pieces} />
            </p>
          )}
          {renderAct?.(correction)}
        </li>
      ))}
    </ol>
  );
}

function PictureChange({ before, after, pictures }: Correction) {
  return (
    <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-2 rounded-md border border-line bg-surface p-3 text-sm">
      <Shown name="Before" hash={before} picture={pictures.before} />
      <Shown name="After" hash={after} picture={pictures.after} />
    </dl>
  );
}

type ShownProps = { name: string; hash: string | null; picture: Picture | null };

function Shown({ name, hash, picture }: ShownProps) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd>
        {picture ? (
          <a href={picturePath(picture.hash, 'large')}>
            {/* biome-ignore lint/performance/noImgElement: already resized when stored */}
            <img
              src={picturePath(picture.hash, 'small')}
              alt={`${name} the correction`}
              width={picture.width}
              height={picture.height}
              loading="lazy"
              className="h-auto max-h-32 w-auto max-w-48 rounded border border-line"
            />
          </a>
        ) : hash === null ? (
          'none'
        ) : (
          'a picture that is gone'
        )}
      </dd>
    </div>
  );
}

const ROLES: Record<CorrectorRole, string> = {
  author: 'an author',
  submitter: 'who submitted it',
  administrator: 'who manages the organization',
};

function Corrector({ by, role, logId }: Correction) {
  const reader = by ? (
    <a href={profilePath(by)} className="text-link">
      @{by}
    </a>
  ) : (
    'a former reader'
  );
  if (logId === null) {
    return (
      <>
        {reader}, {ROLES[role]}
      </>
    );
  }
  return (
    <>
      {reader}, a moderator, who undid a correction (
      <a href={entryPath(logId)} className="text-link">
        entry {logId}
      </a>
      )
    </>
  );
}
