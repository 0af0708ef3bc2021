import type { Tone } from "../graph.ts";

/** `auto` follows the reader's setting, by `prefers-color-scheme`; a PNG needs one of the others. */
export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Names of the colours that pictures use; a drawing says `var(--name)`. */
export type Colour = keyof typeof light;

const light = {
  page: "#ffffff",
  ink: "#0f172a",
  "ink-soft": "#55627a",
  "ink-faint": "#64748b",
  line: "#738199",
  grid: "#e5e9f0",
  card: "#ffffff",
  "card-edge": "#cfd6e0",
  shadow: "#0f172a14",
  label: "#475569",
  request: "#0f766e",
  response: "#0f766e",
  control: "#6d28d9",
  feedback: "#d61f47",
  "over-fill": "#fee2e2",
  "over-ink": "#b42318",
  "over-edge": "#dc2626",
  "warn-fill": "#fef3c7",
  "warn-ink": "#92500b",
  "warn-edge": "#e08e0b",
  "ok-fill": "#dcfce7",
  "ok-ink": "#166534",
  "ok-edge": "#16a34a",
  series1: "#2563eb",
  series2: "#d97706",
  series3: "#0d9488",
  series4: "#7c3aed",
  "source-fill": "#f6f8fb",
  "source-edge": "#cbd5e1",
  "source-ink": "#475569",
  "offline-fill": "#fffbeb",
  "offline-edge": "#f5d18f",
  "offline-ink": "#a4480a",
  "training-fill": "#f6f4ff",
  "training-edge": "#d3c9fb",
  "training-ink": "#6429cd",
  "online-fill": "#effdf9",
  "online-edge": "#9fdfd2",
  "online-ink": "#0b6b63",
  "feedback-fill": "#fff2f3",
  "feedback-edge": "#f9bdc7",
  "feedback-ink": "#b9133a",
  "product-fill": "#eff7ff",
  "product-edge": "#b5d5f7",
  "product-ink": "#1b5fae",
  "neutral-fill": "#fafafa",
  "neutral-edge": "#d6d6d9",
  "neutral-ink": "#52525b",
  "icon-store": "#0c9668",
  "icon-stream": "#0a84c6",
  "icon-work": "#c77708",
  "icon-model": "#7c4ddb",
  "icon-guard": "#d92d4f",
  "icon-serve": "#0d9488",
  "icon-plain": "#64748b",
} as const;

const dark: Record<Colour, string> = {
  page: "#0c111b",
  ink: "#f1f5f9",
  "ink-soft": "#a8b4c6",
  "ink-faint": "#94a3b8",
  line: "#8291a8",
  grid: "#222b3a",
  card: "#182130",
  "card-edge": "#3a475b",
  shadow: "#00000066",
  label: "#cbd5e1",
  request: "#2dd4bf",
  response: "#2dd4bf",
  control: "#b49bff",
  feedback: "#fb6f8c",
  "over-fill": "#4a1517",
  "over-ink": "#fca5a5",
  "over-edge": "#ef4444",
  "warn-fill": "#452c08",
  "warn-ink": "#fcd34d",
  "warn-edge": "#d9930f",
  "ok-fill": "#0d3520",
  "ok-ink": "#86efac",
  "ok-edge": "#22a559",
  series1: "#6ea8fe",
  series2: "#f5a742",
  series3: "#2dd4bf",
  series4: "#b49bff",
  "source-fill": "#111926",
  "source-edge": "#334155",
  "source-ink": "#b6c2d3",
  "offline-fill": "#191509",
  "offline-edge": "#57430f",
  "offline-ink": "#f5bd5c",
  "training-fill": "#151229",
  "training-edge": "#41347e",
  "training-ink": "#bba8ff",
  "online-fill": "#081c1a",
  "online-edge": "#17514a",
  "online-ink": "#4fd8c6",
  "feedback-fill": "#200f15",
  "feedback-edge": "#66213a",
  "feedback-ink": "#ff8fa5",
  "product-fill": "#0c1828",
  "product-edge": "#234a78",
  "product-ink": "#7fb8f8",
  "neutral-fill": "#141417",
  "neutral-edge": "#3a3a40",
  "neutral-ink": "#b8b8c0",
  "icon-store": "#34d399",
  "icon-stream": "#4cb8f5",
  "icon-work": "#f5a742",
  "icon-model": "#b08cff",
  "icon-guard": "#fb7390",
  "icon-serve": "#2dd4bf",
  "icon-plain": "#a3b1c4",
};

/** What a colour is written as: a variable in `auto`, the value itself in a theme that is fixed. */
export type Paint = (colour: Colour) => string;

/**
 * Colours for one picture. A fixed theme writes the values themselves, because converters to PNG and most editors do
 * not know variables.
 */
export function paintOf(theme: Theme): Paint {
  if (theme === "auto") return (colour) => `var(--${colour})`;
  const palette = theme === "dark" ? dark : light;
  return (colour) => palette[colour];
}

/**
 * The rules that give `auto` its colours: light, dark where the reader prefers it, light on paper. They hang on one
 * class, so that two pictures in a page do not disturb each other.
 */
export function themeRules(theme: Theme): string {
  if (theme !== "auto") return "";
  const set = (palette: Readonly<Record<string, string>>): string =>
    `.plumb-picture{${Object.entries(palette)
      .map(([name, value]) => `--${name}:${value}`)
      .join(";")}}`;
  return `${set(light)}@media screen and (prefers-color-scheme:dark){${set(dark)}}`;
}

/** Colours of a zone. */
export function toneColours(tone: Tone): { readonly fill: Colour; readonly edge: Colour; readonly ink: Colour } {
  return { fill: `${tone}-fill`, edge: `${tone}-edge`, ink: `${tone}-ink` };
}

/** Both palettes, for the test that measures contrast. */
export const palettes: Readonly<Record<"light" | "dark", Readonly<Record<Colour, string>>>> = { light, dark };
