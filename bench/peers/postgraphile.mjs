// A GraphQL schema over tables of PostgreSQL by PostGraphile, with what its preset has on by default, no watching, no GraphiQL:
//   node postgraphile.mjs postgresql://... PORT
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

const require = createRequire(process.env.PEERS + '/')
const { postgraphile } = require('postgraphile')
const { makePgService } = require('postgraphile/adaptors/pg')
const { PostGraphileAmberPreset } = require('postgraphile/presets/amber')
const { grafserv } = require('postgraphile/grafserv/node')

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: process.argv[2], schemas: ['public'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
}
const server = createServer()
await postgraphile(preset).createServ(grafserv).addTo(server)
server.listen(Number(process.argv[3]), '127.0.0.1')
