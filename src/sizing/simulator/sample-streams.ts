import type { Sampler } from "../distribution/sampler.ts";

const block = 256;

/**
 * Draws of many independent streams, made a block at a time, so that taking one is a read from an array. How many
 * other streams are drawn from, and when, does not change what a stream gives.
 */
export class SampleStreams {
  private readonly values: Float64Array;
  private readonly next: Int32Array;
  private readonly samplers: readonly Sampler[];

  constructor(samplers: readonly Sampler[]) {
    this.samplers = samplers;
    this.values = new Float64Array(samplers.length * block);
    this.next = Int32Array.from(samplers, (_, stream) => (stream + 1) * block);
  }

  draw(stream: number): number {
    if (this.next[stream] === (stream + 1) * block) this.refill(stream);
    return this.values[this.next[stream]!++]!;
  }

  private refill(stream: number): void {
    const sampler = this.samplers[stream]!;
    const start = stream * block;
    for (let at = start; at < start + block; at++) this.values[at] = sampler();
    this.next[stream] = start;
  }
}
