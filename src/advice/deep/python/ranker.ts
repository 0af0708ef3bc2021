/** Model, loss and training of a ranker. */
export const rankerPython = String.raw`
class Ranker(nn.Module):
    """Crosses of inputs (x0 * (W x + b) + x, DCN V2) beside fully connected layers; without both, a logistic model."""

    def __init__(self, encoder, cross_layers, hidden):
        super().__init__()
        self.encoder = encoder
        self.crosses = nn.ModuleList(nn.Linear(encoder.width, encoder.width) for _ in range(cross_layers))
        self.deep, deep_width = layers_of(encoder.width, hidden)
        self.sum = nn.Linear(encoder.width + (deep_width if hidden else 0), 1)

    def forward(self, *values):
        first = self.encoder(*values)
        crossed = first
        for cross in self.crosses:
            crossed = first * cross(crossed) + crossed
        joined = torch.cat([crossed, self.deep(first)], 1) if len(self.deep) > 0 else crossed
        return self.sum(joined).squeeze(1)


class Served(nn.Module):
    """What the ONNX file computes: a probability where the loss gives one, else a score."""

    def __init__(self, ranker):
        super().__init__()
        self.ranker = ranker

    def forward(self, *values):
        score = self.ranker(*values)
        return torch.sigmoid(score) if LOSS == "binary" else score


def binary_loss(scores, labels, lists, count):
    return nn.functional.binary_cross_entropy_with_logits(scores, labels)


def listwise_loss(scores, labels, lists, count):
    """Cross entropy between a list's positives and the softmax of its scores."""
    top = torch.full((count,), -math.inf).scatter_reduce(0, lists, scores.detach(), "amax")
    shifted = scores - top[lists]
    total = torch.zeros(count).index_add(0, lists, torch.exp(shifted))
    return -(labels * (shifted - torch.log(total)[lists])).sum() / labels.sum().clamp(min=1)


def lists_of(table, rows):
    """Rows of each list: same entity, same moment."""
    groups = {}
    for row in rows:
        groups.setdefault((table[TIME][row], table[WHO][row]), []).append(row)
    return [np.array(groups[key]) for key in sorted(groups)]


def ranked(lists, scores, labels, relevant):
    """Gains of each list in the order of its scores, ties in the order of the table, and its number of relevant items."""
    found = []
    for rows in lists:
        order = rows[np.argsort(-scores[rows], kind="stable")]
        total = relevant[rows[0]] if relevant is not None else (labels[rows] > 0).sum()
        found.append(((labels[order] > 0).astype(float).tolist(), int(total)))
    return found


def scores_of(model, tensors, rows, total):
    """Scores of some rows, at their places in an array for all."""
    scores = np.full(total, np.nan)
    model.eval()
    with torch.no_grad():
        for part in np.array_split(rows, max(1, len(rows) // 50_000)):
            scores[part] = model(*[one[part] for one in tensors]).numpy()
    return scores


def train(model, tensors, labels, lists, check, options):
    """Lowers the loss list by list; keeps the weights that were best on the validation part."""
    loss_of = {"binary": binary_loss, "listwise": listwise_loss}[LOSS]
    taught = [rows for rows in lists if LOSS == "binary" or labels[rows].sum() > 0]
    optimiser = torch.optim.Adam(model.parameters(), lr=options.learning_rate, weight_decay=1e-6)
    targets = torch.tensor(labels, dtype=torch.float32)
    best, weights, since_best = -math.inf, None, 0
    for epoch in range(options.epochs):
        model.train()
        order = np.random.permutation(len(taught))
        for start in range(0, len(order), options.lists_per_step):
            picked = [taught[i] for i in order[start : start + options.lists_per_step]]
            rows = np.concatenate(picked)
            of_list = torch.tensor(np.repeat(np.arange(len(picked)), [len(one) for one in picked]))
            loss = loss_of(model(*[one[rows] for one in tensors]), targets[rows], of_list, len(picked))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        value = check(model)
        if value > best + 1e-5:
            best, weights, since_best = value, copy.deepcopy(model.state_dict()), 0
        else:
            since_best += 1
        if since_best >= PATIENCE:
            break
    model.load_state_dict(weights)
    return epoch + 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, help="training table, CSV or Parquet")
    parser.add_argument("--out", default=".", help="folder for the ONNX and parity files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=40, help="at most; validation stops earlier")
    parser.add_argument("--learning-rate", type=float, default=0.002)
    parser.add_argument("--lists-per-step", type=int, default=64)
    parser.add_argument("--test-from", type=float, help="first millisecond of the test part, in place of the design's")
    parser.add_argument("--validation-from", type=float)
    parser.add_argument("--threads", type=int, default=1, help="more help only with wide layers and idle cores")
    options = parser.parse_args()
    seed_all(options.seed)
    torch.set_num_threads(options.threads)

    kinds = {item["name"]: item["type"] for item in INPUTS}
    kinds.update({TIME: "number", LABEL: "number", RELEVANT: "number", WHO: "category", WHAT: "category"})
    table = read_table(options.data, kinds, optional=(RELEVANT,))
    labels = (np.asarray(table[LABEL]) > 0).astype(np.float32)
    relevant = np.asarray(table[RELEVANT]) if RELEVANT in table else None
    training, validation, test = cut(np.asarray(table[TIME]), options.test_from, options.validation_from)
    lists = {"train": lists_of(table, training), "check": lists_of(table, validation), "test": lists_of(table, test)}
    print(f"{len(training):,} rows to train on, {len(validation):,} to stop by, {len(test):,} to judge on")

    def judged(scores, part):
        return judge(ranked(lists[part], scores, labels, relevant))

    items, place, names = numbered(table[WHAT])
    item_numbers = np.array([place[one] for one in items])
    results = {"popularity": judged(popularity(table, labels, training, item_numbers, len(names))[item_numbers], "test")}
    total = len(labels)
    for name, crosses, hidden in (("logistic", 0, []), (MODEL, CROSS_LAYERS, HIDDEN)):
        encoder = Encoder(INPUTS, table, training, CATEGORY_WIDTH)
        model = Ranker(encoder, crosses, hidden)
        tensors = encoder.tensors(table, range(total))
        first = f"{METRICS[0][0]}@{METRICS[0][1]}"
        begun = time.monotonic()
        epochs = train(
            model,
            tensors,
            labels,
            lists["train"],
            lambda one: judged(scores_of(one, tensors, validation, total), "check")[first],
            options,
        )
        print(f"{name}: {epochs} epochs in {time.monotonic() - begun:.1f} s")
        results[name] = judged(scores_of(model, tensors, test, total), "test")
    print_results(results)
    save(options.out, FILE, Served(model), encoder, table, test, OUTPUT)


if __name__ == "__main__":
    main()
`;
