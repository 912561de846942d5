import { newcomer } from './texts.ts'
import { PHONE, picture, signIn, walks } from './walk.ts'

await walks('the operators’ page', async (t, begin) => {
  t.test('asks who one is, and says when the password is wrong', async t => {
    const { page } = await begin(t)
    await page.getByLabel('用户名').fill('li-wen')
    await page.locator('input[type=password]').fill('wrong')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('用户名或密码不对').waitFor()
    await picture(page, 'sign-in')
    await signIn(page)
    t.match(await page.locator('header').first().textContent(), /李雯/)
    t.match(await page.locator('header').first().textContent(), /演示数据/)
  })

  t.test('lists what is due first, with level, time left and words in every row', async t => {
    const { page, complaints } = await begin(t)
    await signIn(page)
    const [first, second] = await page.locator('[data-ticket]').allTextContents()
    t.match(first, /紧急.*红色82.*投诉.*已超时 1[23] 分.*老桥栏杆/)
    t.match(second, /紧急.*橙色71.*剩 2[456] 分.*周明 处理中/)
    t.match(await page.getByRole('tab', { name: /已超时/ }).textContent(), /1/)
    await picture(page, 'list')
    t.same(complaints, [])
  })

  t.test('narrows the list by risk', async t => {
    const { page, complaints } = await begin(t)
    await signIn(page)
    await page.getByLabel('风险').click()
    const orange = page.locator('.ant-select-item').getByText('橙色')
    await orange.waitFor()
    await picture(page, 'filter')
    await orange.click()
    await page.getByText('老桥栏杆').waitFor({ state: 'detached' })
    await page.getByText('下水井盖').first().waitFor()
    t.match(await page.locator('[data-ticket]').allTextContents(), [/下水井盖/])
    t.match(page.url(), /level=orange/)
    t.same(complaints, [])
  })

  t.test('goes by keys: down, open, and to the search', async t => {
    const { page } = await begin(t)
    await signIn(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '由我接手' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('公交')
    await page.getByText('老桥栏杆').waitFor({ state: 'detached' })
    await page.getByText('末班车').first().waitFor()
    t.match(await page.locator('[data-ticket]').allTextContents(), [/末班车/])
  })

  t.test('says why the list is not there, and gets it when asked again', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    county.closeLists(true)
    await page.getByRole('tab', { name: '全部' }).click()
    await page.getByText('列表没有载入').waitFor()
    await picture(page, 'list-failed')
    county.closeLists(false)
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('老桥栏杆').waitFor()
    t.equal(await page.locator('[data-ticket]').count(), 8)
  })

  t.test('takes a reply from the first word to the proof that it is visible', async t => {
    const { page, county, complaints } = await begin(t)
    await signIn(page)
    await page.getByText('停水通知说').click()
    const box = page.getByRole('textbox', { name: '回复' })
    await box.fill('您好，抢修已于14:20完成，管网正在逐段恢复供水，预计16时前全部来水。')
    await picture(page, 'ticket')
    await page.reload()
    await page.getByText('草稿已保存在本机').waitFor()
    await page.getByRole('button', { name: /发送$/ }).click()
    const state = page.locator('[data-state]')
    await state.getByText('在此之前可以撤回').waitFor()
    const { id } = county.find('停水通知说')
    const [act] = county.acts
    t.match(act, { path: 'replies', seen: '2', body: { text: /^您好，抢修/ } })
    t.match(act?.key, /^[0-9a-f-]{36}$/)

    const move = (state: 'sending' | 'sent' | 'confirmed') =>
      county.change(id, `reply.${state}`, view => ({
        replies: view.replies.map(reply => ({
          ...reply,
          state,
          ...(state === 'confirmed' && { confirmedAt: Date.now() })
        })),
        ...(state === 'confirmed' && { status: 'answered', owed: 0, outcome: 'met' })
      }))
    move('sending')
    await state.getByText('正在提交平台').waitFor()
    move('sent')
    await state.getByText('等待在页面上核实').waitFor()
    await picture(page, 'reply-sent')
    move('confirmed')
    await state.getByText('已在平台上看到').waitFor()
    await page.getByText('没有等待回复的留言').waitFor()
    t.equal(await page.locator('[data-ticket]').count(), 8, 'the row stays where it was read')
    await picture(page, 'reply-confirmed')
    t.same(complaints, [])
  })

  t.test('says what to do when a reply failed, and gives its words back', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    await page.getByText('灵活就业人员').click()
    await page.getByRole('textbox', { name: '回复' }).fill('窗口开到12月20日，周六上午也可办理。')
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-state=approved]').waitFor()
    county.change(county.find('灵活就业人员').id, 'reply.failed', view => ({
      replies: view.replies.map(reply => ({
        ...reply,
        state: 'failed',
        failure: { code: 'REMOVED', message: 'The platform took the reply and does not show it', at: Date.now() }
      }))
    }))
    await page.getByText('可能被审核拦下').waitFor()
    await picture(page, 'reply-failed')
    await page.getByRole('button', { name: '把原文放回回复框' }).click()
    t.equal(await page.getByRole('textbox', { name: '回复' }).inputValue(), '窗口开到12月20日，周六上午也可办理。')
  })

  t.test('tells who was faster, keeps the draft, and sends it after a look', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    await page.getByText('感应灯').click()
    await page.getByRole('textbox', { name: '回复' }).fill('已列入园区照明改造计划。')
    const colleague = { id: 'zhou-ming', name: '周明', role: 'operator' }
    county.change(county.find('感应灯').id, 'ticket.reopened', () => ({}), colleague)
    await page.getByText('周明 刚处理过这条工单').waitFor()
    await page.getByRole('button', { name: /发送$/ }).click()
    await page.getByText('周明 比您先处理了这条工单：重新打开').waitFor()
    await page.getByText('现在：待处理。').waitFor()
    await picture(page, 'conflict')
    await page.getByRole('button', { name: '已看最新内容' }).click()
    t.equal(await page.getByRole('textbox', { name: '回复' }).inputValue(), '已列入园区照明改造计划。')
    await page.getByRole('button', { name: /发送$/ }).click()
    await page.locator('[data-state=approved]').waitFor()
    t.same(
      county.acts.map(({ seen }) => seen),
      ['2', '4']
    )
    t.not(county.acts[0]?.key, county.acts[1]?.key, 'a refused request and a new decision have different keys')
  })

  t.test('asks again with the same key when no answer came', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    await page.getByText('末班车').click()
    await page.getByRole('textbox', { name: '回复' }).fill('已请公交公司测算延时方案。')
    county.loseAnswers(1)
    await page.getByRole('button', { name: /发送$/ }).click()
    await page.getByText('重试不会重复发送').waitFor()
    await picture(page, 'no-answer')
    await page.getByRole('button', { name: '用同一请求重试' }).click()
    await page.locator('[data-state=approved]').waitFor()
    await page.getByText('上一条回复还在路上').waitFor()
    t.equal(county.acts.length, 2)
    t.same(county.acts[0], county.acts[1])
  })

  t.test('keeps new work behind a pill until one asks for it', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    const before = await page.locator('[data-ticket]').allTextContents()
    county.tell(newcomer(Date.now()), 'ticket.opened')
    const pill = page.getByRole('button', { name: '1 条新工单' })
    await pill.waitFor()
    await picture(page, 'new-work')
    t.equal(await page.locator('[data-ticket]').count(), before.length)
    await pill.click()
    await page.getByText('挂号系统').waitFor()
    t.equal(await pill.count(), 0)
  })

  t.test('changes a row in its place, and never back to an older state', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    const row = page.locator('[data-ticket]', { hasText: '下水井盖' })
    const old = county.find('下水井盖')
    county.change(old.id, 'ticket.acknowledged', () => ({ acknowledgedBy: '李雯' }))
    await row.getByText('李雯 处理中').waitFor()
    county.tell(old, 'ticket.scored')
    county.change(county.find('社保卡').id, 'ticket.acknowledged', () => ({ acknowledgedBy: '李雯' }))
    await page.locator('[data-ticket]', { hasText: '社保卡' }).getByText('李雯 处理中').waitFor()
    t.match(await row.textContent(), /李雯 处理中/)
  })

  t.test('takes, dismisses with a reason, and opens again', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    await page.getByText('跟没答一样').click()
    await page.getByRole('button', { name: '我来处理' }).click()
    await page.getByRole('button', { name: '继续由我处理' }).waitFor()
    await page.getByRole('button', { name: '无需回复' }).click()
    await page.getByRole('button', { name: '闲聊、与政务无关' }).click()
    await picture(page, 'dismiss')
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByText('要回复请先重新打开').waitFor()
    await page.getByRole('button', { name: '重新打开' }).click()
    await page.getByRole('textbox', { name: '为什么重新打开？' }).fill('追问了具体时间')
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('textbox', { name: '回复' }).waitFor()
    t.same(
      county.acts.map(({ path, body }) => [path, body]),
      [
        ['acknowledge', {}],
        ['dismiss', { reason: '闲聊、与政务无关' }],
        ['reopen', { reason: '追问了具体时间' }]
      ]
    )
  })

  t.test('holds tab, filters and ticket in the address', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    await page.getByRole('tab', { name: '全部' }).click()
    await page.getByRole('textbox', { name: /搜索/ }).fill('电梯')
    await page.getByText('这里没有工单').waitFor()
    await picture(page, 'nothing-found')
    await page.getByRole('textbox', { name: /搜索/ }).fill('社保卡')
    await page.getByText('换第三代').click()
    const { searchParams } = new URL(page.url())
    t.same(Object.fromEntries(searchParams), { tab: 'all', q: '社保卡', ticket: county.find('社保卡').id })
    await page.reload()
    await page.getByRole('heading', { name: '对话' }).waitFor()
    t.equal(await page.getByRole('textbox', { name: /搜索/ }).inputValue(), '社保卡')
    await page.locator('[data-ticket]').first().waitFor() // the list may come after the ticket
    t.equal(await page.locator('[data-ticket]').count(), 1)
    await page.goBack()
    await page.getByText('选择一条工单').waitFor()
  })

  t.test('says so when the connection is lost, and when it is back', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    await page.getByText('实时').waitFor()
    county.hangUp()
    await page.getByText('与服务器的连接已断开').waitFor()
    await picture(page, 'connection-lost')
    county.pickUp()
    await page.getByText('实时').waitFor()
    t.equal(await page.getByText('与服务器的连接已断开').count(), 0)
    await page.getByRole('button', { name: '列表有更新' }).click()
    await page.getByRole('button', { name: '列表有更新' }).waitFor({ state: 'detached' })
  })

  t.test('is as good by night, in English, and on a phone', async t => {
    const { page, county, complaints } = await begin(t, { night: true })
    await signIn(page)
    await page.getByText('停水通知说').click()
    await page.getByRole('heading', { name: '对话' }).waitFor()
    await picture(page, 'night')
    t.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(14, 18, 22)')
    await page.getByRole('button', { name: '设置' }).click()
    await page.getByText('English').click()
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor()
    t.equal(await page.getAttribute('html', 'lang'), 'en')
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByText('Light').click()
    await page.keyboard.press('Escape')
    await picture(page, 'english')
    t.same(complaints, [])

    const phone = await begin(t, { size: PHONE })
    await signIn(phone.page)
    await picture(phone.page, 'phone-list')
    await phone.page.getByText('下水井盖').click()
    await phone.page.getByRole('textbox', { name: '回复' }).waitFor()
    t.notOk(await phone.page.locator('[data-ticket]').first().isVisible(), 'the ticket has the whole page')
    t.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth), PHONE.width)
    await picture(phone.page, 'phone-ticket')
    await phone.page.getByRole('button', { name: '返回列表' }).click()
    await phone.page.locator('[data-ticket]').first().waitFor()
    t.same(phone.complaints, [])
    t.equal(county.acts.length, 0)
  })
})
