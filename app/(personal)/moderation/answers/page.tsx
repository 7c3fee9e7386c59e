import type { Metadata } from 'next';
import { AnswerCard } from '@/components/appeals/answer-card';
import { Empty } from '@/components/layout/empty';
import { listAnswers } from '@/lib/appeals/data';
import { ANSWERS_PATH } from '@/lib/appeals/paths';
import { isModerator } from '@/lib/moderation/policy';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Answers', robots: { index: false } };

export default async function AnswersPage({ searchParams }: PageProps<'/moderation/answers'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const answers = await listAnswers();
  const at = param(params, 'at');
  return (
    <DeskPage
      title="Answers"
      hint="What readers say to what was done about them, the oldest first. They see your reply, nobody else does."
      at={ANSWERS_PATH}
      done={param(params, 'done')}
      error={param(params, 'error')}
    >
      {answers.length === 0 ? <Empty title="Nobody waits for a reply" /> : null}
      <div className="space-y-4">
        {answers.map((answer) => (
          <AnswerCard
            key={`${answer.entry.id}-${answer.handle}`}
            answer={answer}
            timeZone={site().timeZone}
            reason={
              at === `${answer.entry.id}-${answer.handle}` ? param(params, 'reason') : undefined
            }
          />
        ))}
      </div>
    </DeskPage>
  );
}
