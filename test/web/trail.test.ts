import { readFile } from 'node:fs/promises'
import t from 'tap'
import { until } from '../journeys/house.ts'
import { axe, openWorld, picture, seed, settled } from './world.ts'

t.test('the audit trail', async t => {
  const world = await openWorld(t)
  if (!world) return
  const { flood } = await seed(world)
  const admin = await world.client('administrator')
  await until(
    'the dispatch in the trail',
    async () => (await admin('GET', '/trail?type=dispatch.sent')).body,
    ({ rows }) => rows.length > 0 && rows[0].link !== undefined
  )

  await t.test('says who did what, and how far it is proven', async t => {
    const page = await world.page('administrator', { view: 'trail' })
    await page.locator('[data-event="dispatch.sent"]').waitFor()
    const line = await page.locator('[data-event="dispatch.sent"]').textContent()
    t.match(line, /派单.*派给 水务局.*李静.*留痕 \d+\/\d+/)
    t.match(await page.getByRole('region', { name: '留痕状态' }).textContent(), /共 [\d,]+ 条留痕.*还没有核验过/)
    await picture(page, 'trail')
    t.same(await axe(page), [])
    await page.locator('[data-event="dispatch.sent"] summary').click()
    await page.getByText('校验值').waitFor()
    await picture(page, 'trail-proof')
    t.same(await axe(page), [])
  })

  await t.test('is narrowed by person, act, ticket and day, in an address that can be passed on', async t => {
    const page = await world.page('administrator', { view: 'trail' })
    await page.getByLabel('工单编号或对象').fill(flood.number)
    await page.waitForURL(/subject=/)
    await settled(page)
    const events = await page.locator('[data-event]').evaluateAll(all => all.map(one => one.getAttribute('data-event')))
    t.ok(events.includes('dispatch.sent') && events.includes('ticket.opened'))
    t.notOk(events.some(event => event?.startsWith('session.')))
    await page.getByRole('link', { name: '李静' }).first().click()
    await page.waitForURL(/person=li/)
    await settled(page)
    t.match(await page.locator('[data-event]').allTextContents(), [/派单/])
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByLabel('从哪天').fill('2020-01-01')
    await page.getByLabel('到哪天').fill('2020-01-02')
    await page.getByText('没有这样的记录').waitFor()
    t.match(page.url(), /from=2020-01-01&to=2020-01-02/)
  })

  await t.test('pages through long histories', async t => {
    const page = await world.page('administrator', { view: 'trail' })
    const lines = page.locator('[data-event]')
    const total = await until(
      'all lines',
      async () => {
        await lines.last().scrollIntoViewIfNeeded()
        return page
          .getByText('没有更多了')
          .or(page.getByRole('button', { name: '更多' }))
          .count()
      },
      () => true
    )
    t.ok(total >= 0)
    t.ok((await lines.count()) > 20)
  })

  await t.test('is exported with its proof', async t => {
    const page = await world.page('auditor', { view: 'trail' })
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: /导出（含证明）/ }).click()
    const file = await (await coming).path()
    const [head, ...lines] = (await readFile(file, 'utf8')).trim().split('\n')
    t.match(JSON.parse(head!), { huiyin: 'trail', version: 1 })
    t.ok(lines.some(line => line.includes('dispatch.sent')))
  })

  await t.test('in English, by night, on a phone', async t => {
    const page = await world.page('auditor', { view: 'trail', language: 'en', theme: 'dark', size: 'phone' })
    await picture(page, 'trail-phone-dark-en')
    t.same(await axe(page), [])
  })
})
