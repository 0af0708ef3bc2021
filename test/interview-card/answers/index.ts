import type { Answer } from "../answer.ts";
import { bullets } from "./bullets.ts";
import { formal } from "./formal.ts";
import { nonNative } from "./non-native.ts";
import { rambling } from "./rambling.ts";
import { sarcastic } from "./sarcastic.ts";
import { spoken } from "./spoken.ts";
import { terse } from "./terse.ts";
import { unsure } from "./unsure.ts";
import { warStories } from "./war-stories.ts";
import { wrongButConfident } from "./wrong-but-confident.ts";

/** Sixty answers, six in each voice, by those who build the lexicon: what is missed in them is mended. */
export const labelledAnswers: readonly Answer[] = [
  ...terse,
  ...rambling,
  ...spoken,
  ...nonNative,
  ...sarcastic,
  ...wrongButConfident,
  ...bullets,
  ...formal,
  ...unsure,
  ...warStories,
];
