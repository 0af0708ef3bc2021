/** Raw values to numbers, inside the model, so that the ONNX file takes what the table holds. */
export const encodingPython = String.raw`
def vocabulary(item, values):
    """Words that training has seen at least twice, sorted; number 0 is kept for every other word."""
    counts = {}
    for value in values:
        one = value if value is not None else item.get("missing", "")
        counts[one] = counts.get(one, 0) + 1
    words = {one for one, count in counts.items() if count >= LEAST_SEEN} or set(counts)
    return sorted(words | ({item["missing"]} if "missing" in item else set()))


class Encoder(nn.Module):
    """Turns raw inputs, one tensor each in the order of the signature, into one vector per row.

    Numbers and flags: missing becomes what the design says, or the mean with a flag beside it; long tails are taken as
    signed logarithms; then mean 0 and deviation 1 over the training rows. Categories: a row of a learned table, row 0
    for words that are not in the vocabulary. Embeddings: as they are, zeros where missing.
    """

    def __init__(self, inputs, table, rows, width):
        super().__init__()
        self.inputs = inputs
        self.scalars = [i for i, item in enumerate(inputs) if item["type"] in ("number", "flag")]
        self.words = [i for i, item in enumerate(inputs) if item["type"] == "category"]
        self.vectors = [i for i, item in enumerate(inputs) if item["type"] == "embedding"]
        self.vocabularies = {}
        self.tables = nn.ModuleList()
        for i in self.words:
            name = inputs[i]["name"]
            self.vocabularies[name] = vocabulary(inputs[i], [table[name][row] for row in rows])
            size = len(self.vocabularies[name]) + 1
            embedding = nn.Embedding(size, min(width, max(2, math.ceil(size / 2))))
            nn.init.normal_(embedding.weight, std=0.1)
            self.tables.append(embedding)
        self.fit([inputs[i] for i in self.scalars], table, rows)
        self.width = (
            len(self.scalars)
            + len(self.unfilled)
            + sum(one.embedding_dim for one in self.tables)
            + sum(inputs[i]["dims"] for i in self.vectors)
        )

    def fit(self, items, table, rows):
        """Means and deviations of the training rows, after filling and taking logarithms."""
        raw = np.array([np.asarray(table[item["name"]], dtype=np.float64)[rows] for item in items]).reshape(len(items), -1)
        fill = np.array([item.get("missing", math.nan) for item in items], dtype=np.float64)
        logs = np.array([item["name"] in LONG_TAILED for item in items], dtype=bool)
        raw = np.where(np.isnan(raw), fill[:, None], raw)
        raw = np.where(logs[:, None], np.sign(raw) * np.log1p(np.abs(raw)), raw)
        known = ~np.isnan(raw)
        count = np.maximum(known.sum(axis=1), 1)
        mean = np.where(known, raw, 0).sum(axis=1) / count
        deviation = np.sqrt(np.where(known, (raw - mean[:, None]) ** 2, 0).sum(axis=1) / count)
        self.unfilled = [i for i, item in enumerate(items) if "missing" not in item]
        self.register_buffer("fill", torch.tensor(np.nan_to_num(fill), dtype=torch.float32))
        self.register_buffer("keeps_gap", torch.tensor(np.isnan(fill)))
        self.register_buffer("logs", torch.tensor(logs))
        self.register_buffer("mean", torch.tensor(mean, dtype=torch.float32))
        self.register_buffer("deviation", torch.tensor(np.where(deviation > 1e-6, deviation, 1), dtype=torch.float32))
        self.register_buffer("unfilled_places", torch.tensor(self.unfilled, dtype=torch.int64))

    def forward(self, *values):
        parts = []
        if self.scalars:
            raw = torch.stack([values[i] for i in self.scalars], 1)
            absent = torch.isnan(raw)
            raw = torch.where(absent, self.fill, raw)
            raw = torch.where(self.logs, torch.sign(raw) * torch.log1p(torch.abs(raw)), raw)
            scaled = torch.clamp((raw - self.mean) / self.deviation, -10.0, 10.0)
            parts.append(torch.where(absent & self.keeps_gap, torch.zeros_like(scaled), scaled))
            if self.unfilled:
                parts.append(torch.index_select(absent.to(torch.float32), 1, self.unfilled_places))
        for i, embedding in zip(self.words, self.tables):
            index = values[i]
            if self.training:  # some words are hidden, so that row 0 learns what an unknown word means
                index = torch.where(torch.rand(index.shape) < HIDDEN_SHARE, torch.zeros_like(index), index)
            parts.append(embedding(index))
        for i in self.vectors:
            parts.append(torch.where(torch.isnan(values[i]), torch.zeros_like(values[i]), values[i]))
        return torch.cat(parts, 1)

    def tensors(self, table, rows):
        """The raw values of some rows, as forward takes them."""
        return [self.tensor(item, [table[item["name"]][row] for row in rows]) for item in self.inputs]

    def tensor(self, item, values):
        if item["type"] == "category":
            place = {one: i + 1 for i, one in enumerate(self.vocabularies[item["name"]])}
            filled = [item.get("missing", "") if value is None else value for value in values]
            return torch.tensor([place.get(value, 0) for value in filled], dtype=torch.int64)
        if item["type"] == "embedding":
            gap = [math.nan] * item["dims"]
            rows = [gap if value is None else value for value in values]
            if any(len(row) != item["dims"] for row in rows):
                stop(f"{item['name']} must hold {item['dims']} numbers in every row")
            return torch.tensor(rows, dtype=torch.float32)
        return torch.tensor(values, dtype=torch.float32)


def layers_of(width, hidden):
    """Fully connected layers with ReLU between them, and the width that they end with."""
    parts = []
    for size in hidden:
        parts += [nn.Linear(width, size), nn.ReLU()]
        width = size
    return nn.Sequential(*parts), width
`;
