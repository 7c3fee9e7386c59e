/**
 * The places 0 to `length - 1` in an order of which only the first ones are read: a heap, so that
 * the first k of n cost n + k log n comparisons.
 */
export class LazyOrder {
  private readonly heap: Uint32Array;
  private left: number;
  private readonly taken: number[] = [];

  /** `before` is a total order: whether one place comes before another. */
  constructor(
    readonly length: number,
    private readonly before: (a: number, b: number) => boolean,
  ) {
    this.heap = Uint32Array.from({ length }, (_, at) => at);
    this.left = length;
    for (let at = Math.floor(length / 2) - 1; at >= 0; at--) this.sink(at);
  }

  /** Returns the places from rank `from` to rank `to`, exclusive. */
  slice(from: number, to: number): number[] {
    while (this.taken.length < to && this.left > 0) {
      this.taken.push(this.heap[0] as number);
      this.left -= 1;
      this.heap[0] = this.heap[this.left] as number;
      this.sink(0);
    }
    return this.taken.slice(from, to);
  }

  private sink(start: number): void {
    const { heap, left } = this;
    const place = heap[start] as number;
    let at = start;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= left) break;
      const right = child + 1;
      if (right < left && this.before(heap[right] as number, heap[child] as number)) child = right;
      if (!this.before(heap[child] as number, place)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = place;
  }
}
