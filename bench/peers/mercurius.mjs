// The same answer as the service's, from the same data in memory, by Mercurius with its JIT compiler:
//   node mercurius.mjs DATA.json PORT
// DATA.json is the service's own answer to the question of the benchmark.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(process.env.PEERS + '/')
const fastify = require('fastify')
const mercurius = require('mercurius')

const told = JSON.parse(readFileSync(process.argv[2], 'utf8')).data.vocab
const nodes = told.concepts.edges.map(edge => edge.node)
const byCode = new Map(nodes.flatMap(node => node.broader.map(above => [above.code, above])))
const concepts = nodes.map(node => ({ ...node, broader: node.broader.map(above => above.code) }))

const schema = `
  type Query { vocab(id: ID!): Vocab }
  type Vocab { id: ID! title: String! concepts(type: ConceptType, first: Int = 20): ConceptConnection! }
  enum ConceptType { FICHE_METIER APPELLATION }
  type ConceptConnection { totalCount: Int! edges: [ConceptEdge!]! }
  type ConceptEdge { node: Concept! }
  type Concept { code: String! uri: String! prefLabel: String! altLabels: [String!]! broader: [Concept!]! }
`
const resolvers = {
  Query: { vocab: (_, { id }) => (id === 'rome-4' ? { id, title: told.title } : null) },
  Vocab: {
    concepts: (_, { first }) => ({
      totalCount: told.concepts.totalCount,
      edges: concepts.slice(0, first).map(node => ({ node })),
    }),
  },
  Concept: {
    broader: concept => concept.broader.map(each => (typeof each === 'string' ? byCode.get(each) : each)),
  },
}
const app = fastify({ logger: false })
app.register(mercurius, { schema, resolvers, jit: 1 })
await app.listen({ host: '127.0.0.1', port: Number(process.argv[3]) })
