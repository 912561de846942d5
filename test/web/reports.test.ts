import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import type { Page } from 'playwright-core'
import t from 'tap'
import { signIn, until } from '../journeys/house.ts'
import { PEOPLE } from './people.ts'
import { axe, openWorld, picture, SIZES, seed, settled, type World } from './world.ts'

const WEEK = 7 * 24 * 3_600_000

/** Time goes by; who was signed in before may have to sign in again. */
async function aWeekLater(world: World) {
  world.clock.pass(WEEK)
  return async (role: 'editor' | 'head') =>
    signIn({ url: world.url, name: PEOPLE[role].id, password: await world.passwordOf(role) })
}

const paper = (page: Page) => page.locator('article[lang=zh]')
const sources = (page: Page) => page.getByRole('complementary', { name: '依据' })
const openId = (page: Page) => new URL(page.url()).searchParams.get('open')

t.test('monitoring reports', async t => {
  const world = await openWorld(t)
  if (!world) return
  const tickets = await seed(world)
  const enter = await aWeekLater(world)
  const editor = await enter('editor')
  const page = await world.page('editor', { view: 'reports', params: { kind: 'daily' } }) // the plan makes none of these
  let id = ''

  const report = async (): Promise<ReportView> =>
    (await editor('GET', `/reports/${encodeURIComponent(id)}`)).body as ReportView

  await t.test('say what to do while there are none', async t => {
    await page.getByRole('heading', { name: '没有这一类报告' }).waitFor()
    await picture(page, 'reports-none')
    t.same(await axe(page), [])
  })

  await t.test('are made of a period that is over, with progress, and can be read at once', async t => {
    await page.getByRole('button', { name: '编制报告' }).first().click()
    await page.getByRole('combobox', { name: '类别' }).last().selectOption('weekly')
    const period = page.getByRole('combobox', { name: '报告期' })
    t.match(await period.inputValue(), /^\d{4}-W\d\d$/, 'the week that has just ended stands there')
    await picture(page, 'reports-make')
    await period.selectOption({ index: 0 }) // where the plan was faster it is opened
    await page.locator('form button[type=submit]').click()
    await paper(page).waitFor()
    await settled(page)
    id = openId(page)!
    const { document } = await report()
    t.ok(await paper(page).getByRole('heading', { name: document.title }).count())
    await picture(page, 'reports-paper')
    t.same(await axe(page), [])
  })

  await t.test('show on what a sentence stands: the figure with its definition', async t => {
    const { document } = await report()
    const counted = document.figures.now.find(({ figure, by }) => figure === 'comments' && by === undefined)!
    const sentence = paper(page)
      .getByRole('button', { name: /收到公众评论/ })
      .first()
    await sentence.hover()
    const figure = sources(page).locator('dl > div', { hasText: '评论量' }).first()
    await figure.waitFor()
    t.match(await figure.textContent(), String(counted.value))
    t.match(await figure.textContent(), '本单位账号发布内容下由公众发布的评论')
    await sentence.click()
    await page.mouse.move(0, 0)
    await sources(page).getByText('已固定').waitFor()
    await picture(page, 'reports-sources')
    await page.keyboard.press('Escape')
    t.equal(await sources(page).getByText('已固定').count(), 0)
    await paper(page).locator('figure').first().scrollIntoViewIfNeeded()
    await picture(page, 'reports-curve')
  })

  await t.test('lead from a cited comment to its ticket', async t => {
    const quote = paper(page).locator('blockquote').filter({ hasText: '公共厕所' }).getByRole('button').first()
    await quote.click()
    await picture(page, 'reports-quote')
    await sources(page).getByRole('button', { name: '查看工单' }).first().click()
    await page.waitForURL(/ticket=/)
    t.equal(new URL(page.url()).searchParams.get('ticket'), tickets.suggestion.id)
    await page.goBack()
    await paper(page).waitFor()
  })

  await t.test('take an instruction from the leader, and what came of it', async t => {
    const leader = await world.page('leader', { view: 'reports', params: { open: id } })
    await leader
      .getByRole('button', { name: '作批示' })
      .or(leader.getByRole('button', { name: /批示/ }))
      .first()
      .click()
    await leader.locator('form textarea').first().fill('请核实积水投诉，周五前报结果。')
    await leader.locator('form button[type=submit]').click()
    await leader.getByText('请核实积水投诉，周五前报结果。').waitFor()
    await picture(leader, 'reports-instructed')
    t.same(await axe(leader), [])
    await leader.context().close()
    await page.reload()
    await paper(page).waitFor()
    await settled(page)
    const given = (await report()).instructions
    t.match(given, [{ text: '请核实积水投诉，周五前报结果。', by: { name: PEOPLE.leader.name } }])
    await page.getByText('请核实积水投诉，周五前报结果。').waitFor()
    await page.locator('li[data-done=false]').getByRole('button').first().click()
    await page.locator('form textarea').fill('已抽排，居民已恢复通行。')
    await page.locator('form button[type=submit]').click()
    await page.locator('li[data-done=true]').waitFor()
    t.match((await report()).instructions, [
      { done: { text: '已抽排，居民已恢复通行。', by: { id: PEOPLE.editor.id } } }
    ])
  })

  await t.test('are corrected with a reason, and tell what changed', async t => {
    await page.getByRole('button', { name: '更正' }).click()
    await page.getByRole('textbox', { name: '更正原因' }).fill('补录了两条评论')
    await page.getByRole('button', { name: '重新编制' }).click()
    await page.getByText('第 2 版，共 2 版').waitFor()
    await settled(page)
    t.match(await report(), { revision: 2, newest: 2, why: '补录了两条评论' })
    await page.getByText('第 2 版，共 2 版').waitFor()
    await picture(page, 'reports-corrected')
    await page.getByRole('link', { name: '第 1 版' }).click()
    await page.getByText('您看的是旧版，最新为第 2 版。').waitFor()
    t.equal(await page.getByRole('button', { name: '更正' }).count(), 0, 'only the newest is corrected')
    await page.getByRole('link', { name: '第 2 版' }).click()
  })

  await t.test('are sent to an office above, that says that it has it', async t => {
    const head = await world.page('head', { view: 'reports', params: { open: id } })
    await head.getByRole('button', { name: '报送', exact: true }).click()
    await head.getByRole('textbox', { name: '上级单位' }).fill('市网信办')
    await head.getByRole('combobox', { name: '上级的渠道' }).selectOption('webhook')
    await head.getByRole('textbox', { name: '上级的地址' }).fill('duty')
    await picture(head, 'reports-send')
    t.same(await axe(head), [])
    await head.getByRole('button', { name: '发送', exact: true }).click()
    await head.getByText('市网信办').waitFor()
    await head.getByText(/等待签收/).waitFor()
    await head.getByText('已签收 0 / 1').last().scrollIntoViewIfNeeded()
    await picture(head, 'reports-sent')
    const sent = await until(
      'the list knows it',
      () => editor('GET', '/reports'),
      ({ body }) => body.rows[0]?.sent?.counts.sent === 1
    )
    t.match(sent.body.rows[0], { sent: { receipt: true, counts: { recipients: 1, received: 0 } } })
    await head.context().close()
  })

  await t.test('say plainly why a PDF is missing or hand it out, and hand out the others', async t => {
    const { files } = await report()
    t.ok(files.some(({ format }) => format === 'docx'))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Word/ }).click()
    ])
    t.match(download.suggestedFilename(), /\.docx$/)
  })

  await t.test('read well in the dark, in English and on a phone', async t => {
    const looks = [
      ['dark', { theme: 'dark' }],
      ['english', { language: 'en' }],
      ['phone', { size: 'phone' }],
      ['phone-dark', { size: 'phone', theme: 'dark' }]
    ] as const
    for (const [name, look] of looks) {
      const other = await world.page('leader', { ...look, view: 'reports', params: { open: id } })
      await paper(other).waitFor()
      await paper(other).getByRole('button').nth(2).click()
      await picture(other, `reports-${name}`)
      t.same(await axe(other), [], name)
      const wide = await other.evaluate(() => document.documentElement.scrollWidth)
      t.ok(
        wide <= (name.startsWith('phone') ? SIZES.phone.width : SIZES.desk.width),
        `${name} does not scroll sideways`
      )
      await other.context().close()
    }
    const list = await world.page('leader', { size: 'phone', view: 'reports' })
    await list.getByRole('link', { name: /周/ }).first().waitFor()
    await picture(list, 'reports-phone-list')
  })
})
