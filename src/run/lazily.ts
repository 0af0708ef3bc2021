/**
 * The same functions, whose database and server are loaded when they are first called: most commands read a design and
 * need neither.
 */
export const prepare: typeof import("./prepare.ts").prepare = async (...given) =>
  (await import("./prepare.ts")).prepare(...given);

export const startServing: typeof import("./serving.ts").startServing = async (...given) =>
  (await import("./serving.ts")).startServing(...given);

export const recentKeys: typeof import("./recent-keys.ts").recentKeys = async (...given) =>
  (await import("./recent-keys.ts")).recentKeys(...given);
