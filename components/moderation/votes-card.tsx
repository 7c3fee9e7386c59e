import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { PaperEvidence } from '@/lib/moderation/types';
import { formPath } from '@/lib/registry/form-path';
import { ActForm } from './act-form';
import { Evidence } from './evidence';

type Props = {
  title: string;
  evidence: PaperEvidence[];
  timeZone: string;
  from: string;
  reason: string;
};

/** Recent votes on a paper or by a user, selectable for exclusion. */
export function VotesCard({ title, evidence, timeZone, from, reason }: Props) {
  if (evidence.length === 0) return null;
  return (
    <Card aria-labelledby="votes" className="mt-4">
      <h2 id="votes" className="font-semibold">
        {title}
      </h2>
      <ActForm
        id="votes"
        action={formPath('moderation/excludeVotes')}
        from={from}
        reason={reason}
        fields={{}}
        hint="It appears in the public log, which names no voter."
        buttons={
          <Button type="submit" size="sm" variant="danger">
            Exclude the chosen votes
          </Button>
        }
      >
        <Evidence papers={evidence} timeZone={timeZone} chosen={false} />
      </ActForm>
    </Card>
  );
}
