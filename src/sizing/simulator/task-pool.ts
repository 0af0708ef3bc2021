import { enlarged } from "./event-heap.ts";

/** Where a task is. One that was given up stays in its queue, or its server, until its turn is over. */
export const taskStates = { waiting: 0, serving: 1, done: 2, leftQueue: 3, forNothing: 4 } as const;

/** Tasks, one for every copy that an attempt visits: rows of typed arrays, reused. */
export class TaskPool {
  request = new Int32Array(256);
  copy = new Int32Array(256);
  since = new Float64Array(256);
  state = new Uint8Array(256);
  /** Next in the queue, or in the batch. */
  next = new Int32Array(256);
  /** Next of the same attempt. */
  sibling = new Int32Array(256);
  private free = new Int32Array(256);
  private used = 0;
  private freed = 0;

  add(request: number, copy: number, now: number): number {
    const row = this.freed > 0 ? this.free[--this.freed]! : this.fresh();
    this.request[row] = request;
    this.copy[row] = copy;
    this.since[row] = now;
    this.state[row] = taskStates.waiting;
    this.next[row] = -1;
    return row;
  }

  remove(row: number): void {
    this.free[this.freed++] = row;
  }

  private fresh(): number {
    if (this.used === this.request.length) this.grow();
    return this.used++;
  }

  private grow(): void {
    const wanted = this.used * 2;
    const ints = (old: Int32Array<ArrayBuffer>) => enlarged(old, new Int32Array(wanted));
    this.since = enlarged(this.since, new Float64Array(wanted));
    this.state = enlarged(this.state, new Uint8Array(wanted));
    [this.request, this.copy, this.next] = [ints(this.request), ints(this.copy), ints(this.next)];
    [this.sibling, this.free] = [ints(this.sibling), ints(this.free)];
  }
}
