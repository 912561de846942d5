import { parseArgs } from 'node:util'
import { hostileHour } from './run.ts'
import { FULL } from './scale.ts'
import { table } from './table.ts'
import { mismatchesOf } from './verdict.ts'

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: String(FULL.accounts) },
    posts: { type: 'string', default: String(FULL.posts) },
    comments: { type: 'string', default: String(FULL.comments) },
    replies: { type: 'string', default: String(FULL.replies) },
    seed: { type: 'string', default: String(FULL.seed) },
    hours: { type: 'string', default: String(FULL.hours) },
    after: { type: 'string', default: String(FULL.after) },
    /** So many mismatches are told in words. */
    show: { type: 'string', default: '10' }
  }
})
const scale = {
  accounts: Number(values.accounts),
  posts: Number(values.posts),
  comments: Number(values.comments),
  replies: Number(values.replies),
  seed: Number(values.seed),
  hours: Number(values.hours),
  after: Number(values.after)
}
const began = performance.now()
const seconds = () => (performance.now() - began) / 1000
const found = await hostileHour(scale, text => process.stderr.write(`${text}, ${Math.round(seconds())} s\n`))
const mismatches = mismatchesOf(found)
process.stdout.write(`${table(found, seconds())}\n  mismatches ${mismatches.length}\n`)
for (const mismatch of mismatches.slice(0, Number(values.show))) process.stdout.write(`  ${mismatch}\n`)
process.exitCode = mismatches.length === 0 ? 0 : 1
