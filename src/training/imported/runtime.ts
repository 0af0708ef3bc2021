import { Problem } from "../../kit/problem.ts";

/** What is used of ONNX Runtime. */
export type OnnxRuntime = Pick<typeof import("onnxruntime-node"), "InferenceSession" | "Tensor">;

/**
 * Loads ONNX Runtime on first use; a user who imports no model need not have it.
 *
 * @throws {Problem} `training/onnx-runtime-missing`
 */
export async function loadOnnxRuntime(
  load: () => Promise<OnnxRuntime> = () => import("onnxruntime-node"),
): Promise<OnnxRuntime> {
  try {
    return await load();
  } catch (cause) {
    throw new Problem({
      code: "training/onnx-runtime-missing",
      found: `Imported models need the package onnxruntime-node, which cannot be loaded: ${reason(cause)}.`,
      fix: "run `npm install --ignore-scripts onnxruntime-node@1.30.0`; the engine for processors is in the package",
      cause,
    });
  }
}

function reason(cause: unknown): string {
  if ((cause as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return "it is not installed";
  return cause instanceof Error ? cause.message.split("\n")[0]! : String(cause);
}
