import { toWireError, type FromWorker, type ToWorker } from "./worker-messages.ts";

/** Does the work of one worker; built once by `createHandler(init)`, then called for every request. */
export type WorkerHandler = (request: never) => unknown;

/**
 * Entry of a worker process. It loads the module it is told to, answers calls one after the other, and exits when its
 * parent is gone, however the parent died.
 */
function main(): void {
  let handler: WorkerHandler | undefined;
  process.on("disconnect", () => process.exit(0));
  // Ctrl-C reaches the whole group; the parent closes its workers itself, after the last answer.
  process.on("SIGINT", () => {});
  process.on("message", (message: ToWorker) => {
    if (message.kind === "call") return void answer(message, handler);
    load(message).then(
      (loaded) => {
        handler = loaded;
        send({ kind: "ready" });
      },
      (error) => send({ kind: "broken", error: toWireError(error) }, () => process.exit(1)),
    );
  });
}

async function load({ module, init }: Extract<ToWorker, { kind: "init" }>): Promise<WorkerHandler> {
  const loaded = (await import(module)) as {
    createHandler?: (init: unknown) => WorkerHandler | Promise<WorkerHandler>;
  };
  if (!loaded.createHandler) throw new Error(`${module} does not export createHandler`);
  return loaded.createHandler(init);
}

async function answer(call: Extract<ToWorker, { kind: "call" }>, handler: WorkerHandler | undefined): Promise<void> {
  const { id } = call;
  try {
    if (!handler) throw new Error("called before it was ready");
    const expired = Date.now() > call.expiresMillis;
    send({ kind: "answer", id, response: expired ? undefined : await handler(call.request as never) });
  } catch (error) {
    send({ kind: "error", id, error: toWireError(error) });
  }
}

/** Without a callback, a parent that has just died would surface as an unhandled error here. */
function send(message: FromWorker, sent: () => void = () => {}): void {
  process.send!(message, undefined, undefined, sent);
}

main();
