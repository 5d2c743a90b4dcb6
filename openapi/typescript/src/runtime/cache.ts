/** A representation that was received, with its ETag. */
export interface Kept {
  readonly etag: string;
  readonly text: string;
  readonly headers: Headers;
}

/** Representations by request, the one used longest ago leaving first. */
export class ConditionalCache {
  readonly #kept = new Map<string, Kept>();
  readonly #size: number;

  /** @param size how many are kept at most */
  constructor(size = 200) {
    this.#size = size;
  }

  get(request: string): Kept | undefined {
    const kept = this.#kept.get(request);
    if (kept) {
      this.#kept.delete(request);
      this.#kept.set(request, kept);
    }
    return kept;
  }

  put(request: string, kept: Kept): void {
    this.#kept.delete(request);
    this.#kept.set(request, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#size) {
        return;
      }
      this.#kept.delete(oldest);
    }
  }
}
