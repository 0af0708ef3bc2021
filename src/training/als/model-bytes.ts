import { Problem } from "../../kit/problem.ts";
import { type AlsModel, alsModel } from "../learners/als.ts";

/** Eight bytes that open the file: what it is and the layout's number. */
const MAGIC = "plumbALS";
const LAYOUT = 1;
const HEADER_BYTES = 40;

/**
 * An ALS model as a file: magic, layout, factors, users, items (uint32), λ and α (float64), then the user and the item
 * vectors (float32), all little-endian.
 */
export function alsToBytes(model: AlsModel): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + 4 * (model.userFactors.length + model.itemFactors.length));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  [LAYOUT, model.factors, model.userCount, model.itemCount].forEach((value, i) => {
    view.setUint32(8 + 4 * i, value, true);
  });
  view.setFloat64(24, model.regularisation, true);
  view.setFloat64(32, model.alpha, true);
  const floats = new Float32Array(bytes.buffer, HEADER_BYTES);
  floats.set(model.userFactors);
  floats.set(model.itemFactors, model.userFactors.length);
  return bytes;
}

/** @throws {Problem} `training/unreadable-model` when the bytes are not such a file, or cut short */
export function alsFromBytes(bytes: Uint8Array): AlsModel {
  const found = new TextDecoder().decode(bytes.subarray(0, 8));
  if (bytes.length < HEADER_BYTES || found !== MAGIC) throw unreadable("the file does not begin as an ALS model does");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [layout, factors, userCount, itemCount] = [8, 12, 16, 20].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
  ];
  if (layout !== LAYOUT) throw unreadable(`it has layout ${layout}, and this version reads layout ${LAYOUT}`);
  const wanted = HEADER_BYTES + 4 * factors * (userCount + itemCount);
  if (bytes.length !== wanted) throw unreadable(`it has ${bytes.length} bytes where its header promises ${wanted}`);
  const floats = new Float32Array(bytes.slice(HEADER_BYTES).buffer);
  return alsModel({
    factors,
    userCount,
    itemCount,
    regularisation: view.getFloat64(24, true),
    alpha: view.getFloat64(32, true),
    userFactors: floats.slice(0, userCount * factors),
    itemFactors: floats.slice(userCount * factors),
  });
}

const unreadable = (why: string) =>
  new Problem({
    code: "training/unreadable-model",
    found: `This is not a readable ALS model: ${why}.`,
    fix: "load the file that training wrote, or train again",
  });
