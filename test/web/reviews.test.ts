import type { TicketView } from '@huiyin/schemas/api.ts'
import t from 'tap'
import type { Client } from '../journeys/house.ts'
import { does, lastReply, ticketUntil, view } from '../journeys/tickets.ts'
import { axe, openWorld, picture, seed } from './world.ts'

const FIRST = '您好，已安排清运，请放心。'
const SECOND = '您好，城南菜市场门口垃圾已安排今晚清运，如有问题请拨打12345。'

async function must(asked: ReturnType<Client>): Promise<TicketView> {
  const { status, body } = await asked
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}

t.test('my reviews', async t => {
  const world = await openWorld(t)
  if (!world) return
  const tickets = await seed(world)
  const [editor, reviewer] = await Promise.all([world.client('editor'), world.client('reviewer')])
  const writes = (id: string, text: string) => must(does(editor, id, 'replies', { text }))
  const { complaint, question, suggestion, noise } = tickets

  const first = lastReply(await writes(complaint.id, FIRST))
  await must(does(reviewer, complaint.id, `replies/${first.id}/return`, { reason: '写清时间和电话' }))
  const second = lastReply(await writes(complaint.id, SECOND))
  const asked = lastReply(
    await writes(question.id, '您好，请到所在社区提交申请，电话010-12345678，详见 http://example.com 。')
  )
  await writes(suggestion.id, '您好，建议已转住建部门研究，十个工作日内答复。')
  await must(does(editor, noise.id, 'asks', { kind: 'close-without-result', reason: '投诉人已撤回，施工单位已停工' }))

  await t.test('shows a draft beside the one that was returned, and what was found in it', async t => {
    const page = await world.page('reviewer', { view: 'reviews' })
    await page.locator(`[data-review="${second.id}"] a`).click()
    const side = page.getByRole('region', { name: '对照' })
    await side.getByText('退回理由：写清时间和电话（赵磊）').waitFor()
    t.match(await side.locator('ins').allTextContents(), /今晚|12345/)
    t.ok((await side.locator('del').count()) > 0)
    await page.getByRole('region', { name: '发前检查' }).getByText('没有发现问题').waitFor()
    await picture(page, 'reviews')
    t.same(await axe(page), [])
    await page.locator(`[data-review="${asked.id}"] a`).click()
    await page.getByRole('region', { name: '发前检查' }).getByRole('listitem').first().waitFor()
    await picture(page, 'reviews-findings')
    t.same(await axe(page), [])
  })

  await t.test('is worked off by the keyboard: approved, returned with words, taken back', async t => {
    const page = await world.page('reviewer', { view: 'reviews' })
    const open = () => page.locator('[data-review][aria-current=true]').getAttribute('data-review')
    await page.locator('[data-review]').first().locator('a').click()
    const below = await page.locator('[data-review]').nth(1).getAttribute('data-review')
    await page.keyboard.press('j')
    await page.locator(`[data-review="${below}"][aria-current=true]`).waitFor()
    await page.locator(`[data-review="${second.id}"] a`).click()
    await page.getByRole('button', { name: '审核通过' }).waitFor()
    await page.locator('body').click({ position: { x: 5, y: 760 } })
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: '键盘快捷键' })
    await help.getByText('同意或通过').waitFor()
    t.equal(await help.getByText('分派给同事').count(), 0, 'the help says what keys do here')
    await picture(page, 'reviews-keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('a')
    await page.locator(`[data-review="${second.id}"]`).waitFor({ state: 'detached' })
    const approved = await ticketUntil(
      editor,
      complaint.id,
      'reviewed',
      ({ replies }) => replies.at(-1)?.state !== 'drafted'
    )
    t.match(approved.replies.at(-1)?.reviewedBy, { name: '赵磊' })
    t.not(await open(), second.id)
    await page.keyboard.press('u')
    await page.locator(`[data-review="${second.id}"][aria-current=true]`).waitFor()
    await ticketUntil(editor, complaint.id, 'a draft again', ({ replies }) => replies.at(-1)?.state === 'drafted')

    await page.locator(`[data-review="${asked.id}"] a`).click()
    await page.getByRole('button', { name: '退回' }).waitFor()
    await page.keyboard.press('r')
    await page.getByRole('textbox', { name: '退回修改：哪里要改？' }).fill('不要用外网链接')
    await picture(page, 'reviews-return')
    await page.keyboard.press('Control+Enter')
    await page.locator(`[data-review="${asked.id}"]`).waitFor({ state: 'detached' })
    t.match((await view(editor, question.id)).replies.at(-1)?.returned, { reason: '不要用外网链接' })
  })

  await t.test('asks for decisions too, and says well done at the end', async t => {
    const page = await world.page('reviewer', { view: 'reviews' })
    await page.locator('[data-kind=ask] a').click()
    await page.getByText('投诉人已撤回，施工单位已停工').waitFor()
    await picture(page, 'reviews-ask')
    t.same(await axe(page), [])
    await page
      .getByRole('button', { name: '不批准' })
      .or(page.getByRole('button', { name: '驳回' }))
      .first()
      .click()
    await page.locator('[data-kind=ask]').waitFor({ state: 'detached' })
    for (let left = await page.locator('[data-review]').count(); left > 0; left--) {
      await page.getByRole('button', { name: '审核通过' }).click()
      await page
        .locator('[data-review]')
        .nth(left - 1)
        .waitFor({ state: 'detached' })
    }
    await page.getByText('都处理完了').waitFor()
    await picture(page, 'reviews-done')
    t.same(await axe(page), [])
  })

  await t.test('has the labels to check, on a phone, in English, by night', async t => {
    const page = await world.page('head', { view: 'reviews', params: { pile: 'judge' }, size: 'phone' })
    await picture(page, 'reviews-judge-phone')
    t.same(await axe(page), [])
    const dark = await world.page('head', { view: 'reviews', language: 'en', theme: 'dark' })
    await picture(dark, 'reviews-dark-en')
    t.same(await axe(dark), [])
  })
})
