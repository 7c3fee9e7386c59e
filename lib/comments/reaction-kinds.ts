/** All reactions, by the names under which they are stored. */
export const REACTIONS = {
  thanks: { symbol: '🙏', label: 'Thanks' },
  insightful: { symbol: '💡', label: 'Insightful' },
  agree: { symbol: '👍', label: 'Agree' },
  disagree: { symbol: '👎', label: 'Disagree' },
  celebrate: { symbol: '🎉', label: 'Celebrate' },
} as const;

export type Reaction = keyof typeof REACTIONS;

export const REACTION_NAMES = Object.keys(REACTIONS) as [Reaction, ...Reaction[]];

export const isReaction = (name: string): name is Reaction => Object.hasOwn(REACTIONS, name);
