import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { before, describe, it } from 'node:test';
import {
  ConditionalCache,
  ConnectionError,
  Passerelle,
  ProblemError,
  TimeoutError,
} from '@passerelle/client';

const baseUrl = process.env.PASSERELLE_URL;
const client = new Passerelle({ baseUrl });

/** A service that answers as told, one function an attempt, and passes on to the real one after. */
async function proxy(faults, test) {
  const seen = [];
  const server = createServer(async (request, response) => {
    seen.push(request);
    const fault = faults.shift();
    if (fault) {
      fault(response, request);
      return;
    }
    const answer = await fetch(baseUrl + request.url, { headers: { accept: 'application/json' } });
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') });
    response.end(await answer.text());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await test(`http://127.0.0.1:${server.address().port}`, seen);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const status = (code, headers = {}) => (response) => response.writeHead(code, headers).end();
const busy = (after) => status(503, { 'Retry-After': after });

describe('pages', () => {
  it('gives the page that is awaited, with its total', async () => {
    const page = await client.vocabularies.listConcepts({ vocab: 'rome-4', limit: 7 });
    assert.equal(page.items.length, 7);
    assert.ok(page.total > 7);
    assert.ok(page.next);
  });

  it('goes through every item of every page, once', async () => {
    const { total } = await client.vocabularies.listConcepts({ vocab: 'rome-4', limit: 1 });
    const uris = new Set();
    for await (const concept of client.vocabularies.listConcepts({ vocab: 'rome-4', limit: 100 })) {
      uris.add(concept.uri);
    }
    assert.equal(uris.size, total);
  });

  it('asks for no more pages than are read', async () => {
    await proxy([], async (url, seen) => {
      for await (const _ of new Passerelle({ baseUrl: url }).studies.listStudies({ limit: 2 })) {
        break;
      }
      assert.equal(seen.length, 1);
    });
  });

  it('keeps filters from page to page', async () => {
    const pages = [];
    for await (const page of client.studies.listStudies({ territory: 'FRANCE', limit: 5 }).pages()) {
      pages.push(page);
    }
    assert.ok(pages.length > 1);
    assert.equal(pages.flatMap((page) => page.items).length, pages[0].total);
  });
});

describe('problems', () => {
  it('are typed errors that say what, where and which rule', async () => {
    await assert.rejects(client.studies.listStudies({ limit: 0 }), (error) => {
      assert.ok(error instanceof ProblemError);
      assert.equal(error.status, 400);
      assert.equal(error.kind, 'bad-parameter');
      assert.equal(error.errors[0].pointer, 'limit');
      assert.match(error.message, /limit/);
      return true;
    });
  });

  it('are in the language asked', async () => {
    const english = new Passerelle({ baseUrl, language: 'en' });
    await assert.rejects(english.vocabularies.getVocab({ vocab: 'nope' }), {
      title: 'Unknown vocabulary',
      status: 404,
    });
  });

  it('reach who iterates', async () => {
    await assert.rejects(async () => {
      for await (const _ of client.vocabularies.listConcepts({ vocab: 'nope' })) {
        assert.fail();
      }
    }, ProblemError);
  });

  it('of a server that says nothing are errors with its status', async () => {
    await proxy([status(418)], async (url) => {
      await assert.rejects(new Passerelle({ baseUrl: url }).service.health(), { status: 418 });
    });
  });
});

describe('patience', () => {
  const patient = (url, more = {}) => new Passerelle({ baseUrl: url, ...more });

  it('tries again after 503, 429 and a broken connection', async () => {
    const faults = [busy('0'), status(429, { 'Retry-After': '0' }), (r) => r.socket.destroy()];
    await proxy(faults, async (url, seen) => {
      assert.equal((await patient(url).service.health()).status, 'UP');
      assert.equal(seen.length, 4);
    });
  });

  it('waits as long as Retry-After says, in seconds or until a moment', async () => {
    const soon = new Date(Date.now() + 2000).toUTCString();
    await proxy([busy('1'), busy(soon)], async (url, seen) => {
      const began = Date.now();
      await patient(url).service.health();
      assert.ok(Date.now() - began >= 1000);
      assert.equal(seen.length, 3);
    });
  });

  it('gives up at once where the wait would be too long, and says how long', async () => {
    await proxy([busy('3600')], async (url, seen) => {
      await assert.rejects(patient(url).service.health(), { status: 503, retryAfter: 3600 });
      assert.equal(seen.length, 1);
    });
  });

  it('gives up after the attempts it was given', async () => {
    await proxy([busy('0'), busy('0'), busy('0')], async (url, seen) => {
      await assert.rejects(patient(url, { retries: 1 }).service.health(), { status: 503 });
      assert.equal(seen.length, 2);
    });
  });

  it('does not repeat other errors', async () => {
    await proxy([status(500)], async (url, seen) => {
      await assert.rejects(patient(url).service.health(), { status: 500 });
      assert.equal(seen.length, 1);
    });
  });

  it('does not repeat a POST, unless it may be', async () => {
    const asked = { from: 'rncp', to: 'rome-3', codes: ['38667'] };
    await proxy([busy('0'), busy('0')], async (url, seen) => {
      await assert.rejects(patient(url).correspondences.translate(asked), { status: 503 });
      assert.equal(seen.length, 1);
      await patient(url)
        .correspondences.translate(asked, {}, { idempotencyKey: 'once' })
        .catch((error) => assert.equal(error.status, 405));
      assert.equal(seen.length, 3);
      assert.equal(seen[2].headers['idempotency-key'], 'once');
    });
  });

  it('ends with the time given, and with the signal', async () => {
    const silent = () => undefined;
    await proxy([silent], async (url) => {
      const call = patient(url, { timeout: 50, retries: 0 }).service.health();
      await assert.rejects(call, TimeoutError);
    });
    await proxy([silent], async (url) => {
      const controller = new AbortController();
      const call = patient(url).service.health({}, { signal: controller.signal });
      controller.abort(new Error('no longer wanted'));
      await assert.rejects(call, { message: 'no longer wanted' });
    });
  });

  it('stops waiting when the signal says so', async () => {
    const controller = new AbortController();
    await proxy([(r) => { busy('20')(r); setTimeout(() => controller.abort(new Error('stop')), 20); }], async (url) => {
      await assert.rejects(patient(url).service.health({}, { signal: controller.signal }), { message: 'stop' });
    });
  });

  it('says that nobody answers', async () => {
    const gone = new Passerelle({ baseUrl: 'http://127.0.0.1:1', retries: 0 });
    await assert.rejects(gone.service.health(), ConnectionError);
  });
});

describe('values', () => {
  it('that nobody knew yet are values', async () => {
    const json = (body) => (response) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    const figures = await client.indicators.getFigures({ id: 'defm-abc', territory: 'R44' });
    figures.items[0].outcome = 'interpolated';
    figures.items[0].added = { later: true };
    await proxy([json(figures)], async (url) => {
      const read = await new Passerelle({ baseUrl: url }).indicators.getFigures({ id: 'defm-abc' });
      assert.equal(read.items[0].outcome, 'interpolated');
      assert.deepEqual(read.items[0].added, { later: true });
    });
  });

  it('have their accents, both ways', async () => {
    const found = await client.territories.listTerritories({ q: "Provence-Alpes-Côte d'Azur", type: 'REG' });
    assert.equal(found.items[0].name, "Provence-Alpes-Côte d'Azur");
    await assert.rejects(client.vocabularies.getConcept({ vocab: 'rome-4', code: 'é/à ?' }), (error) => {
      assert.equal(error.status, 404);
      assert.match(error.detail, /é\/à \?/i);
      return true;
    });
  });

  it('of a list are sent as one', async () => {
    const figures = await client.indicators.getFigures({ id: 'defm-abc', territory: 'R44,R93' });
    assert.equal(figures.items.length, 2);
  });

  it('of another format are text or bytes', async () => {
    const csv = await client.indicators.getFigures({ id: 'defm-abc', territory: 'R44', format: 'csv' });
    assert.match(csv, /^REF_AREA,.*R44,Grand Est/s);
    const template = await client.deposits.getDepositTemplate();
    assert.match(template, /^code;/);
  });

  it('are posted as JSON and as a form', async () => {
    const translation = await client.correspondences.translate({ from: 'rncp', to: 'rome-3', codes: ['38667'] });
    assert.equal(translation.items[0].outcome, 'mapped');
    const queries = JSON.stringify({ q0: { query: 'boulanger', limit: 1 } });
    const result = await client.reconciliation.reconcileBatch({ queries });
    assert.equal(result.q0.result.length, 1);
  });
});

describe('conditional requests', () => {
  let cached;
  before(() => {
    cached = new Passerelle({ baseUrl, cache: new ConditionalCache(2) });
  });

  it('give an ETag, and what is kept as long as it is good', async () => {
    const first = await cached.vocabularies.getConcept({ vocab: 'rome-4', code: 'M1805' }).response();
    assert.match(first.etag, /^"/);
    assert.equal(first.revalidated, false);
    const second = await cached.vocabularies.getConcept({ vocab: 'rome-4', code: 'M1805' }).response();
    assert.equal(second.revalidated, true);
    assert.deepEqual(second.data, first.data);
    assert.notEqual(second.data, first.data);
  });

  it('keep as many as they are told', async () => {
    await cached.vocabularies.listVocabs();
    await cached.vocabularies.getVocab({ vocab: 'rome-4' });
    const again = await cached.vocabularies.getConcept({ vocab: 'rome-4', code: 'M1805' }).response();
    assert.equal(again.revalidated, false);
  });
});

describe('the client', () => {
  it('says who it is', async () => {
    await proxy([], async (url, seen) => {
      await new Passerelle({ baseUrl: url, userAgent: 'essai/1', key: 'k', language: 'en' }).service.health();
      assert.match(seen[0].headers['user-agent'], /^passerelle-typescript\/\d.* essai\/1$/);
      assert.equal(seen[0].headers.authorization, 'Bearer k');
      assert.equal(seen[0].headers['accept-language'], 'en');
    });
  });
});
