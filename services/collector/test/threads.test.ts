import t from 'tap'
import { DAY, MINUTE, openHouse, START } from './house.ts'

t.test('answers below a comment on Douyin, which are lists of their own', async t => {
  for (const [name, dies] of [
    ['the process ends', true],
    ['the platform falls silent', false]
  ] as const) {
    t.test(`are collected by the next walk when ${name} between the comment and them`, async t => {
      const { simulator, control, clock, open, write, accountOf, texts } = await openHouse({ kinds: ['douyin'] })
      t.teardown(simulator.close)
      const account = accountOf('douyin')
      const first = open()
      await first.live(2 * MINUTE)
      const { id } = write(account, '路灯坏了', { publishedAt: START - DAY / 2 })
      write(account, '我家门口也是', { parent: id })
      control.fail('douyin', { kind: 'http', status: 500, path: 'reply/list' })
      await first.live(MINUTE)
      t.ok(texts().includes('路灯坏了'))
      t.notOk(texts().includes('我家门口也是'))
      control.heal()
      clock.pass(MINUTE)
      const next = dies ? open() : first
      await next.live(4 * MINUTE) // sooner than a pass through all of it
      t.equal(texts().filter(text => text === '我家门口也是').length, 1)
    })
  }
})
