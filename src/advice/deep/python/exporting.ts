/** Writes ONNX with the signature in its metadata, and the parity file that the importer replays. */
export const exportingPython = String.raw`
INSIDE = "inside/"  # no feature can have a name with a slash, so names inside the graph never meet those of inputs


def to_onnx(model, encoder, table, rows, output):
    """The model as an ONNX file that takes raw values: float32 numbers with NaN where missing, and words."""
    batch = torch.export.Dim("batch")
    arguments = tuple(encoder.tensors(table, rows))
    outer = [f"input{i}" for i in range(len(arguments))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            model.eval(),
            arguments,
            input_names=outer,
            output_names=["output"],
            dynamic_shapes=(tuple({0: batch} for _ in arguments),),
            opset_version=OPSET,
            dynamo=True,
            verbose=False,
        )
    proto = program.model_proto
    rename(proto.graph, dict(zip(outer, [item["name"] for item in encoder.inputs])), output["name"])
    take_words(proto, encoder)
    del proto.graph.value_info[:]
    for key, value in (
        ("plumbline.design", DESIGN),
        ("plumbline.signature", json.dumps({"inputs": encoder.inputs, "output": output})),
    ):
        proto.metadata_props.add(key=key, value=value)
    onnx.checker.check_model(proto, full_check=True)
    return proto.SerializeToString(deterministic=True)


def rename(graph, inputs, output):
    """Gives inputs and output their names, puts a prefix on all others, and drops notes that hold paths of this machine."""
    outer = {**inputs, "output": output, "": ""}
    for node in graph.node:
        node.input[:] = [outer.get(name, INSIDE + name) for name in node.input]
        node.output[:] = [outer.get(name, INSIDE + name) for name in node.output]
        node.name = ""
        del node.metadata_props[:]
    for tensor in graph.initializer:
        tensor.name = INSIDE + tensor.name
    for value in (*graph.input, *graph.output):
        value.name = outer[value.name]
        del value.metadata_props[:]


def take_words(proto, encoder):
    """Puts a LabelEncoder before every category, so that the file takes words and knows its vocabulary."""
    for name, words in encoder.vocabularies.items():
        number = f"{INSIDE}{name}/number"
        for node in proto.graph.node:
            node.input[:] = [number if one == name else one for one in node.input]
        encode = onnx.helper.make_node(
            "LabelEncoder",
            [name],
            [number],
            domain="ai.onnx.ml",
            keys_strings=words,
            values_int64s=list(range(1, len(words) + 1)),
            default_int64=0,
        )
        proto.graph.node.insert(0, encode)
        taken = next(value for value in proto.graph.input if value.name == name)
        taken.type.tensor_type.elem_type = onnx.TensorProto.STRING
    if encoder.vocabularies:
        proto.opset_import.add(domain="ai.onnx.ml", version=3)


def parity_of(model, encoder, table, rows):
    """Raw inputs and PyTorch's outputs: some rows, one with every value missing, one with words never seen."""
    names = [item["name"] for item in encoder.inputs]
    picked = rows[np.linspace(0, len(rows) - 1, PARITY_ROWS).astype(int)]
    raw = {name: [table[name][row] for row in picked] for name in names}
    for item in encoder.inputs:
        last = raw[item["name"]][-1]
        gap = math.nan if item["type"] in ("number", "flag") else None
        raw[item["name"]] += [gap, "never seen before" if item["type"] == "category" else last]
    with torch.no_grad():
        outputs = model.eval()(*[encoder.tensor(item, raw[item["name"]]) for item in encoder.inputs])
    plain = {name: [None if value is None or value != value else value for value in raw[name]] for name in names}
    return {"inputs": plain, "outputs": outputs.reshape(len(picked) + 2, -1).tolist()}


def save(folder, name, model, encoder, table, rows, output):
    """Writes NAME.onnx and NAME.parity.json; says how far ONNX Runtime is from PyTorch, where it is installed."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name)
    binary = to_onnx(model, encoder, table, rows[: min(len(rows), 8)], output)
    parity = parity_of(model, encoder, table, rows)
    with open(path + ".onnx", "wb") as file:
        file.write(binary)
    with open(path + ".parity.json", "w", encoding="utf-8") as file:
        json.dump(parity, file, allow_nan=False)
    print(f"{path}.onnx: {len(binary):,} bytes; {difference(binary, encoder, parity)}")


def difference(binary, encoder, parity):
    try:
        import onnxruntime
    except ImportError:
        return "onnxruntime is not installed here, so the file is first replayed where it is served"
    feeds = {}
    for item in encoder.inputs:
        values = parity["inputs"][item["name"]]
        if item["type"] == "category":
            feeds[item["name"]] = np.array([item.get("missing", "") if v is None else v for v in values], dtype=object)
        elif item["type"] == "embedding":
            feeds[item["name"]] = np.array([[math.nan] * item["dims"] if v is None else v for v in values], np.float32)
        else:
            feeds[item["name"]] = np.array([math.nan if v is None else v for v in values], np.float32)
    found = onnxruntime.InferenceSession(binary).run(None, feeds)[0]
    largest = np.abs(found.reshape(len(found), -1) - np.array(parity["outputs"], np.float32)).max()
    return f"ONNX Runtime differs from PyTorch by at most {largest:.2g}"
`;
