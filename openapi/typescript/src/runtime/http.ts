import type { Problem } from '../models/index.js';
import { answer, type Answer, type Response } from './answer.js';
import { ConditionalCache } from './cache.js';
import { ConnectionError, ProblemError, TimeoutError } from './problem.js';
import { pause, repeatable, wait } from './retry.js';
import { AGENT } from './agent.js';

/** What a client is made with. */
export interface Settings {
  /** Address of the installation, e.g. `https://passerelle.example.org`. */
  readonly baseUrl: string | URL;

  /** A key of the installation; reading needs none. */
  readonly key?: string;

  /** Language of labels and errors: `fr` by default. */
  readonly language?: 'fr' | 'en' | (string & {});

  /** Longest time of one attempt, in milliseconds: 30 000 by default. */
  readonly timeout?: number;

  /** Attempts after the first one, of what may be repeated: 3 by default. */
  readonly retries?: number;

  /** Longest wait between two attempts, in milliseconds: 30 000 by default. */
  readonly longestWait?: number;

  /** Keeps answers with their ETag and asks only whether they changed; none by default. */
  readonly cache?: ConditionalCache;

  /** Name of your application, after that of this client in User-Agent (not in browsers). */
  readonly userAgent?: string;

  /** Another `fetch`. */
  readonly fetch?: typeof fetch;
}

/** What one request may have of its own. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly timeout?: number;
  readonly retries?: number;
  readonly headers?: Readonly<Record<string, string>>;

  /** Makes a POST repeatable: the service does it once (draft-ietf-httpapi-idempotency-key-header). */
  readonly idempotencyKey?: string;
}

/** A value of a parameter; a list is sent separated by commas. */
export type Value = string | number | boolean | readonly (string | number)[] | undefined;

/** A request as an operation makes it. */
export interface Request {
  readonly method: string;

  /** Path with names of parameters in braces. */
  readonly path: string;
  readonly parameters: object;

  /** Names of the parameters that go into the query. */
  readonly query: readonly string[];

  /** Names of the parameters that a form has. */
  readonly form?: readonly string[];
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept: string;
}

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/;

/** Sends requests: retries, timeouts, conditional requests, problems. */
export class Http {
  readonly #settings: Settings;
  readonly #base: string;
  readonly #fetch: typeof fetch;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#base = String(settings.baseUrl).replace(/\/+$/, '');
    this.#fetch = settings.fetch ?? globalThis.fetch.bind(globalThis);
  }

  /** The answer to a request, and the pages after it. */
  ask<T>(request: Request, options: RequestOptions = {}): Answer<T> {
    return answer((cursor) =>
      this.#patiently<T>(
        cursor === undefined
          ? request
          : { ...request, parameters: { ...request.parameters, cursor } },
        options,
      ),
    );
  }

  async #patiently<T>(request: Request, options: RequestOptions): Promise<Response<T>> {
    const repeats = repeatable(request.method, options.idempotencyKey);
    const patience = {
      retries: repeats ? (options.retries ?? this.#settings.retries ?? 3) : 0,
      longestWait: this.#settings.longestWait ?? 30_000,
    };
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#once<T>(request, options);
      } catch (error) {
        const milliseconds = wait(error, attempt, patience);
        if (milliseconds === undefined) {
          throw error;
        }
        await pause(milliseconds, options.signal);
      }
    }
  }

  async #once<T>(request: Request, options: RequestOptions): Promise<Response<T>> {
    const url = this.#base + address(request);
    const headers = this.#headers(request, options);
    const cache = request.method === 'GET' ? this.#settings.cache : undefined;
    const name = `${url}\n${headers.get('Accept')}\n${headers.get('Authorization')}`;
    const kept = cache?.get(name);
    if (kept) {
      headers.set('If-None-Match', kept.etag);
    }
    const time = AbortSignal.timeout(options.timeout ?? this.#settings.timeout ?? 30_000);
    const signal = options.signal ? AbortSignal.any([options.signal, time]) : time;
    try {
      const init: RequestInit = { method: request.method, headers, signal };
      const body = encoded(request);
      const sent = await this.#fetch(url, body === undefined ? init : { ...init, body });
      if (sent.status === 304 && kept) {
        const data = JSON.parse(kept.text) as T;
        return { data, status: 200, headers: kept.headers, etag: kept.etag, revalidated: true };
      }
      if (!sent.ok) {
        throw new ProblemError(sent.status, sent.headers, await problem(sent));
      }
      return await received<T>(sent, (etag, text) =>
        cache?.put(name, { etag, text, headers: sent.headers }),
      );
    } catch (error) {
      throw explained(error, options.signal, time, url);
    }
  }

  #headers(request: Request, options: RequestOptions): Headers {
    const settings = this.#settings;
    const headers = new Headers({ Accept: request.accept });
    if (settings.language) {
      headers.set('Accept-Language', settings.language);
    }
    if (settings.key) {
      headers.set('Authorization', `Bearer ${settings.key}`);
    }
    if (request.contentType) {
      headers.set('Content-Type', request.contentType);
    }
    if (options.idempotencyKey) {
      headers.set('Idempotency-Key', options.idempotencyKey);
    }
    // A browser has its own, and would ask the service before sending another.
    if (!('document' in globalThis)) {
      headers.set('User-Agent', [AGENT, settings.userAgent].filter(Boolean).join(' '));
    }
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      headers.set(name, value);
    }
    return headers;
  }
}

function values(request: Request): Record<string, Value> {
  return request.parameters as Record<string, Value>;
}

function address(request: Request): string {
  const given = values(request);
  const path = request.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(given[name])),
  );
  const query = search(request.query, given).toString();
  return query ? `${path}?${query}` : path;
}

function search(names: readonly string[], given: Record<string, Value>): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = given[name];
    if (value !== undefined) {
      query.set(name, Array.isArray(value) ? value.join(',') : String(value));
    }
  }
  return query;
}

function encoded(request: Request): BodyInit | undefined {
  if (request.form) {
    return search(request.form, values(request));
  }
  const body = request.body;
  const raw = typeof body === 'string' || body instanceof Blob || body instanceof Uint8Array;
  return body === undefined ? undefined : raw ? (body as BodyInit) : JSON.stringify(body);
}

async function received<T>(
  sent: globalThis.Response,
  keep: (etag: string, text: string) => void,
): Promise<Response<T>> {
  const type = sent.headers.get('Content-Type') ?? '';
  const etag = sent.headers.get('ETag');
  let data: unknown;
  if (JSON_TYPE.test(type)) {
    const text = await sent.text();
    data = JSON.parse(text);
    if (etag) {
      keep(etag, text);
    }
  } else if (sent.status !== 204) {
    data = /^text\/|bibtex|research-info/.test(type) ? await sent.text() : await sent.blob();
  }
  return { data: data as T, status: sent.status, headers: sent.headers, etag, revalidated: false };
}

async function problem(sent: globalThis.Response): Promise<Partial<Problem>> {
  const text = await sent.text();
  if (!JSON_TYPE.test(sent.headers.get('Content-Type') ?? '')) {
    return {};
  }
  try {
    return JSON.parse(text) as Partial<Problem>;
  } catch {
    return {};
  }
}

function explained(
  error: unknown,
  asked: AbortSignal | undefined,
  time: AbortSignal,
  url: string,
): unknown {
  if (error instanceof ProblemError || error instanceof SyntaxError) {
    return error;
  }
  if (asked?.aborted) {
    return asked.reason;
  }
  if (time.aborted) {
    return new TimeoutError(`No answer in time from ${url}`, { cause: error });
  }
  return new ConnectionError(`No answer from ${url}`, { cause: error });
}
