import type { Bot } from "./bot.ts";
import { partialBots, strongBots } from "./characters.ts";
import { novice } from "./novice.ts";
import { uselessBots } from "./useless-bots.ts";

/** All programmed candidates, from one who says nothing to one who answers everything. */
export const bots: readonly Bot[] = [...uselessBots, novice, ...partialBots, ...strongBots];

/** @throws {Error} when there is no such bot */
export function botNamed(name: string): Bot {
  const bot = bots.find((one) => one.name === name);
  if (!bot) throw new Error(`no bot is called ${name}`);
  return bot;
}
