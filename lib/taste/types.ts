/** The input of the model for a paper. */
export type PaperText = {
  id: number;
  title: string;
  text: string;
  authors: string[];
  /** The primary one first. */
  topics: string[];
};

export type Kind = 'word' | 'author' | 'topic';

/** A feature of papers, as shown to users. */
export type Feature = { kind: Kind; key: string; shown: string };

/** A feature that an interest has learned. */
export type Learned = Feature & { weight: number };

/** One of a user's interests: a linear model of papers. */
export type Interest = {
  bias: number;
  /** The strongest ones of each kind, strongest first. */
  features: Learned[];
  vector: Float32Array;
  /** The number of likes that it was learned from. */
  likes: number;
};

/** An interest as stored and downloaded (lib/taste/model/file). */
export type StoredInterest = {
  bias: number;
  likes: number;
  features: [kind: Kind, key: string, shown: string, weight: number][];
  /** Signed bytes in base64, with their scale. */
  vector: string;
  unit: number;
};

/** A user's setting: the factor of a feature's learned weight. */
export type Setting = Feature & { factor: number };

export type Taste = { interests: Interest[]; settings: Setting[] };

/** The reasons for a paper, strongest first; `close` if its vector contributed most. */
export type Why = { features: Feature[]; close: boolean };

/** A user's mark of a paper: liked in a start, not interesting, or seen in For you. */
export type Mark = 'liked' | 'disliked' | 'seen';

/** A user's taste as stored. */
export type StoredTaste = {
  off: boolean;
  interests: StoredInterest[];
  brought: StoredInterest[];
  settings: Setting[];
  likes: number;
  learnedAt: Date | null;
  feedSince: Date | null;
};
