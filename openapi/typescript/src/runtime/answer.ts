/** A page of a list: its items, and the cursor of the next page. */
export interface Page<Item> {
  items: Item[];
  next?: string | null;
}

/** An answer with what came around it. */
export interface Response<T> {
  readonly data: T;
  readonly status: number;
  readonly headers: Headers;

  /** Strong tag of the bytes, for conditional requests. */
  readonly etag: string | null;

  /** Whether the service said that the copy kept here is still good. */
  readonly revalidated: boolean;
}

/** The items of all pages, asked for as they are needed. */
export interface Pages<P, Item> extends AsyncIterable<Item> {
  /** The pages themselves. */
  pages(): AsyncIterable<P>;
}

/**
 * What an operation gives: to await, with `response()` for status and headers; and to go through with
 * `for await` where it is a page of a list.
 */
export type Answer<T> = Promise<T> & {
  response(): Promise<Response<T>>;
} & (T extends Page<infer Item> ? Pages<T, Item> : unknown);

/** The answer that a request brings, and those that follow it by their cursor. */
export function answer<T>(ask: (cursor: string | undefined) => Promise<Response<T>>): Answer<T> {
  const first = ask(undefined);

  async function* pages(): AsyncGenerator<T & Page<unknown>> {
    let page = (await first).data as T & Page<unknown>;
    yield page;
    while (page.next) {
      page = (await ask(page.next)).data as T & Page<unknown>;
      yield page;
    }
  }

  async function* items(): AsyncGenerator<unknown> {
    for await (const page of pages()) {
      yield* page.items;
    }
  }

  const data = first.then((response) => response.data);
  // Who only asks for response() or iterates sees the error there.
  data.catch(() => undefined);
  return Object.assign(data, {
    response: () => first,
    pages,
    [Symbol.asyncIterator]: items,
  }) as unknown as Answer<T>;
}
