import { letterPath } from '@huiyin/domain/letters/letter-path.ts'
import { sendLetter } from '@huiyin/ports/letters.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import t from 'tap'
import { until } from '../journeys/house.ts'
import { PEOPLE } from './people.ts'
import { raise } from './raise.ts'
import { axe, go, openWorld, picture, type World } from './world.ts'

const WATER = { id: 'water', phrase: '东风小区停水', grew: [12, 18, 31, 44] }
const ID = 'incident/water/told'

async function tell({ house }: World, of: Partial<Letter> = {}): Promise<void> {
  const letter: Letter = {
    ...{ id: ID, about: 'incident', of: WATER.id, title: `新增舆情事件：${WATER.phrase}`, receipt: true },
    ...{ lines: ['评论 44 条，网友 40 人', '48小时内回应：11月24日 16:00 前'], urgent: true, level: 'orange' },
    path: letterPath('incident', WATER.id),
    to: (['head', 'leader'] as const).map(role => {
      const { id, name } = PEOPLE[role]
      return { channel: 'webhook', address: id, person: id, name }
    }),
    ...{ by: system('analyst'), madeAt: house.clock.now() },
    ...of
  }
  await sendLetter(house.store.records, letter)
  await house.store.records.refresh()
}

t.test('letters', async t => {
  const world = await openWorld(t)
  if (!world) return
  await raise(world, WATER)
  await tell(world)
  await tell(world, {
    ...{
      id: 'report/daily-1/sent',
      about: 'report',
      of: 'daily-1',
      title: '2026年11月21日舆情监测日报',
      urgent: false
    },
    ...{ receipt: false, lines: ['舆监〔2026〕第3期'], path: letterPath('report', 'daily-1') }
  })
  const leader = await world.client('leader')
  const head = await world.client('head')
  const own = async () => (await leader('GET', '/me/letters')).body.rows
  await until('the letters are delivered', own, rows => rows.length === 2)
  const page = await world.page('leader', { view: 'letters' })

  await t.test('wait for whom they went to, and are received by a button', async t => {
    await page.getByText('1 份待签收').waitFor()
    await picture(page, 'letters-mine')
    t.same(await axe(page), [])
    await page.locator(`[data-letter="${ID}"] a`).click()
    await page.getByRole('button', { name: '签收', exact: true }).click()
    await page.getByText('都已签收').waitFor()
    await picture(page, 'letter-mine')
    await until('it is received', own, rows =>
      rows.every((row: { id: string; received: boolean }) => row.id !== ID || row.received)
    )
  })

  await t.test('lead to what they tell of', async t => {
    await page.getByRole('link', { name: '看这起事件' }).click()
    await page.getByText('为什么立为事件').waitFor()
    t.match(page.url(), 'view=incidents&open=water')
  })

  await t.test('show with whom they are and who has received them, to who may read that', async t => {
    const all = await world.page('head', { view: 'letters', params: { box: 'all' } })
    await all.locator(`[data-letter="${ID}"]`).waitFor()
    t.match(await all.locator(`[data-letter="${ID}"]`).innerText(), /送达 2\/2\s*签收 1\/2/)
    await go(all, 'letters', { box: 'all', about: 'report' })
    await all.locator(`[data-letter="${ID}"]`).waitFor({ state: 'detached' })
    t.equal(await all.locator('[data-letter]').count(), 1)
    await go(all, 'letters', { box: 'all', open: ID })
    const row = all.getByRole('row', { name: /周建国/ })
    t.match(await row.innerText(), /已送达/)
    await picture(all, 'letter-all')
    t.same(await axe(all), [])

    await all.getByLabel('选择 王敏').check()
    await all.getByRole('button', { name: '重发给选中的 1 人' }).click()
    await all.getByText('已安排重发').waitFor()
    const { body } = await head('GET', `/letters/${encodeURIComponent(ID)}`)
    t.same(
      body.to.map(({ sent }: { sent: object[] }) => sent.length),
      [2, 1]
    )
  })

  await t.test(
    'are read on a phone, by night and in English; without the right to read all, one’s own only',
    async t => {
      const phone = await world.page('handler', {
        ...{ view: 'letters', size: 'phone', language: 'en', theme: 'dark', params: { box: 'all' } }
      } as const)
      await phone.getByText('Nothing was sent to you').waitFor()
      t.equal(await phone.getByRole('radio').count(), 0)
      const theirs = await world.page('leader', {
        ...{ view: 'letters', size: 'phone', language: 'en', theme: 'dark', params: { box: 'all', open: ID } }
      } as const)
      await theirs.getByText('Deliveries and receipts').waitFor()
      await picture(theirs, 'letter-phone-english-dark')
      t.same(await axe(theirs), [])
    }
  )
})
