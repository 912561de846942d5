import type { Page } from 'playwright-core'
import t from 'tap'
import { does, lastReply, ticketUntil, view } from '../journeys/tickets.ts'
import { taken } from './seed.ts'
import { axe, openWorld, picture, seed, settled, type World } from './world.ts'

const row = (page: Page, id: string) => page.locator(`[data-ticket=${JSON.stringify(id)}]`)
const openId = (page: Page) => new URL(page.url()).searchParams.get('ticket')
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-ticket]')?.dataset.ticket)

/** Presses keys one after the other, each once the page has done what the last one asked for. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await settled(page)
  }
}

/** A rule that asks for two is read within a moment. */
const editorOf = (world: World) => world.client('editor')

t.test('the workbench', async t => {
  const world = await openWorld(t)
  if (!world) return
  const tickets = await seed(world)
  const editor = await editorOf(world)
  const page = await world.page('editor', { params: { tab: 'all' } })
  await row(page, tickets.question.id).waitFor()

  await t.test('shows all keys when one asks for help, and none of them while one writes', async t => {
    await press(page, '?')
    const help = page.getByRole('dialog', { name: '键盘快捷键' })
    await help.getByText('派给部门').waitFor()
    await picture(page, 'triage-help')
    t.same(await axe(page), [])
    await press(page, 'Escape')
    t.equal(await help.count(), 0)
    await press(page, '/')
    await page.keyboard.type('jkrx?')
    t.equal(await page.getByRole('textbox', { name: '搜索留言、编号、账号' }).inputValue(), 'jkrx?')
    t.equal(await help.count(), 0)
    await page.getByRole('textbox', { name: '搜索留言、编号、账号' }).fill('')
    await settled(page)
    await press(page, 'Escape')
    t.ok(await focused(page), 'Esc leads from the search to the list')
  })

  await t.test('goes from row to row, opens, writes and comes back with the keys', async t => {
    await press(page, 'j', 'j', 'k', 'Enter')
    const id = openId(page)
    t.ok(id)
    t.equal(await focused(page), id)
    await row(page, tickets.question.id).focus()
    await press(page, 'r')
    t.equal(openId(page), tickets.question.id, 'a key that is for a ticket opens the row that has the keys')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('您好，请到各区住建局窗口申请。')
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByText('发出后的样子').waitFor()
    await picture(page, 'triage-reply')
    await press(page, 'Escape')
    t.equal(await focused(page), tickets.question.id)
    await press(page, 'Escape')
    t.equal(openId(page), null)
    t.equal(await focused(page), tickets.question.id, 'the row keeps the keys')
  })

  await t.test('corrects the label and the risk by one key each, and takes it back by one', async t => {
    const { id } = tickets.suggestion
    const before = await view(editor, id)
    await row(page, id).focus()
    await press(page, '3')
    await ticketUntil(editor, id, 'the label', ({ label }) => label === 'complaint')
    await page.getByText('已更正研判').waitFor()
    await press(page, 'u')
    await ticketUntil(editor, id, 'the label as it was', ({ label }) => label === before.label)
    await press(page, ']')
    const raised = await ticketUntil(editor, id, 'the level', ({ risk }) => risk.level !== before.risk.level)
    t.ok(raised.corrected, 'what a person has said is remembered')
    await press(page, 'b')
    await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT')
    await picture(page, 'triage-correct')
    await press(page, 'Escape')
  })

  await t.test('dismisses by a key with a reason, offers the next, and goes there when asked', async t => {
    const { id } = tickets.question
    await row(page, id).focus()
    await press(page, 'x')
    await page.keyboard.type('闲聊、与政务无关')
    await press(page, 'Enter')
    await ticketUntil(editor, id, 'dismissed', ({ status }) => status === 'dismissed')
    t.equal(openId(page), id, 'nothing moves by itself')
    const offer = page.getByRole('button', { name: /^下一条/ })
    await offer.waitFor()
    await picture(page, 'triage-next')
    await press(page, 'n')
    const next = openId(page)
    t.not(next, id)
    t.equal(await focused(page), next)
  })

  await t.test(
    'shows similar ones with their answers, the citizen’s others and what else is under the post',
    async t => {
      await row(page, tickets.flood.id).focus()
      await press(page, 's')
      await page.getByRole('button', { name: '类似留言与答复' }).waitFor()
      await settled(page)
      await picture(page, 'triage-similar')
      await page.getByRole('button', { name: '同一发布下的留言' }).click()
      await settled(page)
      await page.getByText('关于路灯维修的通告').first().waitFor()
      await picture(page, 'triage-post')
      await page.getByRole('button', { name: '该网友的其他工单' }).click()
      await settled(page)
      t.equal(await page.getByText('同名').count(), 1)
    }
  )

  await t.test('keeps a view under a name, with how many it holds, and lists just those', async t => {
    await page.goto(`${world.url}/?label=complaint`)
    await settled(page)
    await page.getByRole('button', { name: '+ 存为视图' }).click()
    await page.getByLabel('视图名称').fill('投诉件')
    await press(page, 'Enter')
    const chip = page.getByRole('button', { name: /^投诉件/, pressed: true })
    await chip.waitFor()
    const rows = await page.locator('[data-ticket]').count()
    await page.waitForFunction(
      count =>
        [...document.querySelectorAll('button[aria-pressed=true]')].some(one => one.textContent?.endsWith(count)),
      String(rows)
    )
    t.match(new URL(page.url()).searchParams.get('saved'), /^own\//)
    await picture(page, 'triage-view')
    await page.getByRole('button', { name: '删除此视图' }).click()
    await chip.waitFor({ state: 'detached' })
  })

  await t.test('acts on many: selected by keys, tried first, done with what was refused, taken back', async t => {
    await page.goto(`${world.url}/`)
    await row(page, tickets.noise.id).waitFor()
    await page.locator('[data-ticket]').first().focus()
    await press(page, ' ', 'Shift+J')
    await page.getByText('已选 2 条').waitFor()
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-selected=true] [data-ticket]')].map(one => one.dataset.ticket!)
    )
    t.equal(ids.length, 2)
    await page.getByRole('button', { name: '批量处理…' }).click()
    await page.getByRole('radio', { name: '加减标签' }).check()
    await page.getByLabel('加上标签').fill('专班')
    await picture(page, 'bulk-form')
    await page.getByRole('button', { name: '先试算' }).click()
    await page.getByText('试算结果').waitFor()
    await picture(page, 'bulk-tried')
    t.same(await axe(page), [])
    for (const id of ids) t.same((await view(editor, id)).tags, [], 'trying changes nothing')
    await page.getByRole('button', { name: '对 2 条执行' }).click()
    await page.getByText('已完成').waitFor()
    for (const id of ids) t.same((await view(editor, id)).tags, ['专班'])
    await picture(page, 'bulk-done')
    await page.getByRole('button', { name: '全部撤销' }).click()
    await page.getByRole('heading', { name: /撤销 · 已完成/ }).waitFor()
    for (const id of ids) t.same((await view(editor, id)).tags, [])
  })
})

