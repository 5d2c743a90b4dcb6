import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'node:test';

it('the example of the README runs against the service and prints what it says', async () => {
  const readme = readFileSync(new URL('./node_modules/@passerelle/client/README.md', import.meta.url), 'utf8');
  const [, example] = /```js\n(.*?)```/s.exec(readme);
  const file = new URL('./readme-example.mjs', import.meta.url);
  writeFileSync(file, example);
  const printed = [];
  const log = console.log;
  console.log = (...values) => printed.push(values);
  try {
    await import(file.href);
  } finally {
    console.log = log;
  }
  assert.ok(printed.length > 5);
  assert.deepEqual(printed.at(-2), [['M1604']]);
  assert.equal(printed.at(-1)[0], 404);
  assert.equal(printed.at(-1)[1], 'unknown-code');
});
