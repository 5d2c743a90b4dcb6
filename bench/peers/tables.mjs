// The concepts of the service's answer as tables of PostgreSQL, with the keys and indexes that a good schema has: node tables.mjs DATA.json | psql
import { readFileSync } from 'node:fs'

const nodes = JSON.parse(readFileSync(process.argv[2], 'utf8')).data.vocab.concepts.edges.map(edge => edge.node)
const text = value => (value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`)
const above = new Map(nodes.flatMap(node => node.broader.map(each => [each.code, each])))
console.log(`create table concept (code text primary key, vocab text not null, uri text, pref_label text not null,
  alt_labels text[] not null, broader text references concept);
create index on concept (vocab, code); create index on concept (broader);`)
for (const each of above.values()) {
  console.log(`insert into concept values (${text(each.code)}, 'rome-4-domaine', null, ${text(each.prefLabel)}, '{}', null);`)
}
for (const node of nodes) {
  const labels = node.altLabels.map(text).join(', ')
  const broader = node.broader.length > 0 ? text(node.broader[0].code) : 'null'
  console.log(`insert into concept values (${text(node.code)}, 'rome-4', ${text(node.uri)}, ${text(node.prefLabel)},
    array[${labels}]::text[], ${broader});`)
}
console.log('analyze concept;')
