import type { Watch } from '@/lib/notifications/watches';

export const WATCH_WORDS: Record<Watch, { label: string; hint: string }> = {
  follow: { label: 'Follow', hint: 'You’re notified about every comment.' },
  usual: {
    label: 'Not follow',
    hint: 'You’re notified about replies and mentions, and about every comment if the paper is yours.',
  },
  mute: {
    label: 'Mute',
    hint: 'You’re notified about replies and mentions only, even if the paper is yours.',
  },
};
