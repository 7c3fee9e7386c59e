import { paperPath } from '@/lib/papers/paths';
import { PICTURE_DEADLINE } from '@/lib/pictures/schema';
import { named, verb } from '@/lib/web/verb';
import { ALREADY_HERE, submitPath } from './paths';
import { draftInput, lookUpInput, sendInput, submitInput } from './schema';
import * as service from './service';

/** The paper's page, with a notice that it was not submitted again. */
const alreadyHere = (slug: string): string => `${paperPath(slug)}#${ALREADY_HERE}`;

/** Milliseconds: may include a request to another site. */
const PATIENT = 16_000;

export const verbs = named('submissions', {
  openDraft: verb({
    who: 'member',
    limit: 'lookup',
    deadline: PATIENT,
    input: lookUpInput,
    run: service.openDraft,
    done: (opened) =>
      opened.state === 'here' ? alreadyHere(opened.slug) : submitPath({ draft: String(opened.id) }),
    back: (fields, { error, wait }) =>
      submitPath({
        text: fields.get('text') ?? '',
        error: error === 'invalid' ? 'not_recognized' : error,
        wait,
      }),
  }),
  sendDraft: verb({
    who: 'owner',
    limit: 'lookup',
    deadline: PICTURE_DEADLINE,
    input: sendInput,
    files: ['picture'],
    run: service.sendDraft,
    done: (sent, { id }) =>
      sent.state === 'pending'
        ? submitPath({ draft: String(id) })
        : sent.state === 'already_here'
          ? alreadyHere(sent.slug)
          : paperPath(sent.slug),
    back: (fields, { error, wait, picture }) => {
      const id = fields.get('id') ?? '';
      const draft = error === 'not_found' || !/^\d{1,15}$/.test(id) ? undefined : id;
      return submitPath({ draft, error, wait, picture });
    },
  }),
  dropSubmission: verb({
    who: 'owner',
    limit: 'lookup',
    input: draftInput,
    run: service.dropSubmission,
    done: () => submitPath(),
    // Idempotent: a deleted draft needs no message.
    back: () => submitPath(),
  }),
  lookUpPaper: verb({
    who: 'member',
    limit: 'lookup',
    deadline: PATIENT,
    input: lookUpInput,
    run: service.lookUpPaper,
  }),
  submitPaper: verb({
    who: 'member',
    limit: 'submission',
    deadline: PATIENT,
    input: submitInput,
    run: service.submitPaper,
  }),
});
