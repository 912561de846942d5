import type { Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { NO_CAPABILITIES } from '@huiyin/schemas/capabilities.ts'
import t from 'tap'
import { openHouse, START } from './house.ts'

t.test('a thousand accounts are not read for the first time all at once, and none is left out', async t => {
  const { simulator, open, clock } = await openHouse({ kinds: ['weibo'] })
  t.teardown(simulator.close)
  const accounts = Array.from({ length: 200 }, (_, i): Account => {
    return { platform: 'weibo', id: `uid${i}`, name: `第${i}个`, credentials: {}, since: START }
  })
  const read = new Set<string>()
  const answers: (() => void)[] = []
  const platformOf = (account: string): Platform => ({
    capabilities: { ...NO_CAPABILITIES, inbox: true },
    quotas: [],
    replyLength: text => text.length,
    inbox: async () => {
      read.add(account)
      await new Promise<void>(resolve => answers.push(resolve))
      return { comments: [], unreadable: [], cursor: 1, more: false }
    },
    reply: async () => ({ outcome: 'refused', code: '-', message: '-' }),
    readBack: async () => ({ outcome: 'absent' }),
    check: async () => []
  })
  const platforms = new Map(accounts.map(({ id }) => [id, platformOf(id)]))
  const { tick, idle } = open({
    accounts: () => accounts,
    platform: ({ account }) => platforms.get(account),
    patience: 20
  })
  await tick(clock.now())
  t.equal(read.size, 40)
  for (let turns = 0; turns < 10; turns++) {
    for (const answer of answers.splice(0)) answer()
    clock.pass(1_000)
    await tick(clock.now())
  }
  for (const answer of answers.splice(0)) answer()
  await idle()
  t.equal(read.size, 200)
})
