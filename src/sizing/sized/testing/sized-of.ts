import { parseDesign } from "../../../design/parse.ts";
import type { DesignDocument } from "../../../design/design.ts";
import type { SizeOptions } from "../sheet.ts";
import { sizeDesign } from "../size-design.ts";
import type { Sized, SizedComponent } from "../sized.ts";

/** The document of a design's stages as YAML. */
export function documentOf(stages: string): DesignDocument {
  const { document, problems } = parseDesign(`plumbline: 1\nname: small\n${stages}`, "small.design.yaml");
  if (document) return document;
  throw problems[0]!;
}

export const sizedOf = (stages: string, options?: SizeOptions): Sized => sizeDesign(documentOf(stages), options);

export function part({ components }: Sized, id: string): SizedComponent {
  const found = components.find((component) => component.id === id);
  if (!found) throw new Error(`${id} is none of ${components.map((one) => one.id).join(", ")}`);
  return found;
}
