import { ConnectionError, ProblemError, TimeoutError } from './problem.js';

const BASE_MILLISECONDS = 250;
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);

/** When a request is made again. */
export interface Patience {
  /** Attempts after the first one. */
  readonly retries: number;

  /** Longest wait between two attempts, in milliseconds; a longer Retry-After is an error at once. */
  readonly longestWait: number;
}

/** Whether a request may be made twice (RFC 9110, section 9.2.2). */
export function repeatable(method: string, idempotencyKey: string | undefined): boolean {
  return IDEMPOTENT.has(method) || idempotencyKey !== undefined;
}

/** Milliseconds to wait before another attempt; undefined if there is to be none. */
export function wait(error: unknown, attempt: number, patience: Patience): number | undefined {
  if (attempt >= patience.retries) {
    return undefined;
  }
  if (error instanceof ProblemError) {
    if (error.status !== 429 && error.status !== 503) {
      return undefined;
    }
    if (error.retryAfter !== undefined) {
      const asked = error.retryAfter * 1000;
      return asked <= patience.longestWait ? asked : undefined;
    }
  } else if (!(error instanceof ConnectionError || error instanceof TimeoutError)) {
    return undefined;
  }
  // Full jitter: clients that were refused together do not come back together.
  return Math.random() * Math.min(patience.longestWait, BASE_MILLISECONDS * 2 ** attempt);
}

/** Waits, unless the signal says to stop. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) {
      stop();
    } else {
      signal?.addEventListener('abort', stop, { once: true });
    }
  });
}
