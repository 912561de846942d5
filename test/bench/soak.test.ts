import { platform } from 'node:process'
import t from 'tap'
import { soak } from './soak.ts'

t.test(
  'the embedded house under a steady rate',
  { skip: platform === 'linux' ? false : 'it counts in /proc' },
  async t => {
    const { samples, found, stored } = await soak({ seconds: 12, rate: 100, every: 1 })
    const working = samples.filter(({ delay }) => !Number.isNaN(delay)).slice(1) // threads are there once something is found

    t.test('loses no comment', async t => {
      t.ok(found.fed > 500, 'something was fed')
      t.equal(stored, found.fed)
    })
    t.test('shows each that bears the word in the searches of comments and tickets', async t => {
      t.ok(found.comments.length > 50)
      t.equal(found.tickets.length, found.comments.length)
    })
    t.test('opens no file or socket that it does not close', async t => {
      t.ok(working.length > 1, 'it was looked at more than once')
      t.equal(working.at(-1)!.handles - working[0]!.handles, 0)
    })
  }
)
