import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import t from 'tap'
import { axe, openWorld, picture, seed, settled } from '../../web/world.ts'
import { ticketFor } from '../tickets.ts'

const WITH_NUMBER = '南湖小区电梯坏了三天没人修，物业一直不管，请联系我13812345678。'
const BOM = '\uFEFF'

/** What the number of a tile says, once the house has counted. */
async function numberOf(page: Page, figure: string): Promise<number> {
  const value = page.locator(`article[data-figure=${figure}] a[data-value]:not([data-value=""])`)
  await value.waitFor()
  return Number(await value.getAttribute('data-value'))
}

t.test('a leader’s look', async t => {
  const world = await openWorld(t)
  if (!world) return
  await seed(world)
  const [wechat] = world.posts
  const { platform, account, id: post } = wechat!
  world.simulator.control.postComment({ platform, account, post, text: WITH_NUMBER })
  const { id: personal } = await ticketFor(await world.client('editor'), WITH_NUMBER, 'wechat')
  const page = await world.page('leader')
  const list = page.getByRole('region', { name: '数字背后的明细' })

  await t.test(
    'begins with the numbers of today, each with what it is compared with and how it is counted',
    async t => {
      t.equal(new URL(page.url()).searchParams.get('view'), 'overview')
      t.equal(await numberOf(page, 'comments'), 10)
      t.equal(await numberOf(page, 'cases'), 9)
      t.match(await page.locator('article[data-figure=cases]').innerText(), /昨日同期/)
      await page
        .getByRole('button', { name: /是怎么算的：/ })
        .first()
        .focus()
      await page.getByRole('tooltip').first().waitFor()
      await picture(page, 'leader-overview')
      t.same(await axe(page), [])
    }
  )

  await t.test('opens the list behind a number, which has that number of rows', async t => {
    await page.locator('article[data-figure=cases] a[data-value]').click()
    await list.locator('[data-row]').first().waitFor()
    await settled(page)
    t.equal(await list.locator('[data-rows]').getAttribute('data-rows'), '9')
    t.equal(await list.locator('[data-row]').count(), 9)
    await picture(page, 'leader-list')
    t.same(await axe(page), [])
  })

  await t.test('saves it as a table, with as many rows, the time zone and the definition', async t => {
    await list.getByRole('button', { name: '导出' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV 表格' }).click()
    ])
    const csv = await readFile((await download.path())!, 'utf8')
    t.ok(csv.startsWith(BOM), 'Excel reads it as Chinese')
    t.match(csv, /Asia\/Shanghai|北京时间/)
    t.equal(csv.match(/青禾发布|青禾县人民政府/g)?.length, 9)
    t.notMatch(csv, /13812345678/, 'and nothing personal')
  })

  await t.test('opens a ticket of the list, reads it masked, and gives an instruction', async t => {
    await list.locator(`[data-ticket=${JSON.stringify(personal)}]`).click()
    await page.getByRole('heading', { name: '对话' }).waitFor()
    await settled(page)
    const said = await page.locator('main').innerText()
    t.match(said, /138\*{4}5678/)
    t.notMatch(said, /13812345678/)
    t.equal(await page.getByRole('textbox', { name: '回复', exact: true }).count(), 0, 'a leader writes no replies')
    await page.getByRole('button', { name: '批示', exact: true }).first().click()
    await page.getByRole('textbox', { name: '批示内容' }).fill('请今天修好，并向居民说明。')
    await page.getByLabel('责任人或部门').fill('住建局')
    await page.keyboard.press('Control+Enter')
    await page.getByText('请今天修好，并向居民说明。').first().waitFor()
    await picture(page, 'leader-ticket')
  })

  await t.test('goes back by Back, to the list and to the numbers', async t => {
    await page.goBack()
    await list.waitFor()
    t.equal(await numberOf(page, 'cases'), 9)
    await page.goBack()
    await list.waitFor({ state: 'detached' })
  })

  await t.test('has the same on a phone, by night', async t => {
    const phone = await world.page('leader', { size: 'phone', theme: 'dark', view: 'overview' })
    t.equal(await numberOf(phone, 'cases'), 9)
    t.notOk(await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth))
    await picture(phone, 'leader-phone')
    t.same(await axe(phone), [])
    await phone.locator('article[data-figure=cases] a[data-value]').click()
    await phone.getByRole('region', { name: '数字背后的明细' }).locator('[data-row]').first().waitFor()
    await picture(phone, 'leader-phone-list')
    t.same(await axe(phone), [])
  })
})
