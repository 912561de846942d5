import type { TicketView } from '@huiyin/schemas/api.ts'
import type { Test } from 'tap'
import { COLLEAGUE, HEAD, WATER } from './texts.ts'
import { type Choice, NARROW, openTicket, picture, signIn, sits, type Walk, walks } from './walk.ts'

const HOUR = 3_600_000

await walks('a case beside its replies', async (t, enter) => {
  const begin = async (t: Test, words: string, choice?: Choice): Promise<Walk & { id: string }> => {
    const walked = await enter(t, choice)
    await signIn(walked.page)
    await openTicket(walked.page, words)
    return { ...walked, id: walked.county.find(words).id }
  }
  const panel = ({ page }: Walk) => page.getByRole('region', { name: /^办理/ })
  const foot = ({ page }: Walk) => page.locator('footer')

  t.test('goes to a department, which signs for it and tells the result', async t => {
    const walked = await begin(t, '停水通知说')
    const { page, county, complaints } = walked
    await panel(walked).getByRole('button', { name: '派单' }).click()
    t.equal(await page.getByLabel('部门', { exact: true }).inputValue(), '水务局', 'the likeliest stands there')
    await page.getByLabel('协办').fill('城市管理局、住房和城乡建设局')
    await page.getByLabel('要部门做什么').fill('请核实抢修进度，今天内答复。')
    await picture(page, 'dispatch')
    await foot(walked).getByRole('button', { name: '派单' }).click()
    await panel(walked).getByText('待签收').waitFor()
    await page.getByRole('region', { name: '时限' }).getByText('签收（水务局）').waitFor()
    t.match(county.acts[0], {
      path: 'dispatches',
      body: {
        department: '水务局',
        assisting: ['城市管理局', '住房和城乡建设局'],
        request: '请核实抢修进度，今天内答复。'
      }
    })
    t.match(await page.locator('[data-ticket]', { hasText: '停水通知说' }).textContent(), /待水务局签收/)

    await sits(walked, WATER)
    t.equal(await page.getByRole('button', { name: '无需回复' }).count(), 0, 'a department dismisses nothing')
    await panel(walked).getByRole('button', { name: '签收' }).click()
    await panel(walked).getByText('吴工 签收于').waitFor()
    await page.getByRole('region', { name: '时限' }).getByText('办理（水务局）').waitFor()
    await picture(page, 'dispatch-signed')
    await panel(walked).getByRole('button', { name: '反馈结果' }).click()
    await page.getByRole('textbox', { name: '办理结果' }).fill('阀门已更换，16时恢复供水。')
    await page.keyboard.press('Control+Enter')
    await panel(walked).getByText('已反馈结果').waitFor()
    await panel(walked).getByText('阀门已更换').waitFor()
    t.same(complaints, [])
  })

  t.test('is sent back with grounds, and the head rules whose it is', async t => {
    const walked = await begin(t, '停水通知说')
    const { page, county } = walked
    await panel(walked).getByRole('button', { name: '派单' }).click()
    await page.getByLabel('要部门做什么').fill('请核实。')
    await foot(walked).getByRole('button', { name: '派单' }).click()
    await panel(walked).getByText('待签收').waitFor()
    await sits(walked, WATER)
    await panel(walked).getByText('还可退 2 次').waitFor()
    await panel(walked).getByRole('button', { name: '退单' }).click()
    await foot(walked).getByText('已退 0 次，最多 2 次').waitFor()
    await page.getByLabel('法规或职责依据').fill('小区内部管网归物业')
    const give = foot(walked).getByRole('button', { name: '退单' })
    t.ok(await give.isDisabled(), 'whose it is has to be named')
    await page.getByLabel('应由哪个部门承办').fill('住房和城乡建设局')
    await picture(page, 'bounce')
    await give.click()
    await panel(walked).getByText('已退单').waitFor()
    await panel(walked).getByText('小区内部管网归物业 · 建议交 住房和城乡建设局').waitFor()

    await sits(walked, HEAD)
    await panel(walked).getByRole('button', { name: '裁定' }).click()
    t.equal(await page.getByLabel('部门', { exact: true }).inputValue(), '住房和城乡建设局')
    await page.getByLabel('裁定依据').fill('物业监管职责')
    await foot(walked).getByRole('button', { name: '裁定' }).click()
    await panel(walked).getByText('陈主任 裁定：物业监管职责').waitFor()
    await panel(walked).getByText('以前的派单 1 份').waitFor()
    await picture(page, 'ruled')
    t.same(
      county.acts.map(({ path }) => path),
      ['dispatches', 'dispatches/d1/bounce', 'rule']
    )
  })

  t.test('gets more time only from another person', async t => {
    const walked = await begin(t, '停水通知说')
    const { page, county } = walked
    await panel(walked).getByRole('button', { name: '申请延期' }).click()
    await page.getByLabel('延到').fill('2099-01-01T18:00')
    await page.getByLabel('理由').fill('需更换主阀门')
    await foot(walked).getByRole('button', { name: '申请延期' }).click()
    await panel(walked).getByText('待审批').waitFor()
    t.equal(await panel(walked).getByRole('button', { name: '不批准' }).count(), 0)
    await sits(walked, COLLEAGUE)
    await picture(page, 'ask')
    await panel(walked).getByRole('button', { name: '批准', exact: true }).click()
    await panel(walked).getByText('周明 已批准').waitFor()
    t.match(
      county.acts.map(({ path, body }) => [path, body]),
      [
        ['asks', { kind: 'extend', reason: '需更换主阀门', until: Date.UTC(2099, 0, 1, 10) }],
        ['asks/a1/decide', { granted: true }]
      ]
    )
  })

  t.test('is watched until it is done, also by a leader’s instruction', async t => {
    const walked = await begin(t, '停水通知说', { actor: HEAD })
    const { page, county } = walked
    await panel(walked).getByRole('button', { name: '批示' }).click()
    await page.getByRole('textbox', { name: '批示内容' }).fill('务必今天解决。')
    await page.getByLabel('责任人或部门').fill('水务局')
    await foot(walked).getByRole('button', { name: '批示' }).click()
    await panel(walked).getByText('务必今天解决。').waitFor()
    t.match(county.acts[0]?.body, { instruction: true, owner: '水务局' })
    await page.locator('[data-ticket]', { hasText: '停水通知说' }).getByText('督办').waitFor()
    await panel(walked).getByRole('button', { name: '结束督办' }).click()
    await panel(walked).getByText('已结束').waitFor()
  })

  t.test('tells how every clock stands and how it was counted, by mouse and by keys', async t => {
    const walked = await begin(t, '停水通知说')
    const { page, county, id } = walked
    const start = Date.UTC(2026, 1, 14, 8)
    const clock = county.find('停水通知说').clocks[0]!
    const met = { ...clock, id: 'first-0', stoppedAt: start + HOUR, outcome: 'met' as const }
    const close: TicketView['clocks'][number] = {
      ...clock,
      id: 'close-1',
      kind: 'close',
      provisional: true,
      target: { kind: 'WORKDAYS', days: 5 },
      dueAt: Date.now() + 100 * HOUR,
      why: {
        zh: '5 个工作日，自2026年2月14日 16:00 起。',
        en: '5 working days from 14 February 2026, 16:00.',
        explanation: {
          ...clock.why!.explanation,
          target: { kind: 'WORKDAYS', days: 5 },
          used: HOUR,
          counted: [
            { from: start, to: start + 2 * HOUR },
            { from: start + 240 * HOUR, to: start + 243 * HOUR }
          ],
          skipped: [{ from: '2026-02-15', to: '2026-02-23', reason: '春节' }],
          pauses: [{ from: start, to: start + HOUR, reason: 'platform_outage' }],
          unknownYears: [2027]
        }
      }
    }
    county.change(id, 'clock.started', () => ({ clocks: [clock, met, close] }))
    const clocks = page.getByRole('region', { name: '时限' })
    await clocks.getByText('暂估').waitFor()
    t.match(await clocks.textContent(), /首次回复.*按时/)
    const why = clocks.getByRole('button', { name: '怎么算的' }).nth(1)
    await why.hover()
    await page.getByRole('tooltip').getByText('5 个工作日，自2026年2月14日').waitFor()
    await why.focus()
    await page.keyboard.press('Enter')
    await clocks.getByText('2026-02-15 – 2026-02-23 春节').waitFor()
    const text = await clocks.textContent()
    t.match(text, /2月14日 16:00 – 18:00/)
    t.match(text, /此前已用 1 小时/)
    t.match(text, /平台故障/)
    t.match(text, /节假日安排未发布（暂估） 2027/)
    t.match(text, /规则 default-3，日历 round-the-clock@1/)
    await page.mouse.move(1, 1)
    await picture(page, 'clocks')

    await clocks.getByRole('button', { name: '暂停' }).first().click()
    await page.getByLabel('原因').selectOption('平台故障')
    await foot(walked).getByRole('button', { name: '暂停' }).click()
    await clocks.getByText('自动恢复').waitFor()
    await clocks.getByRole('button', { name: '恢复' }).click()
    await clocks.getByText('自动恢复').waitFor({ state: 'detached' })
  })

  t.test('joins another about the same, and leads there and back', async t => {
    const walked = await begin(t, '末班车')
    const { page, county, complaints } = walked
    const elder = county.find('下水井盖')
    await panel(walked).getByRole('button', { name: '合并' }).click()
    const box = page.getByRole('textbox', { name: '与哪条工单是同一件事？' })
    await box.fill('没有这样的词')
    await page.getByText('没有找到别的工单').waitFor()
    await box.fill(elder.number)
    await page.getByRole('radio', { name: /下水井盖/ }).click()
    await picture(page, 'merge')
    await foot(walked).getByRole('button', { name: '合并' }).click()
    await page.getByText(`已并入 ${elder.number}`).waitFor()
    await page.getByText('请到合并后的工单回复').waitFor()
    await picture(page, 'merged')
    const younger = county.find('末班车')
    county.change(elder.id, 'ticket.absorbed', ({ links }) => ({
      links: { ...links, absorbed: [{ id: younger.id, number: younger.number }] }
    }))
    await page.getByRole('link', { name: `打开 ${elder.number}` }).click()
    await page.getByRole('region', { name: '相关工单' }).getByRole('link', { name: younger.number }).click()
    await panel(walked).getByRole('button', { name: '拆出' }).click()
    await page.getByRole('textbox', { name: '为什么拆出？' }).fill('不是一件事')
    await foot(walked).getByRole('button', { name: '拆出' }).click()
    await page.getByRole('textbox', { name: '回复' }).waitFor()
    await panel(walked).getByRole('button', { name: '关联' }).click()
    await page.getByRole('textbox', { name: '与哪条工单有关？' }).fill('下水井盖')
    await page.getByRole('radio', { name: /下水井盖/ }).click()
    await foot(walked).getByRole('button', { name: '关联' }).click()
    await page.getByRole('button', { name: '取消关联' }).click()
    await page.getByRole('region', { name: '相关工单' }).waitFor({ state: 'detached' })
    t.same(
      county.acts.map(({ path }) => path),
      ['merge', 'split', 'relations', `relations/${elder.id}`]
    )
    t.same(complaints, [])
  })

  t.test('is rated when it is done, and stands in the list of its status', async t => {
    const walked = await begin(t, '社保卡')
    const { page, county, id } = walked
    county.change(id, 'ticket.closed', () => ({ status: 'answered', owed: 0, outcome: 'met' }))
    await panel(walked).getByRole('button', { name: '4 分' }).click()
    await panel(walked).getByText('4 分（满分 5 分）').waitFor()
    t.same(county.acts[0]?.body, { score: 4 })
    county.change(county.find('感应灯').id, 'reply.confirmed', () => ({ status: 'handling', owed: 0 }))
    await page.getByRole('tab', { name: '办理中' }).click()
    await page.locator('[data-ticket]', { hasText: '停水通知说' }).waitFor({ state: 'detached' })
    await page.locator('[data-ticket]', { hasText: '感应灯' }).waitFor()
    t.equal(await page.locator('[data-ticket]').count(), 1)
    await page.getByRole('tab', { name: '已合并' }).click()
    await page.getByText('这里没有工单').waitFor()
  })

  t.test('shows what was refused in words, and keeps what was written', async t => {
    const walked = await begin(t, '停水通知说')
    const { page, county, id } = walked
    await panel(walked).getByRole('button', { name: '转办' }).click()
    await page.getByLabel('部门', { exact: true }).fill('交通运输局')
    await page.getByLabel('理由').fill('属道路管线')
    county.refuse(409, 'DISPATCH_OVER')
    await foot(walked).getByRole('button', { name: '转办' }).click()
    await page.getByText('这份派单已经签收或结束').waitFor()
    t.equal(await page.getByLabel('理由').inputValue(), '属道路管线')
    county.change(id, 'alert.exhausted', () => ({ exhausted: true }))
    await page.getByRole('alert').getByText('提醒到最后一级仍无人认领').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: '回复' }).waitFor()
  })

  t.test('fits 360 pixels, by night and in English', async t => {
    const walked = await begin(t, '停水通知说', { size: NARROW, night: true })
    const { page, complaints } = walked
    await panel(walked).getByRole('button', { name: '派单' }).click()
    await page.getByLabel('要部门做什么').fill('请核实抢修进度，今天内答复。')
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), NARROW.width)
    await picture(page, 'dispatch-narrow')
    await foot(walked).getByRole('button', { name: '派单' }).click()
    await panel(walked).getByText('待签收').waitFor()
    await page.evaluate(() => localStorage.setItem('huiyin.language', '"en"'))
    await page.reload()
    await page.getByRole('button', { name: 'How it is counted' }).first().click()
    await page.getByText('Natural time, counted round the clock').waitFor()
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), NARROW.width)
    await page.getByRole('region', { name: 'What was done' }).scrollIntoViewIfNeeded()
    await picture(page, 'case-narrow-english')
    t.same(complaints, [])
  })
})
