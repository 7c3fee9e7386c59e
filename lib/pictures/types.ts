/** `wide`: as it is, made smaller. `square`: cut to one, for logos and faces. */
export type PictureShape = 'wide' | 'square';
export type PictureSize = 'small' | 'large';

/** A picture as a page shows it; pixels of the large size, so that nothing moves when it comes. */
export type Picture = { hash: string; width: number; height: number };

/** Where files of pictures lie, by their name (`HASH-small.webp`). */
export type PictureStore = {
  put(file: string, bytes: Uint8Array): Promise<void>;
  /** Null: there is none. */
  get(file: string): Promise<Uint8Array | null>;
  remove(file: string): Promise<void>;
};

/** What became of an uploaded file; the hash is the large one's. */
export type Decoded = Picture & { files: Record<PictureSize, Buffer> };

/** Messages to and from the decoder process; `words` null: nothing of ours, broken. */
export type DecoderTask = { bytes: Uint8Array; shape: PictureShape };
export type DecoderReply = { ok: true; picture: Decoded } | { ok: false; words: string | null };
