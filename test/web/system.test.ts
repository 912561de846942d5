import { SERVICES } from '@huiyin/api/status/judge.ts'
import { noteProcess, type ProcessNote } from '@huiyin/ports/processes.ts'
import t from 'tap'
import { axe, openWorld, picture, settled } from './world.ts'

const MINUTE = 60_000

t.test('how the house stands', async t => {
  const world = await openWorld(t)
  if (!world) return
  const { house, clock } = world
  const note = (service: string, more: Partial<ProcessNote> = {}) =>
    noteProcess(house.store.records, service, {
      ...{ service, host: 'county-1', version: '1.0.0', lacks: [], startedAt: clock.now(), seenAt: clock.now() },
      ...more
    })

  await t.test('names the service that has fallen silent first, and what to do about it', async t => {
    for (const service of SERVICES) await note(service)
    await note('alerter', { seenAt: clock.now() - 5 * MINUTE })
    const page = await world.page('administrator', { view: 'health' })
    const first = page.locator('[data-trouble]').first()
    t.equal(await first.getAttribute('data-trouble'), 'service-silent')
    t.match(await first.textContent(), /处理.*alerter 已有 5 分钟没有动静.*怎么办：.*重新启动/)
    t.equal(await page.locator('[data-gravity]').getAttribute('data-gravity'), 'wrong')
    const rows = page.getByRole('region', { name: '服务', exact: true }).locator('tbody tr')
    t.match(await rows.filter({ hasText: 'alerter' }).textContent(), /county-1.*5 分钟前/)
    await picture(page, 'system-wrong')
    t.same(await axe(page), [])
  })

  await t.test('says that all is well, and by what it was judged', async t => {
    await note('huiyin')
    const page = await world.page('administrator', { view: 'health' })
    await page.getByRole('heading', { name: '一切正常' }).waitFor()
    t.equal(await page.locator('[data-trouble]').count(), 0)
    t.match(await page.locator('dl').textContent(), /存储：正常.*没有积压.*备份没有/)
    await picture(page, 'system-well')
    t.same(await axe(page), [])
    await note('huiyin', { disk: { free: 1e9, size: 100e9 } })
    await page.reload()
    await page.getByText('county-1 的磁盘只剩 1%').waitFor()
    t.match(await page.locator('[data-trouble=disk-full]').textContent(), /不会丢/)
  })

  await t.test('is read in English, by night and on a phone', async t => {
    const page = await world.page('administrator', { view: 'health', language: 'en', theme: 'dark', size: 'phone' })
    await page.getByText('The disk of county-1 has 1% left').waitFor()
    await settled(page)
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390)
    await picture(page, 'system-phone-dark-en')
    t.same(await axe(page), [])
  })
})
