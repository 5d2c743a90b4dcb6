import { Operations } from './apis/index.js';
import { Http, type Settings } from './runtime/http.js';

/** A client of an installation: its operations, by what they are about. */
export class Passerelle extends Operations {
  constructor(settings: Settings) {
    super(new Http(settings));
  }
}

export { ConditionalCache } from './runtime/cache.js';
export { ConnectionError, ProblemError, TimeoutError } from './runtime/problem.js';
export type { Answer, Page, Pages, Response } from './runtime/answer.js';
export type { RequestOptions, Settings } from './runtime/http.js';
export type * from './models/index.js';
