import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';
import { CATEGORIES } from '@/lib/papers/categories';

export const CADENCES = ['daily', 'weekly', 'monthly'] as const;
export const SUBJECTS = ['everything', 'topics', 'follows', 'search', 'for_you'] as const;

/** Most topics of one subscription. */
export const MOST_TOPICS = 20;
/** Most subscriptions of one user. */
export const MOST_SUBSCRIPTIONS = 20;

const topics = new Map(CATEGORIES.map((topic) => [topic.toLowerCase(), topic]));

/** Topics as a form sends them, `cs.LG, stat.ML`, in arXiv's spelling. */
const topicList = exactText()
  .max(600)
  .default('')
  .transform((text, context) => {
    const names = text.split(/[\s,;]+/).filter(Boolean);
    const known = names.map((name) => topics.get(name.toLowerCase()));
    const wrong = known.indexOf(undefined);
    if (wrong >= 0) {
      context.addIssue({ code: 'custom', message: `There is no topic “${names[wrong]}”.` });
      return z.NEVER;
    }
    return [...new Set(known as string[])];
  })
  .refine((list) => list.length <= MOST_TOPICS, `At most ${MOST_TOPICS} topics.`);

const plan = {
  cadence: z.enum(CADENCES, 'Choose how often.'),
  hour: z.coerce.number('Choose an hour.').int().min(0).max(23),
  timeZone: z
    .string()
    .refine((zone) => zone === 'UTC' || isTimeZone(zone), 'There is no such time zone.'),
  topics: topicList,
};

/** A subscription without an account: everything, or the given topics. */
export const addressInput = z.object({ email: exactText().max(320), ...plan });

/** A subscription of a user; `search` is the id of a saved one. */
export const subscriptionInput = z
  .object({
    ...plan,
    about: z.enum(SUBJECTS, 'Choose what about.'),
    search: z.coerce.number().int().positive().optional(),
  })
  .refine(({ about, topics }) => about !== 'topics' || topics.length > 0, {
    path: ['topics'],
    message: 'Name at least one topic.',
  })
  .refine(({ about, search }) => about !== 'search' || search !== undefined, {
    path: ['search'],
    message: 'Choose a saved search.',
  });

/** Cadence and format of a preview. */
export const previewInput = z.object({
  cadence: z.enum(CADENCES),
  as: z.enum(['html', 'text']),
});

export const ownInput = z.object({ id: z.uuid() });
/** The token from a mail. */
export const confirmInput = z.object({ token: exactText().max(200) });

export type AddressInput = z.output<typeof addressInput>;
export type SubscriptionInput = z.output<typeof subscriptionInput>;

function isTimeZone(zone: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(zone);
}
