import { COLLEAGUE } from './texts.ts'
import { openTicket, PHONE, picture, signIn, sits, walks } from './walk.ts'

await walks('work among colleagues', async (t, begin) => {
  t.test('is given to a colleague, taken back, tagged and spoken about', async t => {
    const walked = await begin(t)
    const { page, county, complaints } = walked
    const row = page.locator('[data-ticket]', { hasText: '感应灯' })
    const sheet = page.getByRole('region', { name: '工单', exact: true }).last() // beside the list
    await signIn(page)
    await openTicket(page, '感应灯')

    await sheet.getByRole('button', { name: '未分派' }).click()
    await page.getByRole('list', { name: '分派给' }).getByRole('button', { name: /周明/ }).waitFor()
    await picture(page, 'assign')
    await page.getByRole('list', { name: '分派给' }).getByRole('button', { name: /周明/ }).click()
    await row.getByText('周明 承办').waitFor()
    await page.getByText('已分派工单').waitFor()
    await picture(page, 'assigned')
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('已撤销：分派工单').waitFor()
    await row.getByText('周明 承办').waitFor({ state: 'detached' })
    await sheet.getByRole('button', { name: '分派给我' }).click()
    await sheet.getByRole('button', { name: '由我承办' }).waitFor()

    await sheet.getByRole('button', { name: '+ 标签' }).click()
    await page.getByRole('button', { name: '夜间' }).click()
    await row.getByText('夜间').waitFor()
    await sheet.getByRole('button', { name: '+ 标签' }).click()
    await page.getByLabel('添加标签').fill(' 照明 ')
    await page.getByLabel('添加标签').press('Enter')
    await row.getByText('照明').waitFor()
    await sheet.getByRole('button', { name: '去掉标签“夜间”' }).click()
    await row.getByText('夜间').waitFor({ state: 'detached' })

    await sheet.getByRole('button', { name: '写备注' }).click()
    await page.getByLabel('备注内容').pressSequentially('请@周')
    await page.getByRole('option', { name: /周明/ }).waitFor()
    await picture(page, 'note-mention')
    await page.keyboard.press('Enter')
    await page.keyboard.type('看看现场照片')
    await page.getByRole('button', { name: '保存备注' }).click()
    const notes = page.getByRole('region', { name: '内部备注' })
    await notes.getByRole('listitem').getByText('看看现场照片').waitFor()
    await picture(page, 'note')
    t.match(
      county.acts.map(({ path, body }) => [path, body]),
      [
        ['assign', { to: 'zhou-ming' }],
        ['undo', { of: county.acts[0]!.key }],
        ['assign', { to: 'li-wen' }],
        ['tags', { add: ['夜间'] }],
        ['tags', { add: ['照明'] }],
        ['tags', { remove: ['夜间'] }],
        ['notes', { text: '请@周明 看看现场照片', mentions: ['zhou-ming'] }]
      ]
    )

    await page.getByRole('button', { name: /^我的/ }).click()
    await page.locator('[data-ticket]').first().waitFor()
    t.match(page.url(), /tab=mine/)
    await picture(page, 'mine')
    t.equal(await page.locator('[data-ticket]').count(), 1)
    await page.getByRole('button', { name: /^未分派/, pressed: false }).click()
    await page.getByText('老桥栏杆').waitFor()

    await sits(walked, COLLEAGUE)
    await page.getByRole('button', { name: /1 条提到您的备注未读/ }).click()
    await page.getByRole('region', { name: '提到我的' }).getByText('李雯 提到了您').waitFor()
    await picture(page, 'mentions')
    await page.getByRole('region', { name: '提到我的' }).getByRole('link').click()
    await notes.getByRole('listitem').getByText('看看现场照片').waitFor()
    await page.getByRole('button', { name: '没有待处理的事项' }).waitFor()
    t.same(complaints, [])
  })

  t.test('can be taken back while it waits: a reply gives its words back', async t => {
    const { page, county, complaints } = await begin(t)
    const bar = page.locator('footer')
    await signIn(page)
    await openTicket(page, '停水通知说')
    const box = page.getByRole('textbox', { name: '回复' })
    await box.fill('抢修已完成，16时前来水。')
    await bar.getByRole('button', { name: /发送$/ }).click()
    await bar.getByText('回复即将发出').waitFor()
    await picture(page, 'leaving')
    await bar.getByRole('button', { name: '撤回' }).click()
    await bar.getByText('回复即将发出').waitFor({ state: 'detached' })
    t.equal(await box.inputValue(), '抢修已完成，16时前来水。')

    await openTicket(page, '社保卡')
    await page.getByRole('button', { name: '无需回复' }).click()
    await page.getByRole('button', { name: '感谢或表扬' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await bar.getByText('已标为无需回复').waitFor()
    await picture(page, 'undo')
    await bar.getByRole('button', { name: '撤销' }).click()
    await bar.getByText('已撤销：标为无需回复').waitFor()
    await page.getByRole('region', { name: '经过' }).getByText('撤销操作').waitFor()
    await page.getByRole('button', { name: '无需回复' }).waitFor()
    t.same(
      county.acts.map(({ path }) => path),
      ['replies', 'replies/r1/withdraw', 'dismiss', 'undo']
    )
    t.same(complaints, [])
  })

  t.test('is put right when it stands there already: another reply begins with its words', async t => {
    const { page, county, complaints } = await begin(t, { night: true })
    await signIn(page)
    await openTicket(page, '停水通知说')
    const box = page.getByRole('textbox', { name: '回复' })
    await box.fill('抢修已完成，16时前来水。')
    await page.locator('footer').getByRole('button', { name: /发送$/ }).click()
    await page.locator('footer').getByText('回复即将发出').waitFor()
    county.change(county.find('停水通知说').id, 'reply.confirmed', ({ replies: [reply] }) => ({
      replies: [
        {
          ...reply!,
          state: 'confirmed',
          confirmedAt: Date.now(),
          correction: { how: 'replace', by: 'reply.draft' }
        }
      ]
    }))
    await page.getByText('新的回复会替换这一条').scrollIntoViewIfNeeded()
    await picture(page, 'work-night')
    await page.getByRole('button', { name: '写更正' }).click()
    t.equal(await box.inputValue(), '抢修已完成，16时前来水。')
    await page.evaluate(() => localStorage.setItem('huiyin.language', '"en"'))
    await page.emulateMedia({ colorScheme: 'light' })
    await page.reload()
    await page.getByText('Another reply takes its place').scrollIntoViewIfNeeded()
    await picture(page, 'work-english')
    t.same(complaints, [])
  })

  t.test('is seen by whoever comes second, with who was first and what they did', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    await openTicket(page, '感应灯')
    await page.getByText('周明 正在').waitFor({ state: 'detached' })
    const { id } = county.find('感应灯')
    county.change(id, 'ticket.dismissed', () => ({ status: 'dismissed', owed: 0 }), COLLEAGUE)
    county.change(id, 'ticket.reopened', () => ({ status: 'open', owed: 1 }), COLLEAGUE)
    await page.getByRole('region', { name: '经过' }).getByText('重新打开').waitFor()
    county.refuse(409, 'DISPATCH_OVER', { name: '周明', type: 'dispatch.sent', at: Date.now() })
    await page.getByRole('button', { name: '我来处理' }).click()
    await page.getByText(/周明 比您先处理了这条工单：派单/).waitFor()
    await page.getByText(/这份派单已经签收或结束.*现在：待处理/).waitFor()
    await picture(page, 'conflict-winner')
    await page.getByRole('button', { name: '已看最新内容' }).click()
    await page.getByText(/比您先处理/).waitFor({ state: 'detached' })
  })

  t.test('brings files, and a department without an account by a link', async t => {
    const { page, county, complaints } = await begin(t)
    await signIn(page)
    county.comes(county.find('停水通知说').id, { id: 'zhou-ming', name: '周明', doing: 'writing', since: Date.now() })
    await openTicket(page, '停水通知说')
    await page.getByText('周明 正在写').waitFor()
    const file = { name: '现场照片说明.txt', mimeType: 'text/plain', buffer: Buffer.from('桥头') }
    await page.getByLabel('添加附件').setInputFiles(file)
    const link = page.getByRole('region', { name: '附件' }).getByRole('link', { name: file.name })
    await link.waitFor()
    t.match(await link.getAttribute('href'), /\/attachments\/f1$/)

    await page.getByRole('button', { name: '派单' }).click()
    await page.getByLabel('要部门做什么').fill('请核实抢修进度。')
    await page.locator('footer').getByRole('button', { name: '派单' }).click()
    await page.locator('footer').getByText('即将通知水务局').waitFor()
    const record = page.getByRole('region', { name: '办理记录' })
    await record.getByText('免登录链接').click()
    await record.getByLabel('给谁').fill('水务局值班室')
    await record.getByRole('button', { name: '生成链接' }).click()
    await record.getByText(`${county.url}/d/token-1`).waitFor()
    await record.getByText('有效', { exact: true }).scrollIntoViewIfNeeded()
    await picture(page, 'department-link')
    await record.getByRole('button', { name: '作废给 水务局值班室 的链接' }).click()
    await record.getByText('已作废').waitFor()
    t.same(complaints, [])
  })

  t.test('fits a phone, by night and in English', async t => {
    const { page, county, complaints } = await begin(t, { size: PHONE, night: true })
    const { id } = county.find('停水通知说')
    const by = { id: 'zhou-ming', name: '周明' }
    const note = {
      id: 'n1',
      at: Date.now(),
      by,
      text: '@李雯 水务局说四点',
      mentions: [{ id: 'li-wen', name: '李雯' }]
    }
    county.change(id, 'ticket.tagged', () => ({
      tags: ['停水', '城东片区', '老人', '催办'],
      assignedTo: by,
      noteCount: 1,
      notes: [{ ...note, shared: true }]
    }))
    county.comes(id, { ...by, doing: 'reading', since: Date.now() })
    await signIn(page)
    await picture(page, 'work-list-phone')
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width)
    await openTicket(page, '停水通知说')
    await page.getByText('周明 正在看').waitFor()
    await picture(page, 'work-phone')
    await page.evaluate(() => localStorage.setItem('huiyin.language', '"en"'))
    await page.reload()
    await page.getByRole('button', { name: 'With 周明' }).waitFor()
    await page.getByRole('button', { name: 'Assign to me' }).click()
    await page.locator('footer').getByText('Assigned').waitFor()
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width)
    await picture(page, 'work-phone-english')
    await page.getByRole('region', { name: 'Notes' }).scrollIntoViewIfNeeded()
    await picture(page, 'notes-phone-english')
    await page.emulateMedia({ colorScheme: 'light' })
    await picture(page, 'notes-phone-light')
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await page.getByRole('button', { name: /^Mine/ }).waitFor()
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width)
    await picture(page, 'work-list-phone-english')
    t.same(complaints, [])
  })
})
