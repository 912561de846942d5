import { join } from 'node:path'
import { OFFICES, startSimulator } from '@huiyin/simulator/simulator.ts'
import type { Page } from 'playwright-core'
import t from 'tap'
import { browserFor, PATIENCE } from './browser.ts'
import { start } from './house.ts'

const ARTEFACTS = join(import.meta.dirname, '../artefacts')
const weibo = OFFICES.find(({ platform }) => platform === 'weibo')!
const FIRST = '请问青禾大道的路灯坏了一周了，什么时候能修好？'
const MEANWHILE = '建议城北公园增设一处公共厕所，老人散步很不方便。'
const BY_HAND = '投诉菜市场门口的垃圾堆了半个月没人清理，臭得很。'
const SECONDS = 0.02 // of a minute: how soon comments are to be found

t.test('an office that adds its first account', async t => {
  const browser = await browserFor(t)
  if (!browser) return
  const simulator = await startSimulator({ clock: { now: Date.now } })
  t.teardown(() => simulator.close())
  const house = await start({ HUIYIN_DATA: t.testdir(), HUIYIN_DEMO: 'off', HUIYIN_ALLOW_PRIVATE: '127.0.0.1' })
  t.teardown(() => house.stop('SIGKILL'))

  const of = { platform: 'weibo', account: weibo.id } as const
  const { id: post } = simulator.control.publishPost({ ...of, title: '关于路灯维修的通告' })
  const writes = (text: string) => simulator.control.postComment({ ...of, post, text })
  writes(FIRST)
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  page.setDefaultTimeout(PATIENCE)
  const problems: string[] = []
  page.on('pageerror', error => problems.push(error.message))
  await signIn(page, house.url, house.password!)
  const account = page.locator(`[data-account="weibo/${weibo.id}"]`)

  await t.test('enters it in a form, which is told at once what is wrong', async t => {
    await page.getByRole('link', { name: '账号' }).click()
    await page.getByText('还没有账号').waitFor()
    await page.getByRole('button', { name: '添加账号' }).click()
    await page.getByLabel('平台').selectOption('weibo')
    await page.getByLabel('账号名称').fill(weibo.name)
    await page.getByLabel('微博 uid').fill(weibo.id)
    await page.getByLabel('访问令牌').fill('two words')
    await page.getByLabel('负责人').fill('李静')
    await page.getByText('更多设置').click()
    await page.getByLabel('新发布的留言多久内发现').fill(String(SECONDS))
    await page.getByLabel('旧发布的留言多久内发现').fill(String(SECONDS))
    await page.getByLabel('接口地址').fill(simulator.url)
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await page.getByText('含有空格或换行，请重新复制').waitFor()
    await page.getByLabel('访问令牌').fill(weibo.secret)
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await page.getByRole('heading', { name: weibo.name }).waitFor()
    t.match(await account.textContent(), /李静/)
    t.notOk((await page.content()).includes(weibo.secret), 'its secret is nowhere in the page any more')
  })

  await t.test('checks it, and sees it collected', async t => {
    await page.getByRole('button', { name: '检查' }).click()
    await page.getByText('检查通过，可以正常使用').waitFor()
    await page.locator(`[data-account="weibo/${weibo.id}"][data-state=ok]`).waitFor()
    await picture(page, 'account-added')
    t.match(await rowOf(page, FIRST), weibo.name)
  })

  await t.test('pauses it; what is written meanwhile is found once it goes on', async t => {
    await page.getByRole('link', { name: '账号' }).click()
    await page.getByRole('button', { name: '暂停', exact: true }).click()
    await page.locator(`[data-account="weibo/${weibo.id}"][data-state=paused]`).waitFor()
    writes(MEANWHILE)
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await page.locator(`[data-account="weibo/${weibo.id}"][data-state=ok]`).waitFor()
    t.match(await rowOf(page, MEANWHILE), weibo.name)
  })

  await t.test('adds a comment by hand with a screenshot, and opens its ticket', async t => {
    await page.getByRole('button', { name: '手工添加' }).click()
    await page.getByLabel('链接').fill('https://weibo.com/1900000001/abc')
    await page.getByLabel('网友', { exact: true }).fill('城南老王')
    await page.getByLabel('留言内容').fill(BY_HAND)
    await page.locator('input[type=file]').setInputFiles(join(ARTEFACTS, 'account-added.png'))
    await page.getByRole('img', { name: /account-added.png/ }).waitFor()
    await page.getByRole('button', { name: '添加留言' }).click()
    await page.getByRole('link', { name: '打开工单' }).click()
    await page.getByRole('heading', { name: '对话' }).waitFor()
    const thread = page.getByRole('region', { name: '对话' })
    t.match(await thread.textContent(), new RegExp(`城南老王.*${BY_HAND}`))
    const shown = await page.request.get(
      new URL((await thread.getByRole('link', { name: '看截图' }).getAttribute('href'))!, house.url).href
    )
    t.match([shown.status(), shown.headers()['content-type']], [200, 'image/png'])
    await picture(page, 'added-by-hand')
  })

  t.same(problems, [])
  t.equal(await house.stop('SIGTERM'), 0)
})

async function signIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel('用户名').fill('admin')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
}

/** A ticket's row; new ones wait behind a button until somebody wants them in the list. */
async function rowOf(page: Page, text: string): Promise<string | null> {
  const row = page.locator('[data-ticket]').filter({ hasText: text.slice(0, 12) })
  const pill = page.getByRole('button', { name: /条新工单/ })
  await page.getByRole('link', { name: '工单' }).click()
  await Promise.any([row.waitFor(), pill.click()])
  await row.waitFor()
  return row.textContent()
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) })
}
