import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Locator, Page } from 'playwright-core'
import t from 'tap'
import { axe, go, openWorld, picture, seed, settled } from './world.ts'

const BOM = '\uFEFF'
const MEGABYTE = 1024 * 1024
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])

t.test('the leaders’ dashboards', async t => {
  const world = await openWorld(t)
  if (!world) return
  await seed(world)
  const page = await world.page('leader')

  await t.test('are where a leader comes to', async t => {
    await page.locator('[data-as-of]').waitFor()
    t.match(page.url(), /view=overview/)
    await drawn(page)
    await picture(page, 'overview')
    t.same(await axe(page), [])
  })

  await t.test('say of each number how it is counted, under the focus too', async t => {
    const tile = page.locator('[data-figure="cases"]').first()
    await tile.getByRole('button', { name: /怎么算/ }).focus()
    const told = page.getByRole('tooltip').filter({ visible: true })
    await told.waitFor()
    t.match(await told.innerText(), /首条评论发布时间/)
    await page.keyboard.press('Escape')
  })

  await t.test('lead from every number to a list of as many rows', async t => {
    const shown = await counts(page)
    t.ok(shown.filter(({ value }) => value > 0).length >= 8, `${shown.length} numbers are shown`)
    for (const { figure, value } of shown) {
      await go(page, 'overview', { list: figure })
      const total = page.locator('[data-total]')
      await total.waitFor()
      t.equal(Number(await total.getAttribute('data-total')), value, `${figure}: the list has ${value} rows`)
      t.equal(await rows(page), value, `${figure}: ${value} rows can be read`)
    }
  })

  await t.test('lead from a share to both of its lists', async t => {
    await go(page, 'overview', { list: 'reply-rate' })
    const parts = page.getByRole('navigation', { name: '由哪些明细得出' }).getByRole('link')
    t.same(await parts.allInnerTexts(), ['已回复', '应回复'])
    await parts.last().click()
    await settled(page)
    t.match(page.url(), /part=owed/)
  })

  await t.test('open a ticket of a list, where a leader writes an instruction, and are still there after', async t => {
    await go(page, 'overview', { list: 'open-now' })
    await page.locator('[data-row] [data-ticket]').first().click()
    await settled(page)
    await picture(page, 'overview-ticket')
    await page.getByRole('button', { name: '批示', exact: true }).click()
    const form = page.getByRole('form', { name: '批示内容' })
    await form.locator('textarea').first().fill('请今日内办结并回访')
    await picture(page, 'overview-instruction')
    await page.goBack()
    await settled(page)
    t.match(page.url(), /list=open-now$/)
    t.ok(await page.locator('[data-total]').isVisible())
    t.ok(
      await page
        .locator('[data-row] [data-ticket]')
        .first()
        .evaluate(row => row === document.activeElement)
    )
    await page.keyboard.press('Escape')
    await settled(page)
    t.notMatch(page.url(), /list=/)
  })

  await t.test('tell by a table what a chart draws', async t => {
    await go(page, 'overview')
    const panel = page.getByRole('region', { name: '评论量走势' })
    await panel.getByRole('button', { name: '看表格' }).click()
    const numbers = (await panel.locator('tbody tr td:nth-child(2)').allInnerTexts()).map(Number)
    const [comments] = (await counts(page)).filter(({ figure }) => figure === 'comments')
    t.equal(
      numbers.reduce((sum, number) => sum + number, 0),
      comments?.value
    )
    await panel.getByRole('button', { name: '看图' }).click()
  })

  await t.test('are taken away as tables with a BOM, and as a picture', async t => {
    t.ok((await taken(page, 'CSV 表格')).toString().startsWith(BOM))
    t.same((await taken(page, '整页图片（PNG）')).subarray(0, 4), PNG)
  })

  await t.test('are sent every week to who wants it so', async t => {
    await page.getByRole('button', { name: '订阅', exact: true }).click()
    const dialog = page.getByRole('region', { name: '定时把这一页发给我' })
    await dialog.getByText('每周', { exact: true }).click()
    await dialog.getByRole('button', { name: '发给我', exact: true }).click()
    await dialog.getByText(/已订阅/).waitFor()
    await picture(page, 'overview-subscribe')
    await dialog.getByRole('button', { name: /取消订阅/ }).click()
    await dialog.getByText('还没有订阅').waitFor()
    const { body } = await (await world.client('leader'))('GET', '/boards/subscriptions')
    t.same(body.rows, [])
    await page.keyboard.press('Escape')
  })

  await t.test('say plainly when their numbers are old', async t => {
    await page.route('**/api/boards/overview**', async route => {
      const answer = await route.fetch()
      const body = (await answer.json()) as { asOf: number }
      await route.fulfill({ response: answer, json: { ...body, asOf: body.asOf - 5 * 60_000 } })
    })
    await go(page, 'overview', { span: 'week' })
    const told = page.getByRole('alert').filter({ hasText: '没有更新' })
    await told.waitFor()
    t.match(await told.innerText(), /数据停在 .+ 分钟没有更新/)
    await page.unroute('**/api/boards/overview**')
  })

  await t.test('show how people feel, and lead from each feeling to its comments', async t => {
    await go(page, 'mood')
    await drawn(page)
    await picture(page, 'mood')
    t.same(await axe(page), [])
    const feelings = await page.locator('[data-feeling] a[data-value]').evaluateAll(links =>
      links.map(link => ({
        key: link.closest<HTMLElement>('[data-feeling]')!.dataset.feeling!,
        value: Number((link as HTMLElement).dataset.value)
      }))
    )
    t.equal(feelings.length, 3)
    for (const { key, value } of feelings) {
      await go(page, 'mood', { list: 'comments', by: 'sentiment', key })
      await page.locator('[data-total]').waitFor()
      t.equal(Number(await page.locator('[data-total]').getAttribute('data-total')), value, key)
      t.equal(await rows(page), value, `${key}: ${value} rows can be read`)
    }
  })

  await t.test('hang on a wall, dark whatever the theme, with nothing to press but the way out', async t => {
    await go(page, 'wall')
    await drawn(page)
    await picture(page, 'wall')
    const wall = page.getByRole('region', { name: '大屏' })
    t.equal(await wall.getByRole('button').count(), 0)
    t.equal(await wall.getByRole('link').count(), 1)
  })

  await t.test('renew themselves on a wall without keeping anything of before', async t => {
    const wall = await world.page('leader', { view: 'overview' })
    const session = await wall.context().newCDPSession(wall)
    await wall.clock.install()
    await go(wall, 'wall')
    await minutes(wall, 40)
    const before = await heap(session)
    await minutes(wall, 60)
    const grown = (await heap(session)) - before
    t.ok(grown < MEGABYTE, `an hour of looks has added ${Math.round(grown / 1024)} kB`)
    await wall.context().close()
  })

  await t.test('are read by night, in English and on a phone', async t => {
    const looks = [
      { name: 'overview-night', theme: 'dark', view: 'overview' },
      { name: 'overview-english', language: 'en', view: 'overview' },
      { name: 'mood-night-english', theme: 'dark', language: 'en', view: 'mood' },
      { name: 'overview-phone', size: 'phone', view: 'overview' },
      { name: 'mood-phone', size: 'phone', view: 'mood' },
      { name: 'overview-list-phone', size: 'phone', view: 'overview', params: { list: 'cases' } }
    ] as const
    for (const { name, ...look } of looks) {
      const other = await world.page('leader', look)
      await drawn(other)
      await picture(other, name)
      t.equal(await widest(other), 0, `${name}: nothing is wider than the screen`)
      await other.context().close()
    }
  })
})

