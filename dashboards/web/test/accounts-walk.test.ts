import { PHONE, picture, signIn, walks } from './walk.ts'

const ADMIN = { id: 'admin', name: '管理员', role: 'administrator' }

await walks('the accounts', async (t, begin) => {
  t.test('say how each stands, what is wrong and the one thing to do', async t => {
    const { page, complaints } = await begin(t, { accounts: true, actor: ADMIN })
    await signIn(page)
    await page.getByRole('link', { name: '账号' }).click()
    const cards = page.locator('[data-account]')
    await cards.first().waitFor()
    const texts = await cards.allTextContents()
    t.match(texts[0], /需要处理.*青石县人民政府.*授权已失效 \(21327\)，请重新授权后更新令牌/)
    t.match(texts[1], /稍后重试.*青石融媒.*抖音没有给这个应用开通评论接口.*40 分钟.*要求 5 分钟.*30 \/ 72.*少 42 条/)
    t.match(texts[1], /额度不够，今天少做了: 查看是否已删除、更新点赞和回复数/)
    t.match(
      texts[2],
      /正常.*青石发布.*今天手动群发的文章明天早上才会出现.*半数在 2 分钟内，99% 在 9 分钟内.*近 24 小时 118 条/
    )
    t.match(texts[2], /李雯另有 周明.*40 天前修改/)
    t.match(texts[4], /已暂停/)
    await picture(page, 'accounts')
    t.same(complaints, [])
  })

  t.test('are checked, paused and read back from a page of their own', async t => {
    const { page, county, complaints } = await begin(t, { accounts: true, actor: ADMIN, path: '/?view=accounts' })
    await signIn(page, '[data-account]')
    await page.getByRole('link', { name: '青石发布' }).click()
    await page.getByRole('button', { name: '检查' }).click()
    await page.getByText('有 1 项不通过').waitFor()
    t.match(
      await page.getByRole('listitem').filter({ hasText: '读取评论' }).textContent(),
      /不通过公众号没有这项接口权限.*api unauthorized（48001）/
    )
    await page.getByRole('button', { name: '开始补采' }).click()
    await page.getByText('已读 812 条留言，新增 37 条 · 5 / 12 条发布').waitFor()
    t.equal(await page.getByRole('progressbar').getAttribute('aria-valuenow'), '42')
    await picture(page, 'account')
    await page.getByRole('button', { name: '暂停', exact: true }).click()
    await page.getByText('已暂停：不读取，也不发送。').waitFor()
    t.same(
      county.changes.map(({ path }) => path.split('/').at(-1)),
      ['check', 'backfill', 'pause']
    )
    t.same(complaints, [])
  })

  t.test('are added by a form that shows no secret again', async t => {
    const { page, county } = await begin(t, { accounts: true, actor: ADMIN, path: '/?view=accounts' })
    await signIn(page, '[data-account]')
    await page.locator('[data-account="weibo/2000000001"] a').click()
    await page.getByRole('button', { name: '修改' }).click()
    t.equal(await page.getByLabel('访问令牌').getAttribute('placeholder'), '已设置，留空不变')
    t.equal(await page.getByLabel('访问令牌').inputValue(), '')
    await page.getByLabel('负责人').fill('李雯')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '修改' }).waitFor()
    const [change] = county.changes
    t.match(change?.body, { name: '青石县人民政府', responsible: '李雯' })
    t.notOk(Object.hasOwn(change?.body as object, 'credentials'))
  })

  t.test('fit a phone', async t => {
    const { page } = await begin(t, { accounts: true, actor: ADMIN, path: '/?view=accounts', size: PHONE })
    await signIn(page, '[data-account]')
    await picture(page, 'accounts-phone')
    await page.getByRole('link', { name: '青石融媒' }).click()
    await page.getByRole('button', { name: '检查' }).waitFor()
    await picture(page, 'account-phone')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    t.equal(wide, PHONE.width)
  })

  t.test('and their troubles wait in the bell until somebody says they are done', async t => {
    const { page, complaints } = await begin(t, { accounts: true, actor: ADMIN })
    await signIn(page)
    await page.getByRole('alert').getByText('青石县人民政府').waitFor()
    await page.getByRole('button', { name: '2 项待处理' }).click()
    await page.getByText('平台显示 21 条评论').waitFor()
    await picture(page, 'bell')
    await page.getByRole('button', { name: '“收到的比平台少”已处理' }).click()
    await page.getByRole('button', { name: '1 项待处理' }).waitFor()
    await page.locator('[data-item]').getByRole('link', { name: '去处理' }).click()
    await page.getByRole('heading', { name: '青石县人民政府' }).waitFor()
    t.same(complaints, [])
  })

  t.test('have their posts in an archive, with our count beside the platform’s', async t => {
    const { page } = await begin(t, { accounts: true, path: '/?view=posts' })
    await signIn(page, '[data-post]')
    const texts = await page.locator('[data-post]').allTextContents()
    t.match(texts[0], /临时停水.*10,482.*96.*41.*120.*41 \/ 41/)
    t.match(texts[1], /已看不到.*阅读–.*3 \/ 21少 18/)
    t.ok(await page.getByRole('img', { name: '阅读走势：120 → 10482' }).isVisible())
    await picture(page, 'posts')
  })
})
