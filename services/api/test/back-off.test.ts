import t from 'tap'
import { backOff } from '../src/sign-in/back-off.ts'

const MINUTE = 60_000

/** Tries so often; answers the last wait in ms. */
const tryOften = (tries: ReturnType<typeof backOff>, times: number, name: string, address: string, now = 0) =>
  Array.from({ length: times }, () => tries.tried(name, address, now)).at(-1)

t.test('the wait after failed tries', async t => {
  t.test('begins after the fifth and doubles up to 15 minutes', async t => {
    const tries = backOff()
    t.equal(tryOften(tries, 5, 'admin', 'a'), 0)
    let now = 0
    const waits = [30_000, MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 15 * MINUTE, 15 * MINUTE]
    for (const wait of waits) {
      t.equal(tries.tried('admin', 'a', now), wait)
      now += wait
      t.equal(tries.tried('admin', 'a', now), 0)
    }
  })

  t.test('does not grow by tries that were not looked at', async t => {
    const tries = backOff()
    t.equal(tryOften(tries, 100, 'admin', 'a'), 30_000)
  })

  t.test('holds for the name from that address, not for its owner elsewhere', async t => {
    const tries = backOff()
    t.equal(tryOften(tries, 6, 'admin', 'a'), 30_000)
    t.equal(tries.tried('admin', 'b', 0), 0)
    t.equal(tries.tried('other', 'a', 0), 0)
  })

  t.test('holds for an address that tries many names, and for a name tried from many addresses', async t => {
    const byAddress = backOff()
    for (let n = 0; n < 20; n++) t.equal(byAddress.tried(`name ${n}`, 'a', 0), 0)
    t.equal(byAddress.tried('name 20', 'a', 0), 30_000)
    const byName = backOff()
    for (let n = 0; n < 50; n++) t.equal(byName.tried('admin', `a ${n}`, 0), 0)
    t.equal(byName.tried('admin', 'a 50', 0), 30_000)
  })

  t.test('is forgotten with the right password, which is no failed try', async t => {
    const tries = backOff()
    for (let n = 0; n < 100; n++) {
      t.equal(tries.tried('admin', 'a', 0), 0)
      tries.succeeded('admin', 'a')
    }
  })

  t.test('is forgotten after a quiet quarter of an hour', async t => {
    const tries = backOff()
    t.equal(tryOften(tries, 6, 'admin', 'a'), 30_000)
    t.equal(tryOften(tries, 5, 'admin', 'a', 16 * MINUTE), 0)
  })
})
