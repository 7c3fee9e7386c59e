import type { ReactNode } from 'react';
import { Face } from '@/components/people/face';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Sure } from '@/components/ui/sure';
import { moderateReaderPath } from '@/lib/moderation/paths';
import { formatMoment } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';
import { ActForm } from './act-form';
import { HideChoice, TermChoice } from './term-choice';

type Props = {
  reader: {
    handle: string;
    picture: string | null;
    banned: boolean;
    bannedUntil: Date | null;
    limitedUntil: Date | null;
  };
  timeZone: string;
  /** The typed reason of a rejected form. */
  reason: string;
};

/** Moderation actions on a user, each with its own form. */
export function ReaderActs({ reader, timeZone, reason }: Props) {
  const { handle, banned, bannedUntil, limitedUntil } = reader;
  const form = { from: moderateReaderPath(handle), fields: { handle }, reason };
  const until = (at: Date | null) =>
    at ? ` until ${formatMoment(at.toISOString(), timeZone)}` : '';
  return (
    <div className="space-y-4">
      <Act id="warn" title="Warn" words="Tells the reader, and changes nothing else.">
        <ActForm
          id="warn"
          action={formPath('moderation/warnReader')}
          hint="It appears in the public log, without the reader’s name."
          buttons={
            <Button type="submit" size="sm">
              Warn
            </Button>
          }
          {...form}
        />
      </Act>
      {reader.picture ? (
        <Act id="avatar" title="Remove the picture" words="The drawn one takes its place.">
          <Face
            handle={handle}
            picture={reader.picture}
            className="mt-2 block size-16! overflow-hidden rounded-full"
          />
          <ActForm
            id="avatar"
            action={formPath('moderation/removeAvatar')}
            hint="It appears in the public log, with the reader’s name where the site names readers."
            buttons={
              <Button type="submit" size="sm" variant="danger">
                Remove picture
              </Button>
            }
            {...form}
          />
        </Act>
      ) : null}
      {banned ? null : (
        <Act
          id="limit"
          title={limitedUntil ? `This reader is limited${until(limitedUntil)}` : 'Limit'}
          words="Lets the account write as little a day as a new one. Votes and what is written stay."
        >
          <ActForm
            id="limit"
            action={
              limitedUntil
                ? formPath('moderation/unlimitReader')
                : formPath('moderation/limitReader')
            }
            hint="It appears in the public log, without the reader’s name."
            buttons={
              <Button type="submit" size="sm" variant={limitedUntil ? 'primary' : 'danger'}>
                {limitedUntil ? 'Take the limit back' : 'Limit'}
              </Button>
            }
            {...form}
          >
            {limitedUntil ? null : <TermChoice id="limit" label="For" />}
          </ActForm>
        </Act>
      )}
      <Act
        id="ban"
        title={banned ? `This reader is banned${until(bannedUntil)}` : 'Ban this reader'}
        words={
          banned
            ? 'Lifting the ban brings votes and comments back into counts and scores, and shows the comments that it hid.'
            : 'Ends every session and lets the account read only. Votes and comments leave counts and scores, and come back when the ban is over; nothing is deleted. Who is banned can answer once.'
        }
      >
        <ActForm
          id="ban"
          action={banned ? formPath('moderation/unbanReader') : formPath('moderation/banReader')}
          hint="It appears in the public log, with the reader’s name where the site names readers."
          buttons={
            banned ? (
              <Button type="submit" size="sm" variant="primary">
                Lift the ban
              </Button>
            ) : (
              <Sure label="Ban…" words={`Ban @${handle}? Every session ends at once.`}>
                <Button type="submit" size="sm" variant="danger">
                  Ban
                </Button>
              </Sure>
            )
          }
          {...form}
        >
          {banned ? null : (
            <>
              <TermChoice id="ban" label="For" endless="ever, until it is lifted" />
              <HideChoice id="ban" />
            </>
          )}
        </ActForm>
      </Act>
    </div>
  );
}

function Act(props: { id: string; title: string; words: string; children: ReactNode }) {
  const { id, title, words, children } = props;
  return (
    <Card aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="font-semibold">
        {title}
      </h2>
      <p className="mt-1 max-w-prose text-muted text-sm">{words}</p>
      {children}
    </Card>
  );
}
