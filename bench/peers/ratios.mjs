// Requests per second of processor time, by question and server: median, least and most of the rounds, and what the service does beside each peer.
import { readFileSync } from 'node:fs'

const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => {
  const [question, server, requests, hundredths, seconds, failed] = line.split('\t')
  return { question, server, perCpu: Number(requests) / (Number(hundredths) / 100), perSecond: Number(requests) / Number(seconds), failed: Number(failed) }
})
const sorted = values => [...values].sort((a, b) => a - b)
const median = values => sorted(values)[Math.floor(values.length / 2)]
const show = value => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2))
for (const question of new Set(rows.map(row => row.question))) {
  const asked = rows.filter(row => row.question === question)
  const of = server => asked.filter(row => row.server === server)
  console.log(question)
  for (const server of new Set(asked.map(row => row.server))) {
    const values = of(server).map(row => row.perCpu)
    const failed = of(server).reduce((sum, row) => sum + row.failed, 0)
    const ratios = of(server).map((row, round) => of('passerelle')[round].perCpu / row.perCpu)
    const beside = server === 'passerelle' ? ''
      : `; passerelle ${median(ratios).toFixed(2)} times as many (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`
    console.log(`  ${server.padEnd(14)} ${show(median(values))} requests per second of processor (${show(Math.min(...values))} to ${show(Math.max(...values))}),`
      + ` ${show(median(of(server).map(row => row.perSecond)))} requests/s${failed > 0 ? `, ${failed} not answered by 2xx` : ''}${beside}`)
  }
}
