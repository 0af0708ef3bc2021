// Written by scripts/generate.ts from the files of this folder: do not edit.
import answersFailuresSignal from "./answers-failures.ts";
import answersTheChangeSignal from "./answers-the-change.ts";
import asksFirstSignal from "./asks-first.ts";
import assumesWithNumbersSignal from "./assumes-with-numbers.ts";
import baselineFirstSignal from "./baseline-first.ts";
import buildsOrBuysSignal from "./builds-or-buys.ts";
import buzzwordsSignal from "./buzzwords.ts";
import correctsSelfSignal from "./corrects-self.ts";
import drawsNothingSignal from "./draws-nothing.ts";
import drawsTheFlowSignal from "./draws-the-flow.ts";
import endsAtServingSignal from "./ends-at-serving.ts";
import forgetsWhatWasToldSignal from "./forgets-what-was-told.ts";
import ignoresDataSignal from "./ignores-data.ts";
import jumpsToAModelSignal from "./jumps-to-a-model.ts";
import keepsTimeSignal from "./keeps-time.ts";
import labelsNeverSaidSignal from "./labels-never-said.ts";
import longMonologueSignal from "./long-monologue.ts";
import mindsTheOrganisationSignal from "./minds-the-organisation.ts";
import modelFirstSignal from "./model-first.ts";
import noConstraintsSignal from "./no-constraints.ts";
import noFairnessSignal from "./no-fairness.ts";
import noFeedbackLoopSignal from "./no-feedback-loop.ts";
import noLifeCycleSignal from "./no-life-cycle.ts";
import noMonitoringSignal from "./no-monitoring.ts";
import noQuestionsSignal from "./no-questions.ts";
import numbersClashSignal from "./numbers-clash.ts";
import offlineToOnlineSignal from "./offline-to-online.ts";
import oneFrameworkSignal from "./one-framework.ts";
import ownsTheProblemSignal from "./owns-the-problem.ts";
import saysWhySignal from "./says-why.ts";
import seesTheDebtSignal from "./sees-the-debt.ts";
import seesTheFlywheelSignal from "./sees-the-flywheel.ts";
import severalObjectivesSignal from "./several-objectives.ts";
import weighsBothSidesSignal from "./weighs-both-sides.ts";

/** Every entry of this folder, by file name. */
export const signals = [
  answersFailuresSignal,
  answersTheChangeSignal,
  asksFirstSignal,
  assumesWithNumbersSignal,
  baselineFirstSignal,
  buildsOrBuysSignal,
  buzzwordsSignal,
  correctsSelfSignal,
  drawsNothingSignal,
  drawsTheFlowSignal,
  endsAtServingSignal,
  forgetsWhatWasToldSignal,
  ignoresDataSignal,
  jumpsToAModelSignal,
  keepsTimeSignal,
  labelsNeverSaidSignal,
  longMonologueSignal,
  mindsTheOrganisationSignal,
  modelFirstSignal,
  noConstraintsSignal,
  noFairnessSignal,
  noFeedbackLoopSignal,
  noLifeCycleSignal,
  noMonitoringSignal,
  noQuestionsSignal,
  numbersClashSignal,
  offlineToOnlineSignal,
  oneFrameworkSignal,
  ownsTheProblemSignal,
  saysWhySignal,
  seesTheDebtSignal,
  seesTheFlywheelSignal,
  severalObjectivesSignal,
  weighsBothSidesSignal,
] as const;
