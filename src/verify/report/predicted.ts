import { html, type Markup } from "../../kit/markup.ts";
import { predictionTolerance, ratioOf, type Pair, type Prediction } from "../prediction.ts";
import { quantityText } from "./number-text.ts";

/** One number that sizing said and the run measured, in words. */
export interface PredictedRow {
  readonly what: string;
  readonly predicted: string;
  readonly measured: string;
  readonly ratio: string;
  /** Off by more than the tolerance. */
  readonly off: boolean;
}

/** A prediction as rows of a table. */
export function predictedRows({ busy, p50Millis, p99Millis }: Prediction): PredictedRow[] {
  return [rowOf("busy", busy, "share"), rowOf("p50", p50Millis, "ms"), rowOf("p99", p99Millis, "ms")];
}

function rowOf(what: string, pair: Pair, unit: string): PredictedRow {
  const ratio = ratioOf(pair);
  return {
    what,
    predicted: Number.isFinite(pair.predicted) ? quantityText(pair.predicted, unit) : "no end",
    measured: quantityText(pair.measured, unit),
    ratio: Number.isFinite(ratio) ? ratio.toFixed(2) : "∞",
    off: !(Math.abs(Math.log(ratio)) <= Math.log(1 + predictionTolerance)),
  };
}

/** What was predicted, from what, and whether to trust it, in one sentence. */
export function predictedSentence(prediction: Prediction): string {
  const off = predictedRows(prediction).filter((row) => row.off);
  const names = off.map(({ what }) => what).join(" and ");
  const from = `Sizing, with the times measured at ${quantityText(prediction.fromPerSecond, "/s")}`;
  if (prediction.refusal) return `${from}; the load itself cannot be judged: ${prediction.refusal}.`;
  if (off.length === 0) return `${from}, is within ${predictionTolerance * 100}% of what was measured.`;
  return `${from}, is off by more than ${predictionTolerance * 100}% in ${names}: read docs/sizing/validity.md before trusting it at this load.`;
}

/** The section of the page. */
export function predictedSection(predictions: readonly Prediction[]): Markup | undefined {
  if (predictions.length === 0) return undefined;
  return html`
    <section aria-labelledby="predicted">
      <h2 id="predicted">Predicted against measured</h2>
      ${predictions.map(
        (prediction) => html`
          <p class="lead">${predictedSentence(prediction)}</p>
          <div class="scroll" tabindex="0" role="group" aria-label="Predicted against measured ${prediction.name}">
            <table class="plain">
              <thead>
                <tr>
                  <th scope="col">
                    ${prediction.name} <span class="unit">${quantityText(prediction.perSecond, "/s")}</span>
                  </th>
                  <th scope="col" class="number">Predicted</th>
                  <th scope="col" class="number">Measured</th>
                  <th scope="col" class="number">Ratio</th>
                </tr>
              </thead>
              <tbody>
                ${predictedRows(prediction).map(
                  ({ what, predicted, measured, ratio }) => html`
                    <tr>
                      <th scope="row">${what}</th>
                      <td class="number">${predicted}</td>
                      <td class="number">${measured}</td>
                      <td class="number">${ratio}</td>
                    </tr>
                  `,
                )}
              </tbody>
            </table>
          </div>
        `,
      )}
    </section>
  `;
}
