import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { Problem } from "../kit/problem.ts";

/**
 * @returns the URL at which the server can be reached from this machine
 * @throws {Problem} `serving/port-in-use`, `serving/port-refused`
 */
export async function listen(server: FastifyInstance, where: { port: number; host: string }): Promise<string> {
  try {
    await server.listen(where);
  } catch (error) {
    await server.close();
    throw listenProblem(error as NodeJS.ErrnoException, where);
  }
  const { port } = server.server.address() as AddressInfo;
  return `http://${reachable(where.host)}:${port}`;
}

/** An address that means "every interface" is no address to connect to. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function listenProblem(error: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): Error {
  if (error.code === "EADDRINUSE") {
    return new Problem({
      code: "serving/port-in-use",
      found: `Port ${port} on ${host} is in use by another process.`,
      fix: `stop that process, or choose another port, such as ${port === 65_535 ? 8080 : port + 1}, or 0 for any free one`,
      cause: error,
    });
  }
  if (["EACCES", "EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "ERR_SOCKET_BAD_PORT"].includes(error.code ?? "")) {
    return new Problem({
      code: "serving/port-refused",
      found: `The server cannot listen on port ${port} of ${host}: ${error.message}.`,
      fix: "choose a port from 1024 to 65535 and an address of this machine, such as 127.0.0.1",
      cause: error,
    });
  }
  return error;
}
