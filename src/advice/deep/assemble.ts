import type { Design } from "../../design/design.ts";
import type { DeepFacts, Held } from "./facts.ts";
import { pythonLiteral, type Literal } from "./python-literal.ts";
import { encodingPython } from "./python/encoding.ts";
import { exportingPython } from "./python/exporting.ts";
import { judgingPython } from "./python/judging.ts";
import { readingPython } from "./python/reading.ts";

/** A list metric with its cut-off, such as `["ndcg", 10]`. */
export type ListMetric = readonly ["ndcg" | "recall", number];

interface Parts {
  readonly file: string;
  readonly sentence: string;
  /** Lines on what the table must hold. */
  readonly about: readonly string[];
  readonly facts: DeepFacts;
  readonly settings: Readonly<Record<string, Literal>>;
  readonly python: string;
}

/** Joins what the design says with what is the same for every design. */
export function assemble({ file, sentence, about, facts, settings, python }: Parts): string {
  const constants = Object.entries({ ...shared(facts), ...settings }).map(
    ([name, value]) => `${name} = ${pythonLiteral(value)}`,
  );
  return (
    [
      ['"""' + sentence, "", ...about, "", `    python ${file} --data rows.csv --out .`, '"""'].join("\n"),
      imports,
      ["# What the design says. Everything below these lines is the same for every design.", ...constants].join("\n"),
      ...[readingPython, judgingPython, encodingPython, exportingPython, python].map((part) => `\n${part.trim()}`),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}

const imports = `import argparse
import array
import copy
import csv
import json
import math
import os
import random
import time
import warnings

import numpy as np
import onnx
import torch
from torch import nn`;

const heldLiteral = (part: Held): Literal => ("share" in part ? { share: part.share } : { millis: part.millis });

const shared = (facts: DeepFacts): Record<string, Literal> => ({
  DESIGN: facts.design,
  WHO: facts.who,
  WHAT: facts.what,
  TIME: "time_ms",
  LABEL: facts.label,
  TEST: heldLiteral(facts.test),
  VALIDATION: heldLiteral(facts.validation),
  GAP_MILLIS: facts.gapMillis,
  POPULAR_OVER_MILLIS: facts.popularOverMillis ?? null,
  LONG_TAILED: facts.inputs.filter(({ longTailed }) => longTailed).map(({ name }) => name),
  LEAST_SEEN: 2,
  HIDDEN_SHARE: 0.02,
  PATIENCE: 4,
  OPSET: 18,
  PARITY_ROWS: 30,
});

/** The list metrics of the design, of the final list or of candidates; those given where it names none. */
export function listMetrics(design: Design, of: "list" | "candidates", otherwise: readonly ListMetric[]): ListMetric[] {
  const named = (design.metrics?.offline ?? []).flatMap(({ metric, of: what }): ListMetric[] => {
    if ((what === "candidates") !== (of === "candidates") || metric?.cutoff === undefined) return [];
    return metric.name === "ndcg" || metric.name === "recall" ? [[metric.name, metric.cutoff]] : [];
  });
  const known = new Set(named.map(([name, k]) => `${name}@${k}`));
  return [...named, ...otherwise.filter(([name, k]) => !known.has(`${name}@${k}`))];
}
