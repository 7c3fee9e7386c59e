/** What the model reads of a paper. */
export type PaperText = {
  id: number;
  title: string;
  text: string;
  authors: string[];
  /** The primary one first. */
  topics: string[];
};

export type Kind = 'word' | 'author' | 'topic';

/** A feature of papers as a reader is shown it. */
export type Feature = { kind: Kind; key: string; shown: string };

/** A feature that an interest has learned. */
export type Learned = Feature & { weight: number };

/** One of a reader's interests: a linear model of papers. */
export type Interest = {
  bias: number;
  /** The strongest ones of each kind, strongest first. */
  features: Learned[];
  vector: Float32Array;
  /** Liked papers that it was learned from. */
  likes: number;
};

/** An interest as it is stored and downloaded (lib/taste/model/file). */
export type StoredInterest = {
  bias: number;
  likes: number;
  features: [kind: Kind, key: string, shown: string, weight: number][];
  /** Signed bytes in base64, and what one of them stands for. */
  vector: string;
  unit: number;
};

/** What a reader has set by hand: how many times its learned weight a feature counts. */
export type Setting = Feature & { factor: number };

export type Taste = { interests: Interest[]; settings: Setting[] };

/** Why a paper is in a reader's feed, strongest first; `close`: mostly by what it means. */
export type Why = { features: Feature[]; close: boolean };

/** What a reader has said of a paper: liked as a start, not interesting, or seen in For you. */
export type Mark = 'liked' | 'disliked' | 'seen';

/** A reader's taste as it is stored. */
export type StoredTaste = {
  off: boolean;
  interests: StoredInterest[];
  brought: StoredInterest[];
  settings: Setting[];
  likes: number;
  learnedAt: Date | null;
  feedSince: Date | null;
};
