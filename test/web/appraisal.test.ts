import type { Page } from 'playwright-core'
import t from 'tap'
import { signIn } from '../journeys/house.ts'
import { PEOPLE } from './people.ts'
import { axe, go, openWorld, picture, SIZES, seed, settled } from './world.ts'

const openId = (page: Page) => new URL(page.url()).searchParams.get('open')!
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The first day of the quarter after the one in which an instant falls, and some days: its appraisal can be made. */
const nextQuarter = (now: number) => {
  const today = new Date(now + 8 * 3_600_000)
  return Date.UTC(today.getUTCFullYear(), Math.floor(today.getUTCMonth() / 3) * 3 + 3, 21)
}

t.test('the register and the appraisal', async t => {
  const world = await openWorld(t)
  if (!world) return
  await seed(world)
  let entry = ''

  await t.test('posts are rated by the keyboard alone, one after the other', async t => {
    const page = await world.page('reviewer', { view: 'appraisal', params: { part: 'rating' } })
    const post = page.locator('article[data-post]')
    await post.waitFor()
    const id = (await post.getAttribute('data-post'))!
    await picture(page, 'rating')
    t.same(await axe(page), [])
    for (const key of ['5', '4', 'Backspace', '3', '3', '4']) await page.keyboard.press(key)
    await picture(page, 'rating-scored')
    await page.keyboard.press('Enter')
    await page.getByText(/^已评 1 \//).waitFor()
    const reviewer = await world.client('reviewer')
    const { body } = await reviewer('GET', `/content/ratings/${encodeURIComponent(id)}`)
    t.match(body.rows, [{ scores: { accuracy: 5, usefulness: 3, interest: 3, originality: 4 } }])
    await page.context().close()
  })

  await t.test('a violation is entered by one', async t => {
    const page = await world.page('auditor', { view: 'appraisal', params: { part: 'register' } })
    await page.getByRole('heading', { name: '台账还是空的' }).waitFor()
    await button(page, '登记').click()
    await page.getByRole('combobox', { name: '对象' }).last().selectOption('person')
    await page.getByRole('combobox', { name: '人员' }).selectOption(PEOPLE.editor.id)
    await page.getByRole('textbox', { name: '事项' }).fill('答复中写错政策文号')
    await page.getByRole('textbox', { name: '经过' }).fill('把“青政发〔2026〕8号”写成了“9号”。')
    await picture(page, 'register-enter')
    t.same(await axe(page), [])
    await page.locator('form button[type=submit]').click()
    await page.getByText('待裁定').first().waitFor()
    await page.waitForURL(/open=(?!new)/)
    entry = openId(page)
    t.equal(await button(page, '裁定').count(), 0, 'who entered it does not decide it')
    t.equal(await button(page, '撤回登记').count(), 1)
    await picture(page, 'register-entered')
    await page.context().close()
  })

  await t.test('a second person decides, and the rules say the how manieth it is', async t => {
    const page = await world.page('head', { view: 'appraisal', params: { part: 'register', open: entry } })
    await button(page, '裁定').click()
    await page.getByRole('textbox', { name: '理由' }).fill('情况属实')
    await picture(page, 'register-rule')
    await button(page, '裁定成立').click()
    await page.getByText('第 1 次：提醒').first().waitFor()
    await picture(page, 'register-ruled')
    t.same(await axe(page), [])
    await page.context().close()
  })

  await t.test('whom it is about reads it and appeals, a third person answers', async t => {
    const own = await world.page('editor', { view: 'appraisal', params: { part: 'register' } })
    await own.getByRole('link', { name: '答复中写错政策文号' }).click()
    await button(own, '申诉').click()
    await own.getByRole('textbox', { name: '理由和依据' }).fill('发布前已经更正，请核对最终稿。')
    await button(own, '提交申诉').click()
    await own.getByText('发布前已经更正，请核对最终稿。').waitFor()
    await picture(own, 'register-appealed')
    t.equal(await button(own, '答复申诉').count(), 0)
    await own.context().close()
    const third = await world.page('administrator', { view: 'appraisal', params: { part: 'register', open: entry } })
    await button(third, '答复申诉').click()
    await third.getByRole('combobox', { name: '结论' }).selectOption('upheld')
    await third.getByRole('textbox', { name: '理由' }).fill('最终稿仍有错误，维持。')
    await button(third, '答复').click()
    await third.getByText('最终稿仍有错误，维持。').waitFor()
    await picture(third, 'register-answered')
    t.same(await axe(third), [])
    await third.context().close()
  })

  world.clock.to(nextQuarter(world.clock.now()))
  const enter = async (role: 'administrator' | 'editor') =>
    signIn({ url: world.url, name: PEOPLE[role].id, password: await world.passwordOf(role) })
  const admin = await enter('administrator')
  let appraisal = ''

  await t.test('a quarter that is over is appraised in the background', async t => {
    const page = await world.page('administrator', { view: 'appraisal' })
    await page.getByRole('heading', { name: '还没有考核' }).waitFor()
    await button(page, '编制考核').first().click()
    await picture(page, 'appraisal-make')
    t.same(await axe(page), [])
    await page.locator('form button[type=submit]').click()
    const made = page.getByRole('link', { name: /人员$/ }).first()
    await made.waitFor()
    await picture(page, 'appraisal-made')
    await page.locator('[data-appraisal$=person]').getByRole('link').click()
    await page.getByRole('columnheader', { name: '名次' }).waitFor()
    appraisal = openId(page)
    await page.getByText('由您编制，须另一位负责人审定').or(page.getByText('未审定')).first().waitFor()
    await picture(page, 'appraisal-ranking')
    t.same(await axe(page), [])
    await page.context().close()
  })

  await t.test('a sheet shows its arithmetic, and it adds up', async t => {
    const { body } = await admin('GET', `/appraisals/${appraisal}/sheets/${PEOPLE.editor.id}`)
    const { sheet } = body
    const page = await world.page('head', { view: 'appraisal', params: { open: appraisal, subject: PEOPLE.editor.id } })
    const region = page.getByRole('region', { name: '计算过程' })
    await region.first().waitFor()
    t.match(await region.first().textContent(), `${sheet.sum.toFixed(2)} ÷ ${sheet.weight}`)
    t.match(await page.locator('tr[data-indicator=replied]').textContent(), '÷')
    t.match(await page.getByText('答复中写错政策文号').count(), 1)
    await picture(page, 'appraisal-sheet')
    t.same(await axe(page), [])
    await region.last().scrollIntoViewIfNeeded()
    await page.locator('dl').last().scrollIntoViewIfNeeded()
    await picture(page, 'appraisal-steps')
    await page.getByRole('button', { name: '返回排名' }).click()
    await button(page, '审定').click()
    await picture(page, 'appraisal-confirm')
    await button(page, '审定并告知本人').click()
    await page.getByText(new RegExp(`${PEOPLE.head.name}.*审定`)).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Excel/ }).click()
    ])
    t.match(download.suggestedFilename(), /\.xlsx$/)
    await go(page, 'appraisal', { open: appraisal.replace('person', 'account') })
    await page.locator('tr[data-subject]').first().getByRole('link').click()
    const published = page.locator('tr[data-indicator=publications]')
    await published.waitFor()
    t.match(await published.textContent(), / × 30 ÷ 92 = /, 'posts × 30 ÷ days, as one would write it')
    await picture(page, 'appraisal-account')
    await page.context().close()
  })

  await t.test('whom it is about reads the own sheet once it is confirmed, and objects', async t => {
    const page = await world.page('editor', { view: 'appraisal', params: { open: appraisal } })
    const rows = page.locator('tr[data-subject]')
    await rows.first().waitFor()
    t.equal(await rows.count(), 1, 'nobody else’s')
    await rows.first().getByRole('link').click()
    await button(page, '提出异议').click()
    await page.getByRole('textbox', { name: '理由和依据' }).fill('有一条答复是平台故障导致超时。')
    await picture(page, 'appraisal-object')
    await button(page, '提交异议').click()
    await page.waitForURL(/part=register/)
    await page.getByText('有一条答复是平台故障导致超时。').first().waitFor()
    await picture(page, 'appraisal-objected')
    await page.context().close()
  })

  await t.test('it all reads well in the dark, in English and on a phone', async t => {
    const looks = [
      ['dark', { theme: 'dark' }],
      ['english', { language: 'en' }],
      ['phone', { size: 'phone' }]
    ] as const
    const places = [
      ['sheet', { open: appraisal, subject: PEOPLE.editor.id }],
      ['entry', { part: 'register', open: entry }],
      ['rating', { part: 'rating' }]
    ] as const
    for (const [look, how] of looks) {
      for (const [place, params] of places) {
        const page = await world.page('head', { ...how, view: 'appraisal', params: { ...params } })
        await settled(page)
        await picture(page, `appraisal-${place}-${look}`)
        t.same(await axe(page), [], `${place} ${look}`)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        t.ok(
          wide <= (look === 'phone' ? SIZES.phone.width : SIZES.desk.width),
          `${place} ${look} does not scroll sideways`
        )
        await page.context().close()
      }
    }
  })
})
