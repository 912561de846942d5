import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import t from 'tap'
import { signIn, until } from '../journeys/house.ts'
import { PEOPLE } from './people.ts'
import { axe, openWorld, picture, SIZES, seed, settled } from './world.ts'

const yearOf = (at: number) => new Date(at + 8 * 3_600_000).getUTCFullYear()
const openId = (page: Page) => new URL(page.url()).searchParams.get('open')!
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

t.test('archives', async t => {
  const world = await openWorld(t, { allow: [/folder\.zip → 429/] }) // taken right after the proof it waits for its turn
  if (!world) return
  await seed(world)
  const year = yearOf(world.clock.now())
  world.clock.to(Date.UTC(year + 1, 0, 10))
  let id = ''

  await t.test('a year that is over is sealed, and its seal is shown', async t => {
    const page = await world.page('auditor', { view: 'archives' })
    await page.getByRole('heading', { name: '还没有归档' }).waitFor()
    await picture(page, 'archives-none')
    await button(page, '归档').click()
    t.equal(await page.locator('form').getByRole('combobox', { name: '年度' }).inputValue(), String(year))
    await picture(page, 'archives-make')
    t.same(await axe(page), [])
    await page.locator('form button[type=submit]').click()
    await page.getByText('清单校验值（SHA-256）').waitFor()
    id = openId(page)
    await picture(page, 'archives-sealed')
    t.same(await axe(page), [])
    await page.context().close()
  })

  await t.test('it is proved whole, and taken out as a folder', async t => {
    const page = await world.page('auditor', { view: 'archives', params: { open: id } })
    await button(page, '校验').click()
    await page.getByText('完好：每个文件都与封存时一致。').waitFor()
    await picture(page, 'archives-proved')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载文件夹（ZIP）' }).click()
    ])
    t.match(download.suggestedFilename(), /\.zip$/)
    const bytes = await readFile((await download.path())!)
    t.equal(bytes.subarray(0, 2).toString(), 'PK')
    await page.context().close()
  })

  await t.test('a pack for an inspection is of a stretch of time and some accounts', async t => {
    const page = await world.page('head', { view: 'archives' })
    await button(page, '编制检查材料').click()
    await page.getByRole('checkbox').first().check()
    await picture(page, 'archives-inspect')
    t.same(await axe(page), [])
    await page.locator('form button[type=submit]').click()
    await page.getByText('不在封存链中，没有保管期限').first().waitFor()
    await page.getByText('清单校验值（SHA-256）').waitFor()
    await picture(page, 'archives-inspection')
    await page.context().close()
  })

  await t.test('when its term is over one proposes its destruction and another decides', async t => {
    const admin = await signIn({
      ...{ url: world.url, name: PEOPLE.administrator.id, password: await world.passwordOf('administrator') }
    })
    const asked = await admin('POST', '/archives', { kind: 'replies', year: year - 1 })
    t.equal(asked.status, 200, JSON.stringify(asked.body))
    await until(
      'the year before is sealed',
      () => admin('GET', `/archives/${encodeURIComponent(asked.body.id)}`),
      ({ body }) => body.state === 'sealed'
    )
    const { value, tag } = (await admin('GET', '/settings/retention/value')).body
    const seen: Record<string, string> = tag ? { 'if-match': tag } : {}
    const saved = await admin('PUT', '/settings/retention/value', { terms: { ...value.terms, replies: 1 } }, seen)
    t.equal(saved.status, 200, JSON.stringify(saved.body))
    const one = await world.page('auditor', { view: 'archives', params: { open: asked.body.id } })
    await one.getByText('保管期已满').first().waitFor()
    await button(one, '提出销毁').click()
    await one.getByRole('textbox', { name: '理由' }).fill('保管期已满，经鉴定无继续保存价值')
    await one.locator('form button[type=submit]').click()
    await one.getByText('须由另一个人批准。').waitFor()
    await picture(one, 'archives-proposed')
    t.same(await axe(one), [])
    const other = await world.page('head', { view: 'archives', params: { open: asked.body.id } })
    await button(other, '批准销毁').click()
    await other.getByText(/已销毁；清单和校验值仍保留/).waitFor()
    await picture(other, 'archives-destroyed')
    await one.context().close()
    await other.context().close()
  })

  await t.test('it reads well in the dark, in English and on a phone', async t => {
    const looks = [
      ['dark', { theme: 'dark' }],
      ['english', { language: 'en' }],
      ['phone', { size: 'phone' }]
    ] as const
    for (const [look, how] of looks) {
      const page = await world.page('auditor', { ...how, view: 'archives', params: { open: id } })
      await settled(page)
      await picture(page, `archives-${look}`)
      t.same(await axe(page), [], look)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      t.ok(wide <= (look === 'phone' ? SIZES.phone.width : SIZES.desk.width), `${look} does not scroll sideways`)
      await page.context().close()
    }
  })
})
