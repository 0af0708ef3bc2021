import type { Clock } from "../kit/clock.ts";
import type { HttpHandlers, HttpLimits, RequestKeys } from "./http-contract.ts";
import type { ServingMetrics } from "./metrics.ts";

export interface HttpOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly handlers: HttpHandlers;
  readonly keys: RequestKeys;
  readonly clock: Clock;
  readonly metrics: ServingMetrics;
  /** Where they differ from `httpLimits`. */
  readonly limits?: Partial<HttpLimits>;
  /** When given, `/v1/…` asks for `authorization: Bearer <token>`. */
  readonly token?: string;
}

/** The parts that the routes share. */
export interface RouteRules extends Omit<HttpOptions, "limits"> {
  readonly limits: HttpLimits;
}
