/** Model, loss and training of two towers. */
export const twoTowerPython = String.raw`
class Tower(nn.Module):
    """One vector per row; the inner product of two towers' vectors is the score."""

    def __init__(self, encoder, hidden, width):
        super().__init__()
        self.encoder = encoder
        self.deep, last = layers_of(encoder.width, hidden)
        self.out = nn.Linear(last, width)

    def forward(self, *values):
        return self.out(self.deep(self.encoder(*values)))


def softmax_loss(users, items, item_numbers, log_share):
    """Each row's own item against the other items of the step. Frequent items are met more often as the wrong answer;
    taking off the logarithm of their share corrects that (logQ). Another row's item that is the same one is no answer."""
    scores = users @ items.T - log_share[item_numbers][None, :]
    same = item_numbers[:, None] == item_numbers[None, :]
    same.fill_diagonal_(False)
    scores = scores.masked_fill(same, -math.inf)
    return nn.functional.cross_entropy(scores, torch.arange(len(users)))


def vectors_of(tower, tensors, rows):
    tower.eval()
    with torch.no_grad():
        return np.concatenate([tower(*[one[part] for one in tensors]).numpy() for part in np.array_split(rows, max(1, len(rows) // 50_000))])


def latest_rows(table, item_numbers, rows, item_count):
    """The last row of each item among some rows, -1 for items without one: the catalogue as it was then."""
    latest = np.full(item_count, -1)
    for row in rows[np.argsort(np.asarray(table[TIME])[rows], kind="stable")]:
        latest[item_numbers[row]] = row
    return latest


def questions(table, item_numbers, rows):
    """For each list (same entity, same moment): its first row, and the items that were right."""
    groups = {}
    for row in rows:
        groups.setdefault((table[TIME][row], table[WHO][row]), []).append(row)
    return [(groups[key][0], sorted({int(item_numbers[row]) for row in groups[key]})) for key in sorted(groups)]


def gains_of(asked, scores_for):
    """Ranks the whole catalogue for each question."""
    found = []
    for start in range(0, len(asked), 256):
        part = asked[start : start + 256]
        scores = scores_for([row for row, _ in part])
        depth = max(k for _, k in METRICS)
        order = np.argsort(-scores, axis=1, kind="stable")[:, :depth]
        for (_, right), ranks in zip(part, order):
            found.append((np.isin(ranks, right).astype(float).tolist(), len(right)))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, help="training table, CSV or Parquet; rows without the label are not used")
    parser.add_argument("--out", default=".", help="folder for the ONNX and parity files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=40, help="at most; validation stops earlier")
    parser.add_argument("--learning-rate", type=float, default=0.003)
    parser.add_argument("--rows-per-step", type=int, default=512)
    parser.add_argument("--width", type=int, default=WIDTH, help="numbers in one vector, in place of the design's")
    parser.add_argument("--test-from", type=float, help="first millisecond of the test part, in place of the design's")
    parser.add_argument("--validation-from", type=float)
    parser.add_argument("--threads", type=int, default=1, help="more help only with wide layers and idle cores")
    options = parser.parse_args()
    seed_all(options.seed)
    torch.set_num_threads(options.threads)

    kinds = {item["name"]: item["type"] for item in USER_INPUTS + ITEM_INPUTS}
    kinds.update({TIME: "number", LABEL: "number"})
    table = read_table(options.data, kinds)
    labels = (np.asarray(table[LABEL]) > 0).astype(np.float32)
    training, validation, test = [
        part[labels[part] > 0] for part in cut(np.asarray(table[TIME]), options.test_from, options.validation_from)
    ]
    items, place, names = numbered(table[WHAT])
    item_numbers = np.array([place[one] for one in items])
    print(f"{len(training):,} positive rows to train on, {len(validation):,} to stop by, {len(test):,} to judge on")

    user_encoder = Encoder(USER_INPUTS, table, training, options.width)
    item_encoder = Encoder(ITEM_INPUTS, table, training, options.width)
    users = Tower(user_encoder, HIDDEN, options.width)
    items = Tower(item_encoder, HIDDEN, options.width)
    user_tensors = user_encoder.tensors(table, range(len(labels)))
    item_tensors = item_encoder.tensors(table, range(len(labels)))
    counts = np.bincount(item_numbers[training], minlength=len(names))
    log_share = torch.tensor(np.log(np.maximum(counts, 1) / len(training)), dtype=torch.float32)
    numbers = torch.tensor(item_numbers)

    def by_towers(latest):
        known = latest >= 0
        catalogue = np.zeros((len(names), options.width), np.float32)
        catalogue[known] = vectors_of(items, item_tensors, latest[known])

        def scores_for(rows):
            scores = vectors_of(users, user_tensors, np.array(rows)) @ catalogue.T
            return np.where(known[None, :], scores, -np.inf)

        return scores_for

    check_on, test_on = questions(table, item_numbers, validation), questions(table, item_numbers, test)
    at_check = latest_rows(table, item_numbers, training, len(names))
    at_test = latest_rows(table, item_numbers, np.concatenate([training, validation]), len(names))
    first = f"{METRICS[0][0]}@{METRICS[0][1]}"
    optimiser = torch.optim.Adam([*users.parameters(), *items.parameters()], lr=options.learning_rate, weight_decay=1e-6)
    best, weights, since_best, begun = -math.inf, None, 0, time.monotonic()
    for epoch in range(options.epochs):
        users.train(), items.train()
        order = training[np.random.permutation(len(training))]
        for start in range(0, len(order) - 1, options.rows_per_step):
            rows = order[start : start + options.rows_per_step]
            loss = softmax_loss(
                users(*[one[rows] for one in user_tensors]), items(*[one[rows] for one in item_tensors]), numbers[rows], log_share
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        value = judge(gains_of(check_on, by_towers(at_check)))[first]
        if value > best + 1e-5:
            best, since_best = value, 0
            weights = copy.deepcopy((users.state_dict(), items.state_dict()))
        else:
            since_best += 1
        if since_best >= PATIENCE:
            break
    users.load_state_dict(weights[0]), items.load_state_dict(weights[1])
    print(f"two towers: {epoch + 1} epochs in {time.monotonic() - begun:.1f} s")

    popular = popularity(table, labels, np.concatenate([training, validation]), item_numbers, len(names))
    results = {
        "popularity": judge(gains_of(test_on, lambda rows: np.tile(popular, (len(rows), 1)))),
        "two towers": judge(gains_of(test_on, by_towers(at_test))),
    }
    print_results(results)
    for name, tower, encoder in (("user", users, user_encoder), ("item", items, item_encoder)):
        save(options.out, f"{FILE}.{name}", tower, encoder, table, test, {**OUTPUT, "width": options.width})


if __name__ == "__main__":
    main()
`;
