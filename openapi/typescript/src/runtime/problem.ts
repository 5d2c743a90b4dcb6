import type { Problem, ProblemDetail } from '../models/index.js';

/** An error that the service answered with: a problem (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  /** URI of the kind of problem; its page says what to do. */
  readonly type: string;

  /** HTTP status. */
  readonly status: number;

  /** Short summary of the kind, in the language asked. */
  readonly title: string;

  /** What is wrong this time. */
  readonly detail: string;

  /** Each thing that is wrong, where one can tell. */
  readonly errors: readonly ProblemDetail[];

  /** Seconds after which to try again, where the service says it. */
  readonly retryAfter: number | undefined;

  /** Headers of the answer. */
  readonly headers: Headers;

  constructor(status: number, headers: Headers, problem: Partial<Problem>) {
    const title = problem.title ?? `HTTP ${status}`;
    super(problem.detail ? `${title}: ${problem.detail}` : title);
    this.status = status;
    this.headers = headers;
    this.type = problem.type ?? 'about:blank';
    this.title = title;
    this.detail = problem.detail ?? '';
    this.errors = problem.errors ?? [];
    this.retryAfter = secondsUntilRetry(headers);
  }

  /** The last word of the type, e.g. `unknown-code`: an open list that /problems shows. */
  get kind(): string {
    return this.type.slice(this.type.lastIndexOf('/') + 1);
  }
}

/** No answer came within the time given. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** No answer came: the service was not reached, or the connection broke. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

/** Retry-After in seconds, whichever of its two forms it has (RFC 9110, section 10.2.3). */
export function secondsUntilRetry(headers: Headers): number | undefined {
  const value = headers.get('Retry-After');
  if (value === null) {
    return undefined;
  }
  if (/^\d+$/.test(value.trim())) {
    return Number(value);
  }
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? undefined : Math.max(0, (moment - Date.now()) / 1000);
}
