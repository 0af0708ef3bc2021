import { taskStates, type TaskPool } from "./task-pool.ts";

/** The queues of all copies, one per priority, first in first out. Those who left are passed over when met. */
export class Queues {
  /** How many really wait, by copy. */
  readonly waiting: Int32Array;
  private readonly tasks: TaskPool;
  private readonly priorities: number;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;

  constructor(tasks: TaskPool, copies: number, priorities: number) {
    this.tasks = tasks;
    this.priorities = priorities;
    this.waiting = new Int32Array(copies);
    this.head = new Int32Array(copies * priorities).fill(-1);
    this.tail = new Int32Array(copies * priorities).fill(-1);
  }

  push(task: number, copy: number, priority: number): void {
    const line = copy * this.priorities + priority;
    if (this.head[line]! < 0) this.head[line] = task;
    else this.tasks.next[this.tail[line]!] = task;
    this.tail[line] = task;
    this.waiting[copy]!++;
  }

  /** The next to be served, taken out; −1 when nobody waits. */
  shift(copy: number): number {
    for (let line = copy * this.priorities; line < (copy + 1) * this.priorities; line++) {
      const task = this.first(line);
      if (task < 0) continue;
      this.head[line] = this.tasks.next[task]!;
      this.tasks.next[task] = -1;
      this.waiting[copy]!--;
      return task;
    }
    return -1;
  }

  /** Since when the one who waits longest has waited; Infinity when nobody waits. */
  oldest(copy: number): number {
    let since = Infinity;
    for (let line = copy * this.priorities; line < (copy + 1) * this.priorities; line++) {
      const task = this.first(line);
      if (task >= 0 && this.tasks.since[task]! < since) since = this.tasks.since[task]!;
    }
    return since;
  }

  private first(line: number): number {
    const { state, next } = this.tasks;
    let task = this.head[line]!;
    while (task >= 0 && state[task] === taskStates.leftQueue) {
      this.head[line] = next[task]!;
      this.tasks.remove(task);
      task = this.head[line]!;
    }
    return task;
  }
}
