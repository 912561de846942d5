import { park } from '@huiyin/ports/parking.ts'
import t from 'tap'
import { until } from '../journeys/house.ts'
import { axe, openWorld, picture, settled, type World } from './world.ts'

/** Messages that nobody understood, of four kinds; the last can go on when it is replayed. */
async function parked({ house, clock }: World): Promise<void> {
  const { records } = house.store
  const at = clock.now() - 3_600_000
  const raw = { id: 'weibo/1/c9', text: '请问停水到几点？我的电话是13800138000', publishedAt: '昨天' }
  await park(records, { topic: 'comments', raw: '{"id":"c1","text":"半句', reason: 'Unexpected end of JSON input', at })
  await park(records, {
    ...{ topic: 'comments', raw: JSON.stringify(raw), at: at + 1 },
    reason: 'comment: at /publishedAt must be integer'
  })
  await park(records, {
    ...{ topic: 'poll/douyin/青石融媒', raw: '{"comment_id":7}', at: at + 2 },
    reason: 'comment: at /content must be string'
  })
  const many = { topic: 'classified', reason: 'document is larger than the store takes', raw: '[]', at: at + 3 }
  await park(records, many)
  await records.refresh()
}

t.test('parked messages', async t => {
  const world = await openWorld(t, { allow: [/→ 4\d\d/] })
  if (!world) return
  await parked(world)

  await t.test('say what each is, what it means and what to do', async t => {
    const page = await world.page('administrator', { view: 'parked' })
    const cards = page.locator('[data-parked]')
    t.equal(await cards.count(), 4)
    t.match(
      (await cards.allTextContents()).toSorted().join('\n'),
      /不是完整的消息.*存储拒收.*平台返回读不懂.*格式不符/s
    )
    await cards.filter({ hasText: '格式不符' }).getByRole('link').click()
    await page.getByText('先把各处升级到同一版本，再重放。').waitFor()
    t.match(await page.locator('pre').textContent(), /"publishedAt": "昨天"/)
    await picture(page, 'parked')
    t.same(await axe(page), [])
    await cards.filter({ hasText: '平台返回读不懂' }).getByRole('link').click()
    await page.getByText('这一类不能重放').waitFor()
    t.equal(await page.getByRole('button', { name: /^重放/ }).and(page.locator('header button')).count(), 0)
  })

  await t.test('are replayed one by one and all together, with what came of it', async t => {
    const page = await world.page('administrator', { view: 'parked' })
    await page.getByRole('button', { name: '重放列出的 3 条' }).click()
    await page.getByText(/重放了 \d 条/).waitFor()
    await settled(page)
    await picture(page, 'parked-replayed')
    t.match(await page.getByText(/重放了 \d 条/).textContent(), /重放了 \d 条/)
    const { rows } = await until(
      'those replayed',
      async () => (await (await world.client('administrator'))('GET', '/parked')).body,
      ({ rows }) => rows.some((row: { replayedAt?: number }) => row.replayedAt !== undefined)
    )
    t.equal(rows.length, 4, 'they stay where they can be read')
    await page.getByRole('checkbox', { name: '含已重放的' }).check()
    t.equal(await page.locator('[data-parked]').count(), 4)
  })

  await t.test('are looked at by who mends, without personal data; in English, on a phone, by night', async t => {
    const page = await world.page('maintainer', { view: 'parked', language: 'en', theme: 'dark', size: 'phone' })
    await page.getByRole('checkbox', { name: 'With those replayed' }).check()
    await picture(page, 'parked-phone-dark-en')
    t.same(await axe(page), [])
    await page.locator('[data-parked]').filter({ hasText: 'Not of the right form' }).getByRole('link').click()
    await page.getByText('Personal data is masked.').waitFor()
    t.notMatch(await page.locator('pre').textContent(), /13800138000/)
    t.same(await axe(page), [])
  })
})