/** Waits until the charts that one sees are drawn. */
async function drawn(page: Page): Promise<void> {
  await settled(page)
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('[data-chart]')]
      .filter(chart => chart.checkVisibility())
      .every(({ dataset }) => dataset.drawn === 'true')
  )
}

/** Lets minutes go by, in each of which the wall looks anew. */
async function minutes(wall: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1)
    await Promise.all([wall.waitForResponse(/\/api\/boards\/mood/), wall.clock.runFor(60_000)])
}

/** Bytes that the page holds, without what nobody needs any more: the least of a few looks, as one may meet it at work. */
async function heap(session: CDPSession): Promise<number> {
  const sizes: number[] = []
  for (let look = 0; look < 5; look += 1) {
    await session.send('HeapProfiler.collectGarbage')
    sizes.push((await session.send('Runtime.getHeapUsage')).usedSize)
    await sleep(200)
  }
  return Math.min(...sizes)
}

/** The numbers of things that the overview shows, each with its figure. Shares and times are no numbers of things. */
async function counts(page: Page): Promise<{ figure: string; value: number }[]> {
  const shown = await page.locator('[data-figure] [data-value]').evaluateAll(all =>
    all.map(one => ({
      figure: one.closest<HTMLElement>('[data-figure]')!.dataset.figure!,
      value: (one as HTMLElement).dataset.value ?? ''
    }))
  )
  const isShare = (figure: string) => /rate|median|p90|satisfaction/.test(figure)
  return shown
    .filter(({ figure, value }) => value !== '' && !isShare(figure))
    .map(({ figure, value }) => ({ figure, value: Number(value) }))
}

const rows = (page: Page) => page.locator('[data-rows] ol > li').count()

/** By how much the page is wider than its screen, in px. */
const widest = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** A file of the export menu. */
async function taken(page: Page, name: string): Promise<Buffer> {
  await page.getByRole('button', { name: '导出', exact: true }).first().click()
  const item: Locator = page.getByText(name, { exact: true })
  const [file] = await Promise.all([page.waitForEvent('download'), item.click()])
  const path = await file.path()
  return readFile(path)
}
