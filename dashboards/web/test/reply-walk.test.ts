import type { TicketView } from '@huiyin/schemas/api.ts'
import type { Test } from 'tap'
import { COLLEAGUE, HEAD, OPERATOR } from './texts.ts'
import { type Choice, NARROW, openTicket, picture, signIn, sits, type Walk, walks } from './walk.ts'

await walks('a reply among several people', async (t, enter) => {
  /** Opens a ticket in an office of several people. */
  const begin = async (t: Test, words: string, choice?: Choice): Promise<Walk & { id: string }> => {
    const walked = await enter(t, choice)
    const { id } = walked.county.find(words)
    walked.county.change(id, 'ticket.scored', ({ writing }) => ({ writing: { ...writing, selfReview: false } }))
    await signIn(walked.page)
    await openTicket(walked.page, words)
    return { ...walked, id }
  }
  const box = ({ page }: Walk) => page.getByRole('textbox', { name: '回复' })
  const hand = ({ page }: Walk, name: RegExp) => page.locator('footer').getByRole('button', { name })

  t.test('is handed in, returned with a reason, changed and passed by another person', async t => {
    const walked = await begin(t, '停水通知说')
    const { page, county, complaints } = walked
    await box(walked).fill('抢修已完成。')
    await hand(walked, /提交审核$/).click()
    await page.getByText('由另一人审核后发送').waitFor()
    t.equal(await page.getByRole('button', { name: '审核通过' }).count(), 0, 'nobody passes their own reply')

    await sits(walked, COLLEAGUE)
    await page.getByText('李雯 的稿子等您审核').waitFor()
    t.ok(await page.getByRole('button', { name: '审核通过' }).isVisible())
    await picture(page, 'reply-review')
    await page.getByRole('button', { name: '退回' }).click()
    await page.getByRole('textbox', { name: '退回修改' }).fill('请写明几点来水')
    await hand(walked, /退回$/).click()
    await page.getByText('周明：请写明几点来水').waitFor()

    await sits(walked, OPERATOR)
    await page.getByRole('button', { name: '修改' }).click()
    t.equal(await box(walked).inputValue(), '抢修已完成。')
    await page.getByText('正在修改 李雯 的稿子').waitFor()
    await box(walked).fill('抢修已完成，预计16时前来水。')
    await hand(walked, /提交审核$/).click()
    await page.getByText('以前的稿子 1 份').waitFor()
    t.match(county.acts.at(-1)?.body, { edits: 'r1', kind: 'final' })

    await sits(walked, COLLEAGUE)
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.getByText('在此之前可以撤回').waitFor()
    t.match(await page.locator('[data-state=approved]').textContent(), /起草李雯.*审核周明.*发送.*已核验/)
    t.same(county.acts.at(-1)?.body, { hash: 'hash-of-15' })
    await picture(page, 'reply-reviewed')
    t.same(complaints, [])
  })

  t.test('is approved by the head as well where it is important', async t => {
    const walked = await begin(t, '下水井盖')
    const { page, county } = walked
    await page.getByText('需负责人批准：紧急件').waitFor()
    await page.getByLabel('承诺答复时间').fill('2099-01-01T10:00')
    await box(walked).fill('已派人围挡，今天内补装。')
    await hand(walked, /提交审核$/).click()
    await page.getByText('由另一人审核后发送').waitFor()
    t.match(county.acts.at(-1)?.body, { promisedAt: Date.UTC(2099, 0, 1, 2) })
    await sits(walked, COLLEAGUE)
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.getByText('等负责人批准').waitFor()
    t.equal(await page.getByRole('button', { name: '批准', exact: true }).count(), 0)
    await sits(walked, HEAD)
    await page.getByRole('button', { name: '批准', exact: true }).click()
    await page.getByText('排队等待发送').waitFor()
    t.match(await page.locator('[data-state=approved]').textContent(), /起草李雯.*审核周明.*批准陈主任.*发送/)
    await picture(page, 'reply-approved')
  })

  t.test('is checked as one writes, and cannot be handed in with what may not be public', async t => {
    const walked = await begin(t, '停水通知说')
    const { page, county } = walked
    await box(walked).fill('请拨打13812345678，这事不归我们管。')
    await page.getByText('这里像是个人手机号').waitFor()
    t.ok(await hand(walked, /提交审核$/).isDisabled())
    await page.keyboard.press('Control+Enter')
    t.equal(county.acts.length, 0)
    await picture(page, 'reply-check')
    await page.getByRole('button', { name: '13812345678' }).click()
    t.equal(await page.evaluate(() => String(getSelection())), '13812345678')
    await page.getByRole('button', { name: '改为“138****5678”' }).click()
    t.equal(await box(walked).inputValue(), '请拨打138****5678，这事不归我们管。')
    await page.getByText('这里像是个人手机号').waitFor({ state: 'detached' })
    await page.getByText('请说明由哪个部门负责').waitFor()
    t.ok(await hand(walked, /提交审核$/).isEnabled(), 'what only wants a second look does not hold it up')
    county.checks(false)
    await box(walked).fill('抢修已完成。')
    await page.getByText('文字检查暂时用不了').waitFor()
    t.ok(await hand(walked, /提交审核$/).isEnabled(), 'the house checks it again')
  })

  t.test('made of an approved template leaves at once; changed, it goes to review', async t => {
    const walked = await begin(t, '停水通知说')
    const { page, county } = walked
    await page.getByRole('button', { name: '模板' }).click()
    await page.getByText('办理中，告知进展').waitFor()
    await picture(page, 'templates')
    await page.getByText('办理中，告知进展').click()
    await page.getByText('模板里还有没填的地方').waitFor()
    t.ok(await hand(walked, /提交审核$/).isDisabled())
    await page.getByLabel('公开电话').fill('12345')
    t.match(await box(walked).inputValue(), /已由水务局接手.*请拨打12345。$/)
    t.equal(await page.getByRole('radio', { name: '进展' }).isChecked(), true)

    await page.getByRole('button', { name: '模板' }).click()
    await page.keyboard.press('Enter')
    await page.getByText('模板未改动，无需审核').waitFor()
    await box(walked).press('End')
    await page.keyboard.type('谢谢')
    await hand(walked, /提交审核$/).waitFor()
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await hand(walked, /发送$/).click()
    await page.getByText('在此之前可以撤回').waitFor()
    t.match(county.acts.at(-1)?.body, {
      kind: 'holding',
      template: { id: 'received', version: 1, values: { department: '水务局' } }
    })
  })

  t.test('waits while the ticket is reported upward, until a head releases it', async t => {
    const walked = await begin(t, '老桥栏杆')
    const { page, county, id } = walked
    const lock: Partial<TicketView> = { locked: true, lock: { since: Date.now(), why: 'red' } }
    county.change(id, 'ticket.locked', () => lock)
    await page.getByRole('region', { name: '已上报负责人' }).getByText('红色负面').waitFor()
    await page.getByText('已上报负责人，放行后才能审核。').waitFor()
    t.equal(await page.getByRole('button', { name: '放行' }).count(), 0)
    await box(walked).fill('桥面已封闭。')
    await hand(walked, /提交审核$/).click()
    await page.getByText('放行或指定发言人后才能审核发送').waitFor()
    await sits(walked, HEAD)
    await picture(page, 'reply-locked')
    await page.getByRole('button', { name: '指定发言人' }).click()
    await page.getByLabel('由谁发言').selectOption('陈主任')
    await hand(walked, /指定发言人$/).click()
    await page.getByText('由 陈主任 发言').waitFor()
    await page.getByRole('button', { name: '放行' }).click()
    await page.getByRole('region', { name: '已上报负责人' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '审核通过' }).waitFor()
    t.same(
      county.acts.slice(-2).map(({ path, body }) => [path, body]),
      [
        ['release', { spokesperson: 'chen' }],
        ['release', {}]
      ]
    )
  })

  t.test('posted by hand counts when a second person has seen it', async t => {
    const walked = await begin(t, '灵活就业人员')
    const { page, county } = walked
    await box(walked).fill('窗口开到12月20日。')
    await hand(walked, /手工发布/).click()
    const form = page.getByRole('form', { name: '登记手工发布' })
    t.equal(await form.getByLabel('发布的内容').inputValue(), '窗口开到12月20日。')
    await form.getByLabel('链接或截图位置').fill('https://example.org/reply/1')
    await picture(page, 'attest')
    await form.getByRole('button', { name: '确定' }).click()
    await page.locator('[data-state=attesting]').getByText('待第二人确认').waitFor()
    t.equal(await page.getByRole('button', { name: '我在平台上看到了' }).count(), 0)
    await sits(walked, COLLEAGUE)
    await page.getByRole('button', { name: '我在平台上看到了' }).click()
    await page.locator('[data-state=confirmed]').getByText('人工核验').waitFor()
    await page.getByText('李雯、周明 两人核验').waitFor()
    await picture(page, 'attested')
    t.match(county.acts[0], { path: 'attested', body: { evidence: 'https://example.org/reply/1' } })
  })

  t.test('fits 360 pixels, by night and in English', async t => {
    const walked = await begin(t, '下水井盖', { size: NARROW, night: true })
    const { page, complaints } = walked
    await box(walked).fill('请拨打13812345678。')
    await page.getByText('这里像是个人手机号').waitFor()
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), NARROW.width)
    await picture(page, 'reply-narrow')
    await page.evaluate(() => localStorage.setItem('huiyin.language', '"en"'))
    await page.reload()
    await page.getByText('This looks like a personal').waitFor()
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), NARROW.width)
    await picture(page, 'reply-narrow-english')
    t.same(complaints, [])
  })
})
