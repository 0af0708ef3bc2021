import type { AnswerBank } from "./answer.ts";
import { data } from "./data.ts";
import { features } from "./features.ts";
import { model } from "./model.ts";
import { monitoring } from "./monitoring.ts";
import { requirements } from "./requirements.ts";
import { serving } from "./serving.ts";

/** Answers of somebody who knows the trade, by topic. They were written without looking at how answers are read. */
export const answers: AnswerBank = { ...requirements, ...data, ...features, ...model, ...serving, ...monitoring };
