import { randomUUID } from 'node:crypto'
import type { TicketView } from '@huiyin/schemas/api.ts'
import t from 'tap'
import type { Client } from '../journeys/house.ts'
import { does, HOUR, ticketUntil, view } from '../journeys/tickets.ts'
import type { Seeded } from './seed.ts'
import { axe, openWorld, picture, seed, settled, type World } from './world.ts'

const path = (id: string) => `/tickets/${encodeURIComponent(id)}`

/** Departments at every stage: signed, returned, sent back, transferred and watched, with a link. */
async function handedOut({ client, clock }: World, tickets: Seeded): Promise<void> {
  const [editor, head] = await Promise.all([client('editor'), client('head')])
  const last = async (id: string) => (await view(editor, id)).dispatches.at(-1)!
  const send = async (id: string, department: string, request: string) => {
    await must(does(editor, id, 'dispatches', { department, request }))
    return last(id)
  }
  const complaint = await send(tickets.complaint.id, '城管局', '请两日内清运并反馈')
  await must(does(editor, tickets.complaint.id, `dispatches/${complaint.id}/sign`))
  const noise = await send(tickets.noise.id, '住建局', '请核实夜间施工许可')
  const result = { text: '已责令停工，夜间不再打桩；现场照片见附件。' }
  await must(does(editor, tickets.noise.id, `dispatches/${noise.id}/return`, result))
  const grave = await send(tickets.grave.id, '水务局', '请立即到场处置')
  const bounce = { grounds: '燃气管线由住建局主管，见三定方案第五条', proposes: '住建局' }
  await must(does(editor, tickets.grave.id, `dispatches/${grave.id}/bounce`, bounce))
  await send(tickets.suggestion.id, '城管局', '请研究增设公厕')
  await must(does(editor, tickets.suggestion.id, 'transfer', { department: '住建局', reason: '公园归住建局管' }))
  const watch = { text: '月底前答复', owner: '住建局', dueAt: clock.now() + 48 * HOUR, instruction: true }
  await must(does(head, tickets.suggestion.id, 'supervisions', watch))
  const flood = await last(tickets.flood.id)
  const link = await editor(
    'POST',
    `${path(tickets.flood.id)}/dispatches/${flood.id}/links`,
    { to: '水务局值班室' },
    { 'idempotency-key': randomUUID() }
  )
  if (link.status !== 200) throw new Error(JSON.stringify(link.body))
}

async function must(asked: ReturnType<Client>): Promise<TicketView> {
  const { status, body } = await asked
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}

const DEPARTMENTS = ['水务局', '城管局', '住建局'].map(name => ({ name, words: [name] }))

t.test('the board of dispatches', async t => {
  const world = await openWorld(t, { departments: DEPARTMENTS, allow: [/→ 409/] })
  if (!world) return
  const tickets = await seed(world)
  await handedOut(world, tickets)
  const editor = await world.client('editor')

  await t.test('shows what is with which department and how it stands', async t => {
    const page = await world.page('head', { view: 'dispatches' })
    const column = (name: string) => page.getByRole('region', { name })
    await column('待签收').getByText('水务局').first().waitFor()
    t.match(await column('待签收').textContent(), /水务局.*剩.*城南小区三号楼.*请今晚抽排并反馈/)
    t.match(await column('待签收').textContent(), /住建局.*城管局转来.*批示/)
    t.match(await column('办理中').textContent(), /城管局.*剩.*李静.*签收/)
    t.match(await column('已反馈，待核').textContent(), /已责令停工.*等核实并告知网友/)
    t.match(await column('已退单').textContent(), /燃气管线由住建局主管.*建议交住建局；等重新派单/)
    await picture(page, 'dispatches')
    t.same(await axe(page), [])

    await page.getByRole('combobox', { name: '部门' }).selectOption('城管局')
    t.match(page.url(), /department=/)
    t.equal(await page.locator('[data-dispatch]').count(), 1)
    await page.getByRole('combobox', { name: '部门' }).selectOption('')
    await page.getByRole('button', { name: '督办' }).click()
    t.equal(await page.locator('[data-dispatch]').count(), 1)
    await page.getByRole('button', { name: '督办' }).click()
  })

  await t.test('opens a ticket at its right, and follows what happens there', async t => {
    const page = await world.page('editor', { view: 'dispatches' })
    await page.locator('[data-stage=bounced] [data-dispatch] a').click()
    await page.getByRole('region', { name: '工单' }).getByText(tickets.grave.number).first().waitFor()
    await settled(page)
    await picture(page, 'dispatches-open')
    t.same(await axe(page), [])
    const grave = tickets.grave.id
    await must(does(editor, grave, 'dispatches', { department: '住建局', request: '请立即到场处置' }))
    await page.locator('[data-stage=to-sign]').getByText('请立即到场处置').waitFor()
    t.equal(await page.locator('[data-stage=bounced] [data-dispatch]').count(), 0)
  })

  await t.test('revokes a link that was given out', async t => {
    const page = await world.page('editor', { view: 'dispatches' })
    await page.getByText('链接 1 个').click()
    await page.getByText('水务局值班室').waitFor()
    await page.getByRole('button', { name: '作废给 水务局值班室 的链接' }).click()
    await page.getByText('已作废').waitFor()
    const [flood] = (await view(editor, tickets.flood.id)).dispatches
    t.ok(flood?.links?.[0]?.endedAt)
  })

  await t.test('shows a department its own, to be signed for where it stands', async t => {
    const page = await world.page('handler', { view: 'dispatches', size: 'phone' })
    t.equal(await page.locator('[data-dispatch]').count(), 1)
    t.equal(await page.getByRole('combobox', { name: '部门' }).count(), 0)
    await picture(page, 'dispatches-phone')
    t.same(await axe(page), [])
    await page.getByRole('button', { name: `签收 ${tickets.flood.number}` }).click()
    await page.locator('[data-stage=handling] [data-dispatch]').waitFor()
    await ticketUntil(editor, tickets.flood.id, 'signed', ({ dispatches }) => dispatches[0]?.state === 'signed')
    await page.locator('[data-dispatch] a').click()
    await page.getByRole('button', { name: '反馈结果' }).waitFor()
  })

  await t.test('in English and by night', async t => {
    const page = await world.page('head', { view: 'dispatches', language: 'en', theme: 'dark' })
    await page.getByRole('region', { name: 'Result to check' }).waitFor()
    await picture(page, 'dispatches-dark-en')
    t.same(await axe(page), [])
  })
})
