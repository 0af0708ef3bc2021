interface CodeFacts {
  /** One sentence for `docs/problems.md`: when this happens. */
  readonly when: string;
  /** Status of an HTTP answer that carries this problem; 500 when absent. */
  readonly httpStatus?: number;
}

function codes<const Table extends Record<string, CodeFacts>>(
  table: Table,
): { readonly [Code in keyof Table]: CodeFacts } {
  return table;
}

/** Every code a Problem can carry, grouped by room; `docs/problems.md` is generated from this table. */
export const problemCodes = codes({
  // kit
  "quantity/malformed": { when: "A value is not written as a quantity such as `80ms`, `600/s`, `5%` or `53k`." },
  "quantity/wrong-unit": { when: "A quantity has a unit that does not fit the field." },
  "quantity/out-of-range": {
    when: "A quantity is negative, zero, above 100% or relative where that makes no sense.",
  },
  "predicate/malformed": { when: "A filter such as `rating >= 4 and city = 'Bern'` cannot be read." },
  // design
  "design/too-large": { when: "A design document is larger than the limit." },
  "design/not-yaml": { when: "The document is not well-formed YAML." },
  "design/not-a-design": {
    when: "The document is well-formed, but it is not a mapping that starts with `plumbline: 1`.",
  },
  "design/unknown-key": { when: "A key is not part of the format." },
  "design/wrong-value": { when: "A value has the wrong type, or is not one of those allowed." },
  "design/duplicate-name": { when: "Two parts of one kind carry the same name." },
  "design/unknown-reference": {
    when: "A name refers to a source, an entity or a retriever that the document does not have.",
  },
  "design/too-many-mistakes": { when: "A document has more mistakes than are listed at once." },
  "design/malformed-feature": { when: "The `is:` line of a feature cannot be read." },
  "design/malformed-known": { when: "A `known:` line does not name a column." },
  "design/malformed-split": { when: "The held-out part leaves nothing to train or nothing to test on." },
  "design/malformed-metric": { when: "A metric's name cannot be read." },
  "design/no-such-path": { when: "An edit names a place that the document does not have." },
  "design/malformed-path": {
    when: "A path such as `metrics.offline[0].target` cannot be read, or fits more than one item.",
  },
  "design/shared-by-alias": {
    when: "An edit would change a value that an alias repeats elsewhere in the document.",
  },
  "design/edit-refused": {
    when: "An edit cannot be made without changing something else, or to a value that no document can hold.",
  },
  "design/unreadable": { when: "The design file cannot be read." },
  "design/exists": { when: "A new design would be written over a file that is there." },
  "design/changed-meanwhile": { when: "A design file was changed by somebody else while it was being edited." },
  "design/not-editable": { when: "A design that is not YAML is to be edited." },
  "design/no-such-example": { when: "No example design has the name that is given." },
  "design/no-such-revision": { when: "A revision of a file cannot be had from git." },
  // interview
  "interview/no-such-problem": { when: "No interview problem has the name that is given." },
  "interview/bad-journal": { when: "The journal of an interview cannot be read." },
  "interview/nothing-to-resume": { when: "A round is to be gone on with, and none is open." },
  "interview/bad-debrief": { when: "A saved debrief of an interview cannot be read." },
  "interview/bad-script": { when: "A script of a round has a line that cannot be played." },
  "interview/no-design": { when: "A round about an own system is begun without its design." },
  // guide
  "guide/bad-answers": { when: "A file of answers cannot be read." },
  "guide/unreadable-answer": { when: "An answer to a question of the guide cannot be read." },
  "guide/model-before-objective": {
    when: "Modelling is asked for while the objective, the KPI or the scale is not settled.",
  },
  "guide/unknown-question": { when: "An answer is given to a question that the guide does not ask." },
  // sizing
  "sizing/unstable-queue": { when: "More work arrives at a queue than its servers can do, so it grows without end." },
  "sizing/out-of-range": { when: "A number that sizing was given is not one it can have, such as a rate below zero." },
  "sizing/unreachable-target": { when: "A target cannot be met by any number of replicas." },
  "sizing/malformed-network": { when: "A network to simulate names a station that it lacks, or has no traffic." },
  "sizing/simulation-overflow": { when: "More requests wait in a simulated system than the simulator may hold." },
  "sizing/unknown-price": { when: "A price is named that the price book does not have." },
  "sizing/bad-calibration": { when: "A file of measured times of steps cannot be read." },
  "sizing/bad-load": { when: "A load to size for is not written as a multiple such as `10x`." },
  "sizing/unknown-component": { when: "A component is to fail that the design does not have." },
  "sizing/nothing-to-simulate": { when: "A simulation is asked for, and the design has no path that it could run." },
  // drawing
  "drawing/too-large": { when: "A graph has more nodes or edges than can be drawn." },
  "drawing/duplicate-id": { when: "Two nodes or two zones of a graph have the same id, or an id is empty." },
  "drawing/unknown-id": { when: "A node stands in a zone, or an edge ends at a node, that the graph does not have." },
  "drawing/self-edge": { when: "An edge of a graph goes from a node to itself." },
  "drawing/no-values": { when: "A chart is asked for with no values, or with values that are not finite." },
  "drawing/nothing-to-draw": { when: "A design says nothing yet about what a view shows." },
  "drawing/unknown-format": { when: "A picture is asked for in a format that it cannot be written in." },
  "drawing/unreadable-layout": { when: "A file of positions is not one that `plumb draw` wrote." },
  "drawing/no-fonts": { when: "A picture of pixels is asked for on a machine without any font." },
  // advice
  "advice/unknown-subject": { when: "There is no advice on the subject that was named." },
  // review
  "review/unknown-rule": { when: "A rule is named that does not exist." },
  "review/voice-failed": {
    when: "A language model that is to explain findings is late, away, or answers in no known format.",
  },
  "review/voice-not-set-up": { when: "A language model is to explain findings, and none is configured." },
  "review/voice-unusable": {
    when: "A language model's remarks are no JSON, or are about findings that were not made.",
  },
  // documents
  "import/empty": { when: "A document that is to be imported has no text." },
  "import/not-text": { when: "A document that is to be imported is binary, not Markdown." },
  "import/too-large": { when: "A document that is to be imported is larger than the limit." },
  "import/too-deep": { when: "Lists or quotes of a document that is to be imported are nested too deep." },
  "import/too-tangled": {
    when: "A block of a document that is to be imported would take too long to read: a very long line, or thousands of marks.",
  },
  // data
  "data/store-in-use": { when: "A table file is open in another process.", httpStatus: 503 },
  "data/store-unreadable": { when: "A table file cannot be opened or is not one." },
  "data/out-of-memory": { when: "A table operation needs more memory than it was allowed.", httpStatus: 503 },
  "data/no-such-folder": { when: "The data folder does not exist." },
  "data/file-not-found": { when: "No file has the name, or fits the pattern, that a source gives." },
  "data/unknown-format": { when: "The ending of a data file is none that can be read." },
  "data/empty-file": { when: "A data file has no bytes." },
  "data/file-too-large": { when: "The files of a source are larger than the limit." },
  "data/unreadable-file": { when: "A data file is damaged, or is not what its ending says." },
  "data/binary-file": { when: "A file that should be text is not." },
  "data/no-rows": { when: "A data file has a header, or nothing, and no row." },
  "data/duplicate-column": { when: "The header of a file names the same column twice." },
  "data/missing-column": { when: "A file lacks a column that its source names." },
  "data/column-name-taken": { when: "A column of a file has a name that the table needs for something else." },
  "data/no-time-column": { when: "A source of events does not say which column holds the time." },
  "data/too-many-bad-rows": { when: "More than half of a source's rows cannot be used." },
  "data/folder-not-writable": { when: "A folder that must be written to cannot be." },
  "data/unknown-check": { when: "A check on a source is written in a form that is not known." },
  "data/malformed-check": { when: "A check on a source can never hold, such as a range that ends before it starts." },
  "data/log-in-use": { when: "An event log is written by another process.", httpStatus: 503 },
  "data/log-damaged": { when: "A record in the middle of an event log does not fit its checksum." },
  "data/disk-full": { when: "There is no room left on the disk to write to.", httpStatus: 507 },
  // evaluation
  "evaluation/unknown-metric": { when: "A metric is named that does not exist." },
  "evaluation/bad-cutoff": {
    when: "The cut-off of a metric such as `ndcg@10` is not a whole number, or the metric has none.",
  },
  "evaluation/not-per-list": { when: "Rankers are to be compared by a metric that is not an average over lists." },
  "evaluation/no-lists": { when: "No list is left to be judged, because none has a relevant item." },
  "evaluation/split-too-long": {
    when: "Test and validation leave no time to train on, or no time is set aside for the test.",
  },
  // features
  "features/duplicate-name": { when: "Two features have the same name." },
  "features/bad-window": { when: "A feature's window is not a whole number of milliseconds, at least 1." },
  "features/unknown-source": { when: "A feature reads a source whose table does not exist." },
  "features/unknown-column": { when: "A feature reads a column that its source or the rows do not have." },
  "features/unknown-feature": { when: "A feature is asked for that is not defined." },
  "features/not-a-number": {
    when: "A feature needs numbers from a column that holds something else.",
    httpStatus: 400,
  },
  "features/value-out-of-range": { when: "A value is too large to be summed exactly.", httpStatus: 400 },
  "features/missing-entity": { when: "A request does not name an entity that its features need.", httpStatus: 400 },
  // training
  "training/no-rows": { when: "A learner was given no rows or no features." },
  "training/size-mismatch": { when: "Labels, weights, names or a matrix do not have the size that the rows call for." },
  "training/value-not-usable": {
    when: "A label, weight or feature value is missing, infinite or outside what the objective allows.",
  },
  "training/groups-malformed": { when: "Query groups are missing, empty, or do not add up to the rows." },
  "training/option-out-of-range": { when: "An option of a learner lies outside its range." },
  "training/model-malformed": { when: "A stored model cannot be used: a part is missing or does not fit the others." },
  "training/too-large": { when: "Training would need more memory than can be addressed." },
  "training/bad-interaction": { when: "A count or weight of implicit feedback is negative or not a number." },
  "training/no-interactions": {
    when: "There is nothing to learn from: no interaction passes the filter and the window.",
  },
  "training/unreadable-model": { when: "The bytes of a model are damaged, cut short or of another kind." },
  "training/onnx-runtime-missing": { when: "An imported model needs ONNX Runtime, which is not installed." },
  "training/import-unreadable": { when: "A model file to import is not ONNX, is cut short, or cannot be loaded." },
  "training/import-refused": {
    when: "A model file to import is too large, reaches outside itself, claims more than it holds, or has loops.",
  },
  "training/signature-differs": { when: "An imported model takes or gives something else than the design says." },
  "training/parity-malformed": { when: "The parity file of an imported model cannot be read or does not fit it." },
  "training/parity-broken": { when: "An imported model does not give what training computed for the parity rows." },
  "training/import-no-number": { when: "An imported model gives NaN or an infinity." },
  "training/import-failed": { when: "An imported model could not compute its outputs." },
  // retrieval
  // registry
  "registry/unknown-name": { when: "The registry holds no model of that name.", httpStatus: 404 },
  "registry/unknown-version": { when: "A model has no version of that number.", httpStatus: 404 },
  "registry/unknown-alias": { when: "An alias is not one of `live`, `shadow`, `canary`, `previous`.", httpStatus: 404 },
  "registry/alias-not-set": { when: "An alias of a model points to no version.", httpStatus: 404 },
  "registry/malformed-entry": {
    when: "What is to be registered cannot be kept: a name, a file name, a metric or the lineage.",
  },
  "registry/corrupt-artifact": { when: "A stored file is not what was registered: its checksum differs." },
  "registry/missing-artifact": { when: "A stored file is gone." },
  "registry/corrupt-database": { when: "The registry's database is damaged or is not a database." },
  "registry/newer-format": { when: "The registry was written by a later version of Plumbline." },
  "registry/read-only-folder": { when: "The registry's folder cannot be written." },
  "registry/disk-full": { when: "The disk of the registry, or the quota on it, is full." },
  "registry/disk-error": { when: "The disk fails while the registry reads or writes." },
  "registry/busy": { when: "Another process has held the registry's write lock for too long.", httpStatus: 503 },
  // serving
  "serving/unknown-step": { when: "A fault names a step that the request path does not have." },
  "serving/malformed-fault": { when: "A fault is not written as `rank: sleep 200ms` or `rank: fail`." },
  "serving/worker-not-started": { when: "A worker process could not load its module or build its handler." },
  "serving/worker-gone": { when: "No worker is alive to take a call, or it died during the call.", httpStatus: 503 },
  "serving/worker-late": { when: "A worker did not answer before the deadline of the call.", httpStatus: 503 },
  "serving/worker-busy": {
    when: "Every live worker already has as many calls waiting as is allowed.",
    httpStatus: 503,
  },
  "serving/log-unwritable": { when: "The folder of the decision log cannot be written." },
  "serving/log-missing": { when: "There is no decision log in the folder to read." },
  "serving/log-damaged": { when: "A line inside the decision log, not its last one, cannot be read." },
  "serving/port-in-use": { when: "Another process already listens on the port." },
  "serving/port-refused": { when: "The system does not allow this process to listen on the port or address." },
  "serving/malformed-http": { when: "What arrived on the connection is not a readable HTTP request.", httpStatus: 400 },
  "serving/headers-too-large": { when: "The headers of a request exceed the limit.", httpStatus: 431 },
  "serving/slow-request": { when: "A request did not arrive completely in the allowed time.", httpStatus: 408 },
  "serving/malformed-json": { when: "The body of a request is not JSON.", httpStatus: 400 },
  "serving/too-deep": { when: "The JSON of a request nests deeper than the limit.", httpStatus: 400 },
  "serving/wrong-content-type": { when: "The body of a request is not sent as JSON.", httpStatus: 415 },
  "serving/body-too-large": { when: "The body of a request exceeds the limit.", httpStatus: 413 },
  "serving/too-many-events": { when: "A batch holds more events than the limit.", httpStatus: 413 },
  "serving/unknown-route": { when: "The server has no such path.", httpStatus: 404 },
  "serving/wrong-method": { when: "The path exists, but not for this HTTP method.", httpStatus: 405 },
  "serving/unknown-key": { when: "A request has a key that the server does not know.", httpStatus: 400 },
  "serving/missing-key": { when: "A request lacks a key that it must have.", httpStatus: 400 },
  "serving/wrong-value": { when: "A value in a request has the wrong type or is out of range.", httpStatus: 400 },
  "serving/unknown-source": { when: "An event names a source that the design does not have.", httpStatus: 400 },
  "serving/future-event": { when: "An event says that it happened later than now.", httpStatus: 400 },
  "serving/unauthorized": { when: "A request carries no valid token, and the server asks for one.", httpStatus: 401 },
  "serving/overloaded": { when: "As many requests as allowed are already in progress.", httpStatus: 503 },
  "serving/closing": { when: "The server is shutting down and takes no new requests.", httpStatus: 503 },
  "serving/events-not-durable": {
    when: "Events could not be written durably, so none was acknowledged.",
    httpStatus: 503,
  },
  "serving/unexpected": { when: "A mistake of ours stopped a request, and no fallback could answer.", httpStatus: 500 },
  "experiments/malformed-arms": {
    when: "The arms of an experiment are not named once each with shares that sum to 1.",
  },
  "experiments/malformed-exploration": { when: "An exploration share is outside 0 to 1, or a list has no slots." },
  // monitoring
  "monitoring/reference-unusable": {
    when: "The values that drift is to be measured against cannot be binned or are none.",
  },
  "monitoring/alarm-incomplete": { when: "An alarm has no name, owner, action or threshold." },
  // blueprints, run, verify
  "run/design-incomplete": { when: "The design is legal, but it does not yet say enough to be run." },
  "run/not-supported": { when: "The design asks for a part that this version cannot build." },
  "run/nothing-to-learn": { when: "The data holds too few visits, households or purchases to train and to test on." },
  "run/serving-failed": { when: "The serving process did not come up." },
  "run/no-released-model": { when: "A request needs a model and none has been released.", httpStatus: 503 },
  "verify/no-such-claim": { when: "`--only` names no claim of the design." },
  "run/bad-folder": { when: "The folder for results cannot be written." },
  "run/no-world": {
    when: "Data files are given by a folder that does not exist, or no simulator exists for this system.",
  },
  "world/out-of-range": { when: "A simulated world is asked for with a size, a start or a drift it cannot have." },
  "world/cannot-write": { when: "The files of a simulated world cannot be written to their folder." },
  "verify/load-not-loopback": { when: "A load is aimed at anything but a server on this machine." },
  "verify/load-out-of-bounds": { when: "A load is too large, too long, or has no length." },
  // operations and faces
  "cli/bad-usage": { when: "The command line has an unknown verb or flag, or a value that does not fit." },
});

export type ProblemCode = keyof typeof problemCodes;
