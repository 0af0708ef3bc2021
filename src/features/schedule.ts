/** Items waiting for their moment, earliest first: a binary heap over typed arrays. */
export interface Schedule {
  add(atMillis: number, item: number): void;
  /** The earliest moment, Infinity when nothing waits. */
  nextMillis(): number;
  /** Removes and returns the item of the earliest moment. */
  take(): number;
  readonly size: number;
}

export function openSchedule(): Schedule {
  let moments = new Float64Array(1024);
  let items = new Int32Array(1024);
  let size = 0;

  const put = (place: number, atMillis: number, item: number): void => {
    moments[place] = atMillis;
    items[place] = item;
  };
  const grow = (): void => {
    const [oldMoments, oldItems] = [moments, items];
    moments = new Float64Array(size * 2);
    items = new Int32Array(size * 2);
    moments.set(oldMoments);
    items.set(oldItems);
  };
  const earlierChild = (place: number): number => {
    const left = 2 * place + 1;
    return left + 1 < size && moments[left + 1]! < moments[left]! ? left + 1 : left;
  };
  const sinkFromTop = (atMillis: number, item: number): void => {
    let place = 0;
    while (2 * place + 1 < size) {
      const child = earlierChild(place);
      if (moments[child]! >= atMillis) break;
      put(place, moments[child]!, items[child]!);
      place = child;
    }
    put(place, atMillis, item);
  };

  return {
    add: (atMillis, item) => {
      if (size === moments.length) grow();
      let place = size++;
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if (moments[parent]! <= atMillis) break;
        put(place, moments[parent]!, items[parent]!);
        place = parent;
      }
      put(place, atMillis, item);
    },
    nextMillis: () => (size === 0 ? Infinity : moments[0]!),
    take: () => {
      const earliest = items[0]!;
      size--;
      if (size > 0) sinkFromTop(moments[size]!, items[size]!);
      return earliest;
    },
    get size() {
      return size;
    },
  };
}
