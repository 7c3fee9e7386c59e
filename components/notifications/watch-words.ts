import type { Watch } from '@/lib/notifications/watches';

export const WATCH_WORDS: Record<Watch, { label: string; hint: string }> = {
  follow: { label: 'Follow', hint: 'You are told of every comment.' },
  usual: {
    label: 'Not follow',
    hint: 'You are told of answers and mentions, and of all comments if you submitted the paper or are one of its authors.',
  },
  mute: {
    label: 'Mute',
    hint: 'You are told of answers and mentions only, even if the paper is yours.',
  },
};
