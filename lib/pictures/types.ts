/** `wide` keeps the aspect ratio, `square` crops, for logos and avatars. */
export type PictureShape = 'wide' | 'square';
export type PictureSize = 'small' | 'large';

/** A picture on a page, with the pixels of the large size, so that the layout does not shift. */
export type Picture = { hash: string; width: number; height: number };

/** The store of picture files, by name (`HASH-small.webp`). */
export type PictureStore = {
  put(file: string, bytes: Uint8Array): Promise<void>;
  /** Returns null if there is none. */
  get(file: string): Promise<Uint8Array | null>;
  remove(file: string): Promise<void>;
};

/** A decoded file; the hash is that of the large size. */
export type Decoded = Picture & { files: Record<PictureSize, Buffer> };

/** Messages to and from the decoder process; without `words` the file is broken. */
export type DecoderTask = { bytes: Uint8Array; shape: PictureShape };
export type DecoderReply = { ok: true; picture: Decoded } | { ok: false; words: string | null };

/** Exit codes by which the decoder process reports the reason. */
export const OUT_OF_MEMORY = 9;
export const OUT_OF_TIME = 10;
