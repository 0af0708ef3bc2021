/** Reads the training table and cuts it by time. */
export const readingPython = String.raw`
def stop(text):
    """Ends with one sentence for the person at the terminal."""
    raise SystemExit("Problem: " + text)


def number(cell):
    """NaN where the cell is empty; true and false count as 1 and 0."""
    if cell is None or cell == "":
        return math.nan
    return float({"true": 1, "false": 0}.get(str(cell).lower(), cell))


def word(cell):
    return None if cell is None or cell == "" else str(cell)


def vector(cell):
    """Numbers separated by spaces, or a list where the table is Parquet."""
    if cell is None or cell == "":
        return None
    return [float(part) for part in (cell.split() if isinstance(cell, str) else cell)]


READERS = {"number": number, "flag": number, "category": word, "embedding": vector}


def column(kind):
    """Where the values of one column are gathered; numbers without an object each."""
    return array.array("d") if kind in ("number", "flag") else []


def read_table(path, kinds, optional=()):
    """Columns by name, as lists of values. kinds says how each is read; columns that nobody asks for are ignored."""
    columns = read_parquet(path, kinds) if path.endswith(".parquet") else read_csv(path, kinds)
    absent = [name for name in kinds if name not in columns and name not in optional]
    if absent:
        stop(f"{path} has no column named {', '.join(absent)}")
    if not columns[TIME]:
        stop(f"{path} has no rows")
    return columns


def read_csv(path, kinds):
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        wanted = [(place, READERS[kinds[name]], column(kinds[name])) for place, name in enumerate(header) if name in kinds]
        for row in reader:
            if len(row) != len(header):
                stop(f"line {reader.line_num} of {path} has {len(row)} cells, and the header {len(header)}")
            for place, read, values in wanted:
                try:
                    values.append(read(row[place]))
                except ValueError:
                    stop(f"line {reader.line_num} of {path}: {header[place]} cannot be {row[place]!r}")
    return {header[place]: values for place, _, values in wanted}


def read_parquet(path, kinds):
    import pyarrow.parquet

    names = [name for name in pyarrow.parquet.read_schema(path).names if name in kinds]
    table = pyarrow.parquet.read_table(path, columns=names)
    columns = {name: column(kinds[name]) for name in names}
    for name in names:
        columns[name].extend(READERS[kinds[name]](cell) for cell in table.column(name).to_pylist())
    return columns


def cut(times, test_from, validation_from):
    """Row numbers of the three parts, earliest first. The gap before a part is left out, so that no label leaks."""
    first, last = times.min(), times.max()

    def length(held):
        return held["millis"] if "millis" in held else held["share"] * (last + 1 - first)

    test_from = last + 1 - length(TEST) if test_from is None else test_from
    validation_from = test_from - length(VALIDATION) if validation_from is None else validation_from
    parts = (
        np.flatnonzero(times < validation_from - GAP_MILLIS),
        np.flatnonzero((times >= validation_from) & (times < test_from - GAP_MILLIS)),
        np.flatnonzero(times >= test_from),
    )
    for name, rows in zip(("train on", "validate on", "test on"), parts):
        if len(rows) == 0:
            stop(f"the table leaves no rows to {name}; bring more history or hold out less")
    return parts


def popularity(table, labels, rows, item_numbers, item_count):
    """Positive rows per item, over the window of the design's baseline that ends where training ends."""
    times = np.asarray(table[TIME])
    since = -math.inf if POPULAR_OVER_MILLIS is None else times[rows].max() - POPULAR_OVER_MILLIS
    recent = rows[(times[rows] >= since) & (labels[rows] > 0)]
    return np.bincount(item_numbers[recent], minlength=item_count).astype(np.float64)


def numbered(words):
    """A number for each different word, and the words in the order of their numbers."""
    names = sorted({"" if one is None else one for one in words})
    place = {one: i for i, one in enumerate(names)}
    return np.array(["" if one is None else one for one in words], dtype=object), place, names
`;
