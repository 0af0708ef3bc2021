import type { Tree, TreeModel } from "./model.ts";
import { checkTreeModel } from "./model-check.ts";
import { bytesField, intField, message, packedFloats, packedInts, textField, type Field } from "./protobuf.ts";

/** Names of the graph's input (float32, rows × features) and output (float32, rows × 1). */
export const onnxInput = "features";
export const onnxOutput = "score";

/**
 * The model as an ONNX file around a `TreeEnsembleRegressor`. It predicts what `treeScorer` predicts, up to float32
 * sums; missing values (NaN) go the learned way.
 *
 * @throws {Problem} `training/model-malformed`
 * @see https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleRegressor.html
 */
export function treesToOnnx(model: TreeModel): Uint8Array {
  checkTreeModel(model);
  const graph = message([
    ...nodesFor(model).map((node) => bytesField(1, node)),
    textField(2, "trees"),
    bytesField(11, tensor(onnxInput, model.featureCount)),
    bytesField(12, tensor(onnxOutput, 1)),
  ]);
  return message([
    intField(1, 8),
    textField(2, "plumbline"),
    bytesField(7, graph),
    bytesField(8, message([textField(1, "ai.onnx.ml"), intField(2, 3)])),
    bytesField(8, message([textField(1, ""), intField(2, 17)])),
  ]);
}

/** A float32 tensor of any number of rows. */
function tensor(name: string, columns: number): Uint8Array {
  const shape = message([
    bytesField(1, message([textField(2, "rows")])),
    bytesField(1, message([intField(1, columns)])),
  ]);
  const type = message([bytesField(1, message([intField(1, 1), bytesField(2, shape)]))]);
  return message([textField(1, name), bytesField(2, type)]);
}

/** The trees, and for chances a Sigmoid behind them: ONNX Runtime leaves the operator's own `LOGISTIC` undone. */
function nodesFor(model: TreeModel): Uint8Array[] {
  if (model.objective !== "binary") return [regressor(model, onnxOutput)];
  const sigmoid = message([textField(1, "sum"), textField(2, onnxOutput), textField(4, "Sigmoid")]);
  return [regressor(model, "sum"), sigmoid];
}

function regressor(model: TreeModel, output: string): Uint8Array {
  const nodes = (model.trees.length > 0 ? model.trees : [ONE_LEAF]).flatMap(nodesOf);
  const leaves = nodes.filter((node) => node.mode === "LEAF");
  const attributes = [
    ints(
      "nodes_treeids",
      nodes.map((node) => node.tree),
    ),
    ints(
      "nodes_nodeids",
      nodes.map((node) => node.id),
    ),
    ints(
      "nodes_featureids",
      nodes.map((node) => node.feature),
    ),
    floats(
      "nodes_values",
      nodes.map((node) => node.threshold),
    ),
    texts(
      "nodes_modes",
      nodes.map((node) => node.mode),
    ),
    ints(
      "nodes_truenodeids",
      nodes.map((node) => node.left),
    ),
    ints(
      "nodes_falsenodeids",
      nodes.map((node) => node.right),
    ),
    ints(
      "nodes_missing_value_tracks_true",
      nodes.map((node) => node.missingLeft),
    ),
    ints(
      "target_treeids",
      leaves.map((leaf) => leaf.tree),
    ),
    ints(
      "target_nodeids",
      leaves.map((leaf) => leaf.id),
    ),
    ints(
      "target_ids",
      leaves.map(() => 0),
    ),
    floats(
      "target_weights",
      leaves.map((leaf) => leaf.value),
    ),
    floats("base_values", [model.base]),
    attribute("n_targets", INT, intField(3, 1)),
  ];
  const names = [textField(1, onnxInput), textField(2, output), textField(4, "TreeEnsembleRegressor")];
  return message([...names, ...attributes.map((one) => bytesField(5, one)), textField(7, "ai.onnx.ml")]);
}

interface OnnxNode {
  readonly tree: number;
  /** Splits keep their index, leaves follow them. */
  readonly id: number;
  readonly mode: "BRANCH_LEQ" | "LEAF";
  readonly feature: number;
  readonly threshold: number;
  readonly left: number;
  readonly right: number;
  readonly missingLeft: 0 | 1;
  readonly value: number;
}

/** Stands in for a model without trees, which ONNX does not allow. */
const ONE_LEAF: Tree = {
  feature: [],
  threshold: [],
  missingLeft: [],
  left: [],
  right: [],
  gain: [],
  value: [0],
  rows: [0],
};

function nodesOf(tree: Tree, index: number): OnnxNode[] {
  const splits = tree.feature.length;
  const id = (child: number) => (child >= 0 ? child : splits - 1 - child);
  const branches = tree.feature.map((feature, node): OnnxNode => ({
    tree: index,
    id: node,
    mode: "BRANCH_LEQ",
    feature,
    threshold: tree.threshold[node]!,
    left: id(tree.left[node]!),
    right: id(tree.right[node]!),
    missingLeft: tree.missingLeft[node]!,
    value: 0,
  }));
  const blank = { tree: index, mode: "LEAF", feature: 0, threshold: 0, left: 0, right: 0, missingLeft: 0 } as const;
  return [...branches, ...tree.value.map((value, leaf): OnnxNode => ({ ...blank, id: splits + leaf, value }))];
}

const INT = 2;
const FLOATS = 6;
const INTS = 7;
const STRINGS = 8;

const attribute = (name: string, type: number, ...values: Field[]): Uint8Array =>
  message([textField(1, name), ...values, intField(20, type)]);
const ints = (name: string, values: readonly number[]) => attribute(name, INTS, packedInts(8, values));
const floats = (name: string, values: readonly number[]) => attribute(name, FLOATS, packedFloats(7, values));
const texts = (name: string, values: readonly string[]) =>
  attribute(name, STRINGS, ...values.map((value) => textField(9, value)));
