import { Problem } from "../../kit/problem.ts";

/** The part of the global `WebAssembly` used here; the type library for it comes with browsers only. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => WasmMemory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: { env: { memory: WasmMemory } }) => { exports: unknown };
};

const PAGE_BYTES = 65_536;
const MOST_BYTES = 4_000_000_000;

/** Hands out ranges of one WASM memory, each at a multiple of 64 bytes. */
export interface MemoryPlan {
  /** Reserves bytes and returns their address. */
  reserve(bytes: number): number;
  /** The memory, large enough for everything reserved. */
  allocate(): WasmMemory;
}

/** @throws {Problem} `training/too-large` when more than 4 GB are reserved. */
export function planMemory(): MemoryPlan {
  let end = 1024;
  return {
    reserve: (bytes) => {
      const at = end;
      end = Math.ceil((end + bytes) / 64) * 64;
      return at;
    },
    allocate: () => {
      if (end > MOST_BYTES) throw tooLarge(end);
      return new WebAssembly.Memory({ initial: Math.ceil(end / PAGE_BYTES) });
    },
  };
}

function tooLarge(bytes: number): Problem {
  return new Problem({
    code: "training/too-large",
    found: `Growing these trees needs ${(bytes / 1e9).toFixed(1)} GB of memory, but at most ${MOST_BYTES / 1e9} GB can be addressed.`,
    fix: "use fewer rows, features or leaves, or a smaller maxBins",
  });
}

/** Runs a compiled kernel on a memory. */
export function instantiate<Exports>(base64: string, memory: WasmMemory): Exports {
  const module = new WebAssembly.Module(Buffer.from(base64, "base64"));
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Exports;
}
