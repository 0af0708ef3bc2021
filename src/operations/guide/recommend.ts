import type { Recommend } from "../../advice/guide/sitting.ts";

/** What can be recommended for a field of a design, worked out from what is known. */
export const recommend: Recommend = () => undefined;
