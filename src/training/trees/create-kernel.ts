import type { KernelShape, TreeKernel } from "./kernel.ts";
import type { CompleteTreeOptions } from "./options.ts";
import { createTypeScriptKernel } from "./typescript-kernel.ts";
import { createWasmKernel } from "./wasm-kernel.ts";

/** The kernel an option names, with its memory. */
export function createKernel(kind: CompleteTreeOptions["kernel"], shape: KernelShape): TreeKernel {
  return kind === "wasm" ? createWasmKernel(shape) : createTypeScriptKernel(shape);
}
