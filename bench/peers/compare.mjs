// Says whether all servers of the benchmark answer the same, and ends with 1 where one does not.
import { readFileSync } from 'node:fs'

const [base, nginx, mercurius, postgraphile, fuseki, folder, rest, turtle, persisted, select] = process.argv.slice(2)
const at = port => `http://127.0.0.1:${port}`
const bytes = async (address, options) => Buffer.from(await (await fetch(address, options)).arrayBuffer())
const plain = { headers: { 'Accept-Encoding': 'identity' } }
const post = file => ({
  method: 'POST', headers: { 'Content-Type': 'application/json', 'Accept-Encoding': 'identity' }, body: readFileSync(file),
})
let failed = 0
const say = (what, same, size) => {
  console.log(`  ${same ? 'same ' : 'OTHER'} ${what}${size === undefined ? '' : `, ${size} bytes`}`)
  failed += same ? 0 : 1
}

for (const [what, path, file] of [['REST', rest, 'rest.json'], ['Turtle', turtle, 'concept.ttl'], ['persisted GraphQL', persisted, 'persisted.json']]) {
  const ours = await bytes(base + path, plain)
  say(`${what}: nginx, byte by byte`, ours.equals(await bytes(`${at(nginx)}/${file}`, plain)), ours.length)
}
const ours = JSON.parse(await bytes(`${base}/graphql`, post(`${folder}/question.json`)))
const theirs = JSON.parse(await bytes(`${at(mercurius)}/graphql`, post(`${folder}/question.json`)))
say('executed GraphQL: Mercurius, value by value', JSON.stringify(ours.data) === JSON.stringify(theirs.data), JSON.stringify(ours.data).length)
const flat = (edges, broader) => JSON.stringify(edges.map(({ node }) => [node.code, node.uri, node.prefLabel, node.altLabels, broader(node)]))
const tabular = JSON.parse(await bytes(`${at(postgraphile)}/graphql`, post(`${folder}/tabular.json`)))
const pair = each => [each.code, each.prefLabel]
say('executed GraphQL: PostGraphile, value by value',
  flat(ours.data.vocab.concepts.edges, node => pair(node.broader[0]))
    === flat(tabular.data?.allConcepts.edges ?? [], node => pair(node.conceptByBroader)))
const results = { headers: { Accept: 'application/sparql-results+json' } }
const rows = async address => JSON.stringify(JSON.parse(await bytes(address, results)).results.bindings.map(row => Object.values(row).map(each => each.value)).sort())
say('SPARQL: Fuseki, row by row', await rows(`${base}/sparql?query=${select}`) === await rows(`${at(fuseki)}/rome/sparql?query=${select}`))
process.exit(failed > 0 ? 1 : 0)
