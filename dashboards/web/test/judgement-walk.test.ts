import type { Test } from 'tap'
import { type Choice, PHONE, picture, signIn, walks } from './walk.ts'

await walks('the judgement of a comment', async (t, enter) => {
  const begin = async (t: Test, choice?: Choice) => {
    const walked = await enter(t, choice)
    await signIn(walked.page)
    return walked
  }

  t.test('tells why, and marks the words of what one points at', async t => {
    const { page, complaints } = await begin(t)
    await page.getByText('停水通知说').click()
    await page.getByRole('button', { name: '为什么' }).click()
    const why = page.getByRole('region', { name: '这样研判的依据' })
    const marks = page.locator('mark')
    await why.getByText('实线标出类别的依据').waitFor()
    t.same(await marks.allTextContents(), ['现在', '没来水', '连药都没法冲', '到底几点有个准信'])
    t.same(await marks.evaluateAll(all => all.map(mark => mark.getAttribute('data-weight'))), [
      'slight',
      'strong',
      'some',
      'strong'
    ])
    t.match(await why.textContent(), /投诉 91%.*城乡建设 66%.*交 水务局.*基本民生.*\+18.*合计.*黄色46/)
    await picture(page, 'why')

    await why.getByRole('button', { name: /反复反映无果/ }).hover()
    await why.getByText('波浪线标出风险依据“反复反映无果”').waitFor()
    t.same(await marks.allTextContents(), ['到底几点有个准信'])
    await picture(page, 'why-risk')
    await page.mouse.move(1, 1)
    await why.getByRole('button', { name: /^部门/ }).focus()
    t.same(await marks.allTextContents(), ['停水', '恢复'])
    await page.getByRole('button', { name: '收起', exact: true }).click()
    t.equal(await marks.count(), 0)
    t.same(complaints, [])
  })

  t.test('is set right by keys alone, and stays after a reload', async t => {
    const { page, county, complaints } = await begin(t)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '对话' }).waitFor()
    await page.keyboard.press('c')
    const form = page.getByRole('form', { name: '更正研判' })
    await form.waitFor()
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    await page.keyboard.press('c')
    await page.keyboard.press('ArrowLeft')
    await picture(page, 'correct')
    await page.keyboard.press('Enter')
    await page.getByText(/^李雯 更正于/).waitFor()
    t.equal(await form.count(), 0)
    t.match(await page.locator('[aria-current=true]').textContent(), /黄色46建议/)
    const shown = page.getByRole('region', { name: '工单', exact: true })
    await page.reload()
    await page.getByText(/^李雯 更正于/).waitFor()
    t.match(await shown.locator('header').textContent(), /建议/)
    await page.getByText('类别：投诉 → 建议').waitFor()
    await picture(page, 'corrected')
    const [act] = county.acts
    t.match(act, { path: 'correct', body: { label: 'suggestion' } })
    t.match(act?.key, /^[0-9a-f-]{36}$/)
    t.equal(county.acts.length, 1)
    t.same(complaints, [])
  })

  t.test('stands as it stood when a correction was not saved, and can be sent again', async t => {
    const { page, county } = await begin(t)
    await page.getByText('停水通知说').click()
    await page.getByRole('button', { name: '更正' }).click()
    county.loseAnswers(1)
    await page.getByRole('radio', { name: '橙色' }).click()
    await page.getByText('最迟一小时内回复').waitFor()
    await page.getByLabel('部门').selectOption('城乡建设')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('没有保存，已恢复原来的判断').waitFor()
    const head = page.getByRole('region', { name: '工单', exact: true }).locator('header')
    t.match(await head.textContent(), /黄色46投诉/)
    t.equal(await page.getByLabel('部门').inputValue(), '城乡建设', 'what was chosen is still there')
    await picture(page, 'correct-rolled-back')
    await page.getByRole('button', { name: '用同一请求重试' }).click()
    await page.getByText(/^李雯 更正于/).waitFor()
    t.match(await head.textContent(), /紧急橙色46投诉/)
    t.same(county.acts[0], county.acts[1])
    t.same(county.acts[1]?.body, { level: 'orange', department: '城乡建设' })
  })

  t.test('is shown as corrected before the server has answered', async t => {
    const { page } = await begin(t)
    await page.getByText('停水通知说').click()
    let answer = () => {}
    const asked = new Promise<void>(resolve => {
      answer = resolve
    })
    await page.route('**/correct', async route => {
      await asked
      await route.continue()
    })
    await page.getByRole('button', { name: '更正' }).click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const head = page.getByRole('region', { name: '工单', exact: true }).locator('header')
    await head.getByText('正在保存').waitFor()
    t.match(await head.textContent(), /黄色46其他/)
    answer()
    await page.getByText(/^李雯 更正于/).waitFor()
  })

  t.test('is looked at first by a person, who is told why and answers in one click', async t => {
    const { page, county } = await begin(t)
    const { id } = county.find('社保卡')
    county.change(id, 'ticket.scored', () => ({ label: 'other', review: true, reviewWhy: 'sample', clocks: [] }))
    await page.getByText('社保卡').click()
    await page.getByText('日常抽查').waitFor()
    await page.getByText('确认“其他”后工单关闭').waitFor()
    await picture(page, 'review-sample')
    await page.getByText('跟没答一样').click()
    await page.getByText('模型把握不足：判为“其他”（48%）').waitFor()
    await picture(page, 'review-unsure')
    await page.getByRole('button', { name: '类别没错' }).click()
    await page.getByText(/^李雯 核对于/).waitFor()
    t.equal(await page.getByText('模型把握不足').count(), 0)
    await page.getByText('核对无误：类别 其他').waitFor()
    t.same(county.acts[0]?.body, { label: 'other' })
  })

  t.test('is set right for the comment whose why one reads', async t => {
    const { page, county } = await begin(t)
    await page.getByText('停水通知说').click()
    await page.getByRole('button', { name: '为什么' }).click()
    await page.getByRole('list').getByRole('button', { name: '更正' }).click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByText('以下是模型的判断；李雯 已更正').waitFor()
    t.same(county.acts[0]?.body, { comment: county.find('停水通知说').thread[0]?.id, label: 'other' })
  })

  t.test('is as plain by night, in English, and on a phone', async t => {
    const { page, complaints } = await begin(t, { night: true, locale: 'en-GB' })
    await page.getByText('新华路老桥').click()
    await page.getByRole('button', { name: 'Why' }).click()
    await page.getByText('Solid lines').waitFor()
    await picture(page, 'why-night')
    await page.keyboard.press('c')
    await picture(page, 'correct-night')
    t.same(complaints, [])

    const phone = await begin(t, { size: PHONE })
    await phone.page.getByText('新华路老桥').click()
    await phone.page.getByRole('button', { name: '为什么' }).click()
    await phone.page.getByRole('button', { name: /未成年人遇险/ }).click()
    await phone.page.getByText('波浪线').waitFor()
    t.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth), PHONE.width)
    await picture(phone.page, 'why-phone')
    await phone.page.getByRole('button', { name: '更正' }).first().click()
    await picture(phone.page, 'correct-phone')
    t.same(phone.complaints, [])
  })
})
