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
      <Act id="warn" title="Warn" words="Notifies the user. Nothing else changes.">
        <ActForm
          id="warn"
          action={formPath('moderation/warnReader')}
          hint="It appears in the public log, without the user’s name."
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
            hint="It appears in the public log, with the user’s name if this site names users."
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
          title={limitedUntil ? `This user is limited${until(limitedUntil)}` : 'Limit'}
          words="Gives the account the daily limits of a new one. Votes and comments stay."
        >
          <ActForm
            id="limit"
            action={
              limitedUntil
                ? formPath('moderation/unlimitReader')
                : formPath('moderation/limitReader')
            }
            hint="It appears in the public log, without the user’s name."
            buttons={
              <Button type="submit" size="sm" variant={limitedUntil ? 'primary' : 'danger'}>
                {limitedUntil ? 'Lift the limit' : 'Limit'}
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
        title={banned ? `This user is banned${until(bannedUntil)}` : 'Ban this user'}
        words={
          banned
            ? 'When you lift the ban, votes and comments count again, and the comments it hid are visible again.'
            : 'Ends all sessions and makes the account read-only. Votes and comments don’t count until the ban ends; nothing is deleted. The user can appeal once.'
        }
      >
        <ActForm
          id="ban"
          action={banned ? formPath('moderation/unbanReader') : formPath('moderation/banReader')}
          hint="It appears in the public log, with the user’s name if this site names users."
          buttons={
            banned ? (
              <Button type="submit" size="sm" variant="primary">
                Lift the ban
              </Button>
            ) : (
              <Sure label="Ban…" words={`Ban @${handle}? All sessions end at once.`}>
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
              <TermChoice id="ban" label="For" endless="Until it is lifted" />
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
