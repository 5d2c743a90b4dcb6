// A GraphQL schema over tables of PostgreSQL by PostGraphile 4, as its manual runs it in production:
//   node postgraphile.mjs postgresql://... PORT
// Not 5: its last releases answer "Cannot read properties of undefined" to every list of these tables.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

const require = createRequire(process.env.PEERS + '/')
const { postgraphile } = require('postgraphile')

const options = { disableQueryLog: true, dynamicJson: true, setofFunctionsContainNulls: false, ignoreRBAC: false }
createServer(postgraphile(process.argv[2], 'public', options)).listen(Number(process.argv[3]), '127.0.0.1')
