import { log } from '@/lib/base/log';
import { CONTENT_SLOT } from '@/lib/web/shared-page';
import type { Made } from '@/lib/web/stored/entry';
import { toSharedPage } from './shared-page';

/** The part of a page that depends on its query, as HTML. */
export type Content = {
  /** Whether the data could be read; if not, the page is a 503. */
  isAvailable: boolean;
  head: string;
  body: string;
};

/** Seconds after which a page that could not be made is worth another try. */
const TRY_AGAIN = 30;
const HEAD_END = '</head>';

/** A page of Next without what depends on its query: the same for each, so that it is made once. */
export class Frame {
  private constructor(
    private readonly headers: Made['headers'],
    private readonly pieces: [Buffer, Buffer, Buffer],
  ) {}

  /** Returns the frame in what Next has made; null if it is not one. */
  static of(made: Made): Frame | null {
    if (made.status !== 200) return null;
    const { headers, body } = toSharedPage(made);
    const [head, slot] = [body.indexOf(HEAD_END), body.indexOf(CONTENT_SLOT)];
    const end = slot + CONTENT_SLOT.length;
    if (head === -1 || slot < head || body.includes(CONTENT_SLOT, end)) {
      log.error('a frame without a place for its content');
      return null;
    }
    return new Frame(headers, [
      body.subarray(0, head),
      body.subarray(head, slot),
      body.subarray(end),
    ]);
  }

  /** The whole page. Its policy allows the scripts of the frame: content has none. */
  fill({ isAvailable, head, body }: Content): Made {
    const [start, between, end] = this.pieces;
    const whole = [start, Buffer.from(head), between, Buffer.from(body), end];
    return {
      status: isAvailable ? 200 : 503,
      headers: { ...this.headers, ...(!isAvailable && { 'retry-after': String(TRY_AGAIN) }) },
      body: Buffer.concat(whole),
    };
  }
}

/** Makes the frame when it is first asked for, and again if that failed. */
export class Frames {
  #frame: Promise<Frame | null> | null = null;

  get(make: () => Promise<Made>): Promise<Frame | null> {
    this.#frame ??= make().then(Frame.of);
    const asked = this.#frame;
    const forget = (frame?: Frame | null) => {
      if (!frame && this.#frame === asked) this.#frame = null;
    };
    asked.then(forget, () => forget());
    return asked;
  }
}
