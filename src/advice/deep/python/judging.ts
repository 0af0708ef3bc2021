/** Metrics by the definitions of this project, and seeds. */
export const judgingPython = String.raw`
def seed_all(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)


def ndcg(gains, relevant, k):
    """Linear gain over log2(rank + 1) in the first k ranks, over the same sum for all relevant items, found or not."""
    best = sum(1 / math.log2(rank + 1) for rank in range(1, min(k, relevant) + 1))
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains[:k], 1)) / best


def recall(gains, relevant, k):
    """Relevant items in the first k ranks over all relevant items."""
    return sum(gains[:k]) / relevant


def judge(lists):
    """Means of METRICS over lists of (gains in ranked order, number of relevant items); lists without any are skipped."""
    judged = [(gains, relevant) for gains, relevant in lists if relevant > 0]
    if not judged:
        stop("no list has a relevant item to be judged by")
    by_name = {"ndcg": ndcg, "recall": recall}
    return {
        f"{name}@{k}": float(np.mean([by_name[name](gains, relevant, k) for gains, relevant in judged]))
        for name, k in METRICS
    }


def print_results(results):
    names = list(next(iter(results.values())))
    print(f"\n{'':<14}" + "".join(f"{name:>14}" for name in names))
    for ranker, values in results.items():
        print(f"{ranker:<14}" + "".join(f"{values[name]:>14.4f}" for name in names))
`;
