import { enlarged } from "./event-heap.ts";

/** Requests in the system: one row of typed arrays each, reused; the arrays grow by doubling to the most at one time. */
export class RequestPool {
  inUse = 0;
  start = new Float64Array(256);
  flow = new Int32Array(256);
  step = new Int32Array(256);
  /** Attempts of this step that failed. */
  failures = new Int32Array(256);
  /** Copies not yet done. */
  pending = new Int32Array(256);
  /** First task of the present attempt. */
  tasks = new Int32Array(256);
  /** Changes with every attempt and request: an event with another stamp is of the past. */
  stamp = new Int32Array(256);
  /** Changes with every request in this row. */
  serial = new Int32Array(256);
  fellBack = new Uint8Array(256);
  private free = new Int32Array(256);
  private used = 0;
  private freed = 0;

  add(flow: number, step: number, now: number): number {
    const row = this.freed > 0 ? this.free[--this.freed]! : this.fresh();
    this.inUse++;
    this.start[row] = now;
    this.flow[row] = flow;
    this.step[row] = step;
    this.failures[row] = 0;
    this.tasks[row] = -1;
    this.fellBack[row] = 0;
    return row;
  }

  remove(row: number): void {
    this.inUse--;
    this.stamp[row]!++;
    this.serial[row]!++;
    this.free[this.freed++] = row;
  }

  private fresh(): number {
    if (this.used === this.flow.length) this.grow();
    return this.used++;
  }

  private grow(): void {
    const wanted = this.used * 2;
    const ints = (old: Int32Array<ArrayBuffer>) => enlarged(old, new Int32Array(wanted));
    this.start = enlarged(this.start, new Float64Array(wanted));
    [this.flow, this.step, this.failures] = [ints(this.flow), ints(this.step), ints(this.failures)];
    [this.pending, this.tasks, this.stamp] = [ints(this.pending), ints(this.tasks), ints(this.stamp)];
    [this.serial, this.free] = [ints(this.serial), ints(this.free)];
    this.fellBack = enlarged(this.fellBack, new Uint8Array(wanted));
  }
}
