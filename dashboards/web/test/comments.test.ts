import type { Test } from 'tap'
import { remarks } from './remarks.ts'
import { type Choice, PHONE, picture, signIn, walks } from './walk.ts'

await walks('the view of all comments', async (t, enter) => {
  const comments = remarks(Date.now())
  const begin = (t: Test, choice: Choice = {}) => enter(t, { path: '/?view=comments', comments, ...choice })
  const CARD = '[data-comment]'

  t.test('is one click away from the tickets, and back to the same list', async t => {
    const { page, complaints } = await begin(t, { path: '/?tab=urgent' })
    await signIn(page)
    t.equal(await page.getByRole('link', { name: '工单', exact: true }).getAttribute('aria-current'), 'page')
    await page.getByRole('link', { name: '留言', exact: true }).click()
    await page.getByText('共 143 条').waitFor()
    await picture(page, 'comments')
    await page.getByRole('link', { name: '工单', exact: true }).click()
    await page.locator('[data-ticket]').first().waitFor()
    t.equal(new URL(page.url()).search, '?tab=urgent')
    await page.goBack()
    await page.locator(CARD).first().waitFor()
    t.same(complaints, [])
  })

  t.test('finds words and shows where they stand, also deep in a long text', async t => {
    const { page, county, complaints } = await begin(t)
    await signIn(page, CARD)
    await page.keyboard.press('/')
    await page.keyboard.type('漏水')
    await page.getByText('找到 3 条').waitFor()
    t.same(await page.locator('mark').allTextContents(), ['漏水', '漏水', '漏水', '漏水'])
    const long = page.locator(CARD, { hasText: '消防栓' })
    t.ok(((await long.textContent()) ?? '').length < 400)
    await picture(page, 'comments-found')
    await long.getByRole('button', { name: '全文' }).click()
    await long.getByText('说一下我家这几年的经过').waitFor()
    await page.getByRole('textbox', { name: '搜索留言' }).fill('“一个电话” 12345')
    await page.getByText('没有找到留言').waitFor()
    t.equal(county.searches.at(-1)?.q, '"一个电话" 12345')
    await picture(page, 'comments-nothing')
    await page.getByRole('button', { name: '清除筛选' }).last().click()
    await page.getByText('共 143 条').waitFor()
    t.same(complaints, [])
  })

  t.test('does not search for what an input method has not yet written', async t => {
    const { page, county } = await begin(t)
    await signIn(page, CARD)
    const box = page.getByRole('textbox', { name: '搜索留言' })
    await box.dispatchEvent('compositionstart')
    await box.fill('loushui')
    await page.waitForTimeout(600)
    t.equal(county.searches.filter(({ q }) => q).length, 0)
    await box.fill('漏水')
    await box.dispatchEvent('compositionend')
    await page.getByText('找到 3 条').waitFor()
  })

  t.test('narrows by sentiment, risk and days, and keeps it all in the address', async t => {
    const { page, complaints } = await begin(t)
    await signIn(page, CARD)
    const choose = async (name: string, value: string) => {
      await page.getByLabel(name, { exact: true }).click()
      await page.locator('.ant-select-dropdown:visible .ant-select-item').getByText(value).click()
    }
    await choose('情感', '负面')
    await choose('风险', '橙色')
    await page.getByText('找到 2 条').waitFor()
    await choose('排序', '最早')
    await picture(page, 'comments-narrowed')
    t.same(Object.fromEntries(new URL(page.url()).searchParams), {
      view: 'comments',
      sentiment: 'negative',
      level: 'orange',
      sort: 'oldest'
    })
    await page.reload()
    await page.getByText('找到 2 条').waitFor()
    await page.getByLabel('截止日期').fill('2001-01-01')
    await page.getByText('没有找到留言').waitFor()
    t.match(page.url(), /to=2001-01-01/)
    t.same(complaints, [])
  })

  t.test('brings more as one goes down, each comment once, to the oldest', async t => {
    const { page, county, complaints } = await begin(t)
    await signIn(page, CARD)
    t.equal(await page.locator(CARD).count(), 50)
    while ((await page.getByText('没有更多了').count()) === 0) {
      await page.mouse.move(600, 500)
      await page.mouse.wheel(0, 4_000)
      await page.waitForTimeout(50)
    }
    await page.getByText('旧友128').waitFor()
    t.equal(await page.locator(CARD).count(), 143)
    await page.getByText('旧友128').scrollIntoViewIfNeeded()
    await picture(page, 'comments-oldest')
    t.same(
      county.searches.map(({ after }) => after),
      [undefined, '50', '100']
    )
    t.same(complaints, [])
  })

  t.test('keeps what is there when the rest does not come, and asks again when told', async t => {
    const { page, county } = await begin(t)
    await signIn(page, CARD)
    county.closeLists(true)
    await page.locator(CARD).last().scrollIntoViewIfNeeded()
    await page.getByText('后面的没有载入').waitFor()
    t.equal(await page.locator(CARD).count(), 50)
    await page.getByText('后面的没有载入').scrollIntoViewIfNeeded()
    t.equal(await page.getByText('共 143 条').count(), 1)
    await picture(page, 'comments-more-failed')
    county.closeLists(false)
    await page.getByRole('button', { name: '重试' }).click()
    await page.locator(CARD).nth(60).waitFor()
  })

  t.test('leads to the ticket of a comment and back, at the same place', async t => {
    const { page, county, complaints } = await begin(t)
    await signIn(page, CARD)
    const card = page.locator(CARD, { hasText: '停水通知说' })
    await card.getByRole('link', { name: '查看工单' }).click()
    await page.getByRole('textbox', { name: '回复' }).waitFor()
    t.equal(new URL(page.url()).searchParams.get('ticket'), county.find('停水通知说').id)
    t.equal(await card.getAttribute('aria-current'), 'true')
    await picture(page, 'comments-ticket')
    await page.getByRole('button', { name: '返回列表' }).click()
    await page.getByRole('textbox', { name: '回复' }).waitFor({ state: 'detached' })
    t.equal(await page.locator(CARD, { hasText: '旧友' }).first().getByRole('link').count(), 0)
    t.same(complaints, [])
  })

  t.test('says how to get comments when there are none, and why they do not come', async t => {
    const { page, county } = await begin(t, { comments: [] })
    await signIn(page, 'h2')
    await page.getByText('还没有留言').waitFor()
    await page.getByText('用 npx huiyin import 导入，或等待采集').waitFor()
    await picture(page, 'comments-empty')
    county.closeLists(true)
    await page.reload()
    await page.getByText('留言没有载入').waitFor()
    county.closeLists(false)
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('还没有留言').waitFor()
  })

  t.test('is as good by night, in English, and on a phone', async t => {
    const { page, complaints } = await begin(t, { night: true, locale: 'en-GB', path: '/?view=comments&q=漏水' })
    await signIn(page, CARD)
    await page.getByText('3 found').waitFor()
    await picture(page, 'comments-night')
    t.same(complaints, [])

    const phone = await begin(t, { size: PHONE })
    await signIn(phone.page, CARD)
    t.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth), PHONE.width)
    await picture(phone.page, 'comments-phone')
    await phone.page.getByRole('button', { name: '设置' }).click()
    await phone.page.getByText('English').click()
    await phone.page.getByText('143 in all').waitFor()
    t.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth), PHONE.width)
    await picture(phone.page, 'comments-phone-english')
    await phone.page.getByRole('button', { name: 'Settings' }).click()
    await phone.page.getByText('中文').click()
    await phone.page.getByRole('link', { name: '查看工单' }).first().click()
    await phone.page.getByRole('textbox', { name: '回复' }).waitFor()
    t.notOk(await phone.page.locator(CARD).first().isVisible(), 'the ticket has the whole page')
    await phone.page.getByRole('button', { name: '返回列表' }).click()
    await phone.page.locator(CARD).first().waitFor()
    t.same(phone.complaints, [])
  })
})
