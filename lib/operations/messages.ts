import type { TaskName } from '@/lib/base/enqueue';
import { type Env, env } from '@/lib/base/env';

type About = {
  title: string;
  /** How to turn it on, if the configuration has turned it off. */
  off?: (env: Env) => string | null;
};

const ABOUT: Partial<Record<TaskName, About>> = {
  harvest_arxiv: {
    title: 'Harvest arXiv’s list',
    off: ({ HARVEST_SETS }) => (HARVEST_SETS ? null : 'Off: HARVEST_SETS is not set.'),
  },
  list_harvested: {
    title: 'List harvested papers by the rule',
    off: ({ HARVEST_LIST_TOPICS, HARVEST_LIST_WORDS }) =>
      HARVEST_LIST_TOPICS || HARVEST_LIST_WORDS
        ? null
        : 'Off: neither HARVEST_LIST_TOPICS nor HARVEST_LIST_WORDS is set.',
  },
  mirror_daily: {
    title: 'Mirror daily lists',
    off: ({ MIRROR_DAILY }) => (MIRROR_DAILY ? null : 'Off: MIRROR_DAILY is not on.'),
  },
  check_retractions: { title: 'Check listed papers for retractions' },
  measure_code: {
    title: 'Count stars of repositories',
    off: ({ CODE_STARS }) => (CODE_STARS ? null : 'Off: CODE_STARS is not on.'),
  },
  fetch_pictures: {
    title: 'Fetch pictures of papers',
    off: ({ PICTURES_MEDIA, PICTURES_FIGURES, PICTURES_THUMBNAILS }) =>
      PICTURES_MEDIA || PICTURES_FIGURES || PICTURES_THUMBNAILS
        ? null
        : 'Off: PICTURES_MEDIA, PICTURES_FIGURES and PICTURES_THUMBNAILS are not on.',
  },
  write_summaries: {
    title: 'Write summaries with a language model',
    off: ({ SUMMARIES_URL }) => (SUMMARIES_URL ? null : 'Off: SUMMARIES_URL is not set.'),
  },
  recount: { title: 'Recount votes, comments and scores' },
  clean_up: { title: 'Delete expired data' },
  count_exposure: { title: 'Distribute the hour’s views as exposure' },
  estimate_orders: { title: 'Estimate upvotes under other orders' },
  rescore: { title: 'Rescore after a change of TRENDING_HALF_LIFE' },
  close_periods: { title: 'Award badges for past days, weeks and months' },
  mature_votes: { title: 'Give votes of day-old accounts full weight' },
  mail_notifications: { title: 'Send missed notification mails' },
};

export const jobTitle = (job: TaskName): string => ABOUT[job]?.title ?? sentence(job);

/** Returns why the configuration turns a job off; null if it is on. */
export const whyOff = (job: TaskName): string | null => ABOUT[job]?.off?.(env()) ?? null;

const sentence = (name: string): string => {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Labels of counts whose names cannot follow a number. */
const WORDS: Record<string, string> = {
  drifts: 'counts corrected',
  stars: 'star counts',
  moved: 'renamed repositories',
  gone: 'missing repositories',
  ms: '',
};

/** `12 new, 3 withdrawn`. */
export function countsWords(counts: Record<string, number>): string {
  const shown = Object.entries(counts).filter(([name, count]) => count > 0 && WORDS[name] !== '');
  return shown
    .map(([name, count]) => `${count.toLocaleString('en')} ${WORDS[name] ?? name}`)
    .join(', ');
}

/** Milliseconds as `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function durationWords(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
