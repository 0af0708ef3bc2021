/**
 * Events by time, in typed arrays that grow by doubling: a heap with four children per node. Events of the same time
 * come out in the order in which they went in. After `pop`, the event is in `time`, `code` and `stamp`.
 */
export class EventHeap {
  size = 0;
  time = 0;
  code = 0;
  stamp = 0;
  private inserted = 0;
  private times = new Float64Array(1024);
  private orders = new Float64Array(1024);
  private codes = new Int32Array(1024);
  private stamps = new Int32Array(1024);

  /** When the earliest event is; of no meaning when there is none. */
  get earliest(): number {
    return this.times[0]!;
  }

  push(time: number, code: number, stamp: number): void {
    if (this.size === this.times.length) this.grow();
    const order = this.inserted++;
    const { times } = this;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (times[parent]! <= time) break;
      this.move(parent, at);
      at = parent;
    }
    this.put(at, time, order, code, stamp);
  }

  /** Takes the earliest event out; false when there is none. */
  pop(): boolean {
    if (this.size === 0) return false;
    this.time = this.times[0]!;
    this.code = this.codes[0]!;
    this.stamp = this.stamps[0]!;
    const last = --this.size;
    if (last > 0) this.sink(last);
    return true;
  }

  /** Lets the event at `last` sink from the top to its place. */
  private sink(last: number): void {
    const { times, orders } = this;
    const time = times[last]!;
    const order = orders[last]!;
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= last) break;
      let best = first;
      const end = first + 4 < last ? first + 4 : last;
      for (let child = first + 1; child < end; child++)
        if (this.before(child, times[best]!, orders[best]!)) best = child;
      if (!this.before(best, time, order)) break;
      this.move(best, at);
      at = best;
    }
    this.put(at, time, order, this.codes[last]!, this.stamps[last]!);
  }

  private before(at: number, time: number, order: number): boolean {
    const other = this.times[at]!;
    return other < time || (other === time && this.orders[at]! < order);
  }

  private move(from: number, to: number): void {
    this.put(to, this.times[from]!, this.orders[from]!, this.codes[from]!, this.stamps[from]!);
  }

  private put(at: number, time: number, order: number, code: number, stamp: number): void {
    this.times[at] = time;
    this.orders[at] = order;
    this.codes[at] = code;
    this.stamps[at] = stamp;
  }

  private grow(): void {
    const wanted = this.size * 2;
    this.times = enlarged(this.times, new Float64Array(wanted));
    this.orders = enlarged(this.orders, new Float64Array(wanted));
    this.codes = enlarged(this.codes, new Int32Array(wanted));
    this.stamps = enlarged(this.stamps, new Int32Array(wanted));
  }
}

/** A larger array that begins with what a smaller one holds. */
export function enlarged<T extends Float64Array | Int32Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
