import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { TicketRow } from '@huiyin/schemas/api.ts'
import { OFFICES, startSimulator } from '@huiyin/simulator/simulator.ts'
import type { Browser, Page } from 'playwright-core'
import t from 'tap'
import { openComplaints } from '../../web/complaints.ts'
import { watchRequests } from '../../web/settled.ts'
import { picture, SIZES, settled } from '../../web/world.ts'
import { browserFor, PATIENCE } from '../browser.ts'
import { type Running, signIn, start, until } from '../house.ts'

const ENSURE = join(import.meta.dirname, '../../../dashboards/web/build/ensure.ts')
const ANSWER = '您好，已转有关部门核实，今天下班前答复您。'
const WEIBO = OFFICES.find(({ platform }) => platform === 'weibo')!
const ASKED = '请问青禾大道的路灯坏了一周了，什么时候能修好？'

const isPlain = ({ status, urgent, locked }: TicketRow) => status === 'open' && !urgent && !locked

type Listen = (page: Page) => void

/** Signs in by the form, as somebody who has read the first lines on the terminal. */
async function arrive(browser: Browser, { url, password }: Running, listenTo: Listen): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZES.desk, locale: 'zh-CN' })
  page.setDefaultTimeout(PATIENCE)
  watchRequests(page)
  listenTo(page)
  await page.goto(url)
  await page.getByLabel('用户名').fill('admin')
  await page.locator('input[type=password]').fill(password!)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
  await settled(page)
  return page
}

async function plainTicket(house: Running): Promise<string> {
  const client = await signIn(house)
  const rows = await until(
    'a plain ticket',
    async () => (await client('GET', '/tickets?sort=due&atMost=50')).body.rows as TicketRow[],
    rows => rows.some(isPlain)
  )
  return rows.find(isPlain)!.id
}

t.test('a newcomer’s first ten minutes', async t => {
  const { listenTo } = openComplaints(t, [
    /\/api\/session → 401/, // asking who one is before signing in
    /\/api\/events → 503/ // a page that is still open asks a house that stops
  ])
  const browser = await browserFor(t)
  if (!browser) return
  execFileSync(process.execPath, [ENSURE]) // as `npm start` does it

  await t.test('with the demonstration', async t => {
    const house = await start({ HUIYIN_DATA: t.testdir() })
    t.teardown(() => house.stop('SIGKILL'))
    const page = await arrive(browser, house, listenTo)

    await t.test('show tickets of made-up citizens at once, and say so', async t => {
      await page.locator('[data-ticket]').first().waitFor()
      t.ok(await page.getByText('演示数据').first().isVisible())
      await picture(page, 'newcomer-demo')
    })

    await t.test('tell why a ticket was judged as it was, and let one answer it', async t => {
      const id = await plainTicket(house)
      await page.goto(`${house.url}/?tab=all&ticket=${encodeURIComponent(id)}`)
      await page.getByRole('button', { name: '为什么' }).first().click()
      await page.getByRole('region', { name: '这样研判的依据' }).first().waitFor()
      await picture(page, 'newcomer-why')
      await page.getByRole('textbox', { name: '回复', exact: true }).fill(ANSWER)
      await page.locator('footer').getByRole('button', { name: /发送$/ }).click()
      await page.locator('[data-state=confirmed]').getByText('已在平台上看到').waitFor()
      t.match(await page.locator('[data-state=confirmed]').innerText(), /已/)
    })

    await t.test('show every key when one asks, and every view by one click', async t => {
      await page.goto(`${house.url}/?tab=all`)
      await settled(page)
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor()
      await page.keyboard.press('Escape')
      for (const name of ['概览', '民情', '检索', '账号', '系统设置']) {
        await page.getByRole('navigation').getByRole('link', { name }).first().click()
        await settled(page)
        t.equal(await page.getByText('页面出错了').count(), 0, name)
      }
    })

    await t.test('speak English and turn dark by one’s own wish, and keep it', async t => {
      await page.getByRole('button', { name: '设置', exact: true }).click()
      await page.getByText('English', { exact: true }).click()
      await page.getByRole('navigation').getByRole('link', { name: 'Tickets' }).first().waitFor()
      await page.getByRole('button', { name: 'Settings', exact: true }).click()
      await page.getByText('Dark', { exact: true }).click()
      await page.reload()
      await page.getByRole('navigation').getByRole('link', { name: 'Tickets' }).first().waitFor()
      await settled(page)
      t.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark')
      await picture(page, 'newcomer-dark')
    })

    t.equal(await house.stop('SIGTERM'), 0)
  })

  await t.test('with an office’s own account', async t => {
    const simulator = await startSimulator({ clock: { now: Date.now } })
    t.teardown(() => simulator.close())
    const house = await start({ HUIYIN_DATA: t.testdir(), HUIYIN_DEMO: 'off', HUIYIN_ALLOW_PRIVATE: '127.0.0.1' })
    t.teardown(() => house.stop('SIGKILL'))
    const page = await arrive(browser, house, listenTo)

    await t.test('begin with the first steps', async t => {
      await until(
        'the first steps',
        async () => new URL(page.url()).search,
        search => search.startsWith('?view=welcome')
      )
      await settled(page)
      await picture(page, 'newcomer-first-steps')
      t.equal(await page.getByText('页面出错了').count(), 0)
    })

    await t.test('and end with a citizen’s question in the queue', async t => {
      const { id: post } = simulator.control.publishPost({ platform: 'weibo', account: WEIBO.id, title: '路灯维修' })
      simulator.control.postComment({ platform: 'weibo', account: WEIBO.id, post, text: ASKED })
      await page.goto(`${house.url}/?view=accounts&open=new`)
      await page.getByLabel('平台').selectOption('weibo')
      await page.getByLabel('账号名称').fill(WEIBO.name)
      await page.getByLabel('微博 uid').fill(WEIBO.id)
      await page.getByLabel('访问令牌').fill(WEIBO.secret)
      await page.getByLabel('负责人').fill('李静')
      await page.getByText('更多设置').click()
      await page.getByLabel('新发布的留言多久内发现').fill('0.02')
      await page.getByLabel('旧发布的留言多久内发现').fill('0.02')
      await page.getByLabel('接口地址').fill(simulator.url)
      await page.getByRole('button', { name: '添加', exact: true }).click()
      await page.getByRole('heading', { name: WEIBO.name }).waitFor()
      await page.getByRole('button', { name: '检查' }).click()
      await page.getByText('检查通过，可以正常使用').waitFor()
      await page.goto(`${house.url}/?tab=all`)
      const row = page.locator('[data-ticket]').filter({ hasText: ASKED.slice(2, 10) })
      await Promise.any([row.waitFor(), page.getByRole('button', { name: /条新工单|列表有更新/ }).click()])
      await row.waitFor()
      t.match(await row.innerText(), WEIBO.name)
      await picture(page, 'newcomer-first-ticket')
    })

    t.equal(await house.stop('SIGTERM'), 0)
  })
})
