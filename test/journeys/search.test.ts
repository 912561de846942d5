import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t from 'tap'
import { browserFor, PATIENCE } from './browser.ts'
import { signIn as clientOf, until } from './house.ts'
import { openOffice } from './office.ts'

const ARTEFACTS = join(import.meta.dirname, '../artefacts')
const WATER = '阳光小区又停水了，三天没人管，什么时候恢复？'
const TRADITIONAL = '陽光小區停水好幾天，請問何時恢復供水？'
const LAMP = '青禾大道的路灯坏了一周了，请尽快维修。'

t.test('somebody who looks for what citizens wrote', async t => {
  const browser = await browserFor(t)
  if (!browser) return
  const office = await openOffice({ folder: t.testdir() })
  t.teardown(office.close)
  const [post] = office.posts
  for (const text of [WATER, TRADITIONAL, LAMP])
    office.simulator.control.postComment({ platform: 'wechat', account: post!.account, post: post!.id, text })
  const client = await clientOf(office)
  await until(
    'three tickets',
    async () => (await client('GET', '/search?what=tickets&q=-没有')).body,
    ({ total }) => total === 3
  )

  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  page.setDefaultTimeout(PATIENCE)
  const problems: string[] = []
  page.on('pageerror', error => problems.push(error.message))
  await signIn(page, office.url, office.password!)
  const box = page.getByRole('textbox', { name: '检索全部内容' })
  const found = page.locator('ol > li')

  await t.test('is shown how one asks', async t => {
    await page.getByRole('link', { name: '检索' }).click()
    await page.getByRole('region', { name: '检索式怎么写' }).waitFor()
    await picture(page, 'search-begin')
    t.equal(new URL(page.url()).searchParams.get('view'), 'search')
  })

  await t.test('finds it in simplified and traditional characters, with the words marked', async t => {
    await box.fill('停水')
    await page.getByText('找到 2 条').waitFor()
    t.same(await found.locator('mark').allTextContents(), ['停水', '停水'])
    await picture(page, 'search-found')
  })

  await t.test('narrows by a click, which stands in the search as if it were typed', async t => {
    await box.fill('恢复')
    await page.getByText('按 恢复 查找').waitFor()
    await page.getByRole('region', { name: '缩小范围' }).getByRole('button', { name: /^投诉/ }).click()
    await page.getByText('找到 1 条').waitFor()
    t.equal(new URL(page.url()).searchParams.get('q'), '恢复 label:complaint')
  })

  await t.test('is told where a search is not understood, and what was expected there', async t => {
    await box.fill('停水 (断水')
    await page.getByRole('heading', { name: '检索式有误' }).waitFor()
    t.equal(await page.getByRole('alert').locator('mark').textContent(), '(')
    await picture(page, 'search-mistake')
  })

  await t.test('keeps a search, and finds it again', async t => {
    await box.fill('路灯 OR 停水')
    await page.getByText('找到 3 条').waitFor()
    await page.getByRole('button', { name: '已存检索' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('民生')
    await page.getByRole('button', { name: '保存检索' }).click()
    await page.getByText('没有登记您的提醒方式').waitFor()
    await picture(page, 'search-kept')
    await page.keyboard.press('Escape')
    await box.fill('')
    await page.getByRole('region', { name: '检索式怎么写' }).waitFor()
    await page.getByRole('button', { name: '已存检索' }).click()
    await page.getByRole('button', { name: '民生 5 分钟内提醒' }).click()
    await page.getByText('找到 3 条').waitFor()
    t.equal(new URL(page.url()).searchParams.get('q'), '路灯 OR 停水')
  })

  await t.test('opens the ticket of a find beside the list', async t => {
    await found.filter({ hasText: '路灯' }).getByRole('link', { name: '工单' }).click()
    await page.locator('textarea').first().waitFor()
    t.ok(new URL(page.url()).searchParams.get('ticket'))
    await picture(page, 'search-ticket')
  })

  t.same(problems, [])
})

async function signIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(url)
  await page.fill('input[type="text"], input[name="name"], input#name', 'admin')
  await page.fill('input[type="password"]', password)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '检索' }).waitFor()
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) })
}