t.test('a reply that came back', async t => {
  const world = await openWorld(t)
  if (!world) return
  const tickets = await seed(world)
  const { id } = tickets.question
  const editor = await editorOf(world)
  const reviewer = await world.client('reviewer')
  const first = '您好，请到住建局窗口申请，材料有身份证、房产证。'
  const drafted = lastReply(await taken(does(editor, id, 'replies', { text: first })))
  await taken(does(reviewer, id, `replies/${drafted.id}/return`, { reason: '请写明窗口地址，并补上申请表' }))
  const second = '您好，请到政务大厅2楼住建窗口申请，材料有身份证、房产证、申请表。'
  await taken(does(editor, id, 'replies', { text: second }))

  await t.test('stands beside what was changed since, with what the reviewer had said', async t => {
    const page = await world.page('reviewer', { params: { ticket: id } })
    const compared = page.getByRole('region', { name: '与上一稿对照' })
    await compared.getByText('请写明窗口地址，并补上申请表').waitFor()
    t.match((await compared.locator('ins').allTextContents()).join(''), /政务大厅2楼/)
    t.match((await compared.locator('ins').allTextContents()).join(''), /申请表/)
    t.equal((await compared.locator('del').allTextContents()).join(''), '局', 'only what is gone is crossed out')
    await compared.scrollIntoViewIfNeeded()
    await picture(page, 'review-compare')
    t.same(await axe(page), [])
  })

  for (const [name, looks] of [
    ['night', { theme: 'dark' }],
    ['english', { language: 'en' }],
    ['phone', { size: 'phone' }]
  ] as const)
    await t.test(
      `the workbench ${name === 'night' ? 'by night' : name === 'english' ? 'in English' : 'on a phone'}`,
      async t => {
        const page = await world.page('editor', { ...looks, params: { tab: 'all' } })
        await row(page, tickets.flood.id).waitFor()
        await picture(page, `triage-list-${name}`)
        await row(page, tickets.flood.id).click()
        await settled(page)
        await page
          .getByRole('button', { name: name === 'english' ? 'Similar, and the answers' : '类似留言与答复' })
          .click()
        await settled(page)
        t.equal(
          await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight),
          true,
          'only its parts scroll'
        )
        await picture(page, `triage-ticket-${name}`)
        t.same(await axe(page), [])
        if (name === 'phone') return
        await row(page, tickets.noise.id).focus()
        await press(page, ' ', 'Shift+K', 'x')
        await page.getByRole('button', { name: name === 'english' ? 'Try it first' : '先试算' }).waitFor()
        await picture(page, `bulk-${name}`)
        t.same(await axe(page), [])
      }
    )
})
