import { setTimeout as sleep } from 'node:timers/promises'
import type { AccountList } from '@huiyin/schemas/api-accounts.ts'
import t from 'tap'
import { until } from '../journeys/house.ts'
import { axe, openWorld, picture, seed } from './world.ts'

t.test('how collecting goes', async t => {
  const world = await openWorld(t)
  if (!world) return
  await seed(world)
  const { platform, account } = world.posts.find(post => post.platform === 'weibo')!
  const admin = await world.client('administrator')
  world.simulator.control.revokeToken({ platform, account })
  await until(
    'the account that is refused',
    async (): Promise<AccountList> => (await admin('GET', '/accounts')).body,
    ({ rows }) => rows.some(row => row.account.id === account && row.standing?.state === 'stopped')
  )

  await t.test('is told with the worst first, and the one button that helps', async t => {
    const page = await world.page('administrator', { view: 'accounts' })
    const first = page.locator('[data-account]').first()
    t.equal(await first.getAttribute('data-account'), `${platform}/${account}`)
    t.match(await first.textContent(), /需要处理.*请.*平台答复/)
    const figures = page.getByLabel('收集是否正常')
    t.match(await figures.textContent(), /最慢的.*已收 \/ 平台.*额度最紧的.*最先到期的授权/)
    await picture(page, 'health')
    t.same(await axe(page), [])
    await first.getByRole('button').first().click()
    await page.getByRole('status', { name: '检查结果' }).waitFor()
    await picture(page, 'health-checked')
    t.same(await axe(page), [])
  })

  await t.test('leaves quiet what is fine', async t => {
    const page = await world.page('editor', { view: 'accounts' })
    const well = page.locator('[data-account][data-state=ok]').first()
    await well.waitFor()
    t.equal(await well.getByRole('button').count(), 0)
    t.equal(await well.locator('details[open]').count(), 0)
  })

  await t.test('in English, by night, on a phone', async t => {
    const page = await world.page('head', { view: 'accounts', language: 'en', theme: 'dark', size: 'phone' })
    await page.getByText('Needs somebody').waitFor()
    await picture(page, 'health-phone-dark-en')
    t.same(await axe(page), [])
  })
})

t.test('the language of searches', async t => {
  const world = await openWorld(t)
  if (!world) return

  await t.test('is told where nothing was asked yet, by examples that are tried by a click', async t => {
    const page = await world.page('head', { view: 'search' })
    await page.getByRole('region', { name: '检索式怎么写' }).waitFor()
    await picture(page, 'search-help')
    t.same(await axe(page), [])
    await page.getByRole('button', { name: '停水 或 断水' }).click()
    await page.waitForURL(/q=/)
    t.equal(await page.getByRole('textbox', { name: '检索全部内容' }).inputValue(), '停水 或 断水')
    await page.getByRole('button', { name: '怎么写' }).click()
    await page.getByRole('button', { name: '平台:微信' }).click()
    await page.waitForURL(/%E5%B9%B3%E5%8F%B0/)
    t.equal(await page.getByRole('textbox', { name: '检索全部内容' }).inputValue(), '停水 或 断水 平台:微信')
    await page.getByText('没有找到').waitFor()
  })

  await t.test('every example of it is understood, in both languages', async t => {
    for (const language of ['zh', 'en'] as const) {
      const page = await world.page('head', { view: 'search', language, size: 'phone' })
      const examples = await page.locator('table button').allTextContents()
      t.ok(examples.length > 20, `${examples.length} examples`)
      const client = await world.client('head')
      for (const q of examples) {
        await sleep(80) // searches are rationed
        const { status, body } = await client('GET', `/search?${new URLSearchParams({ what: 'tickets', q })}`)
        t.equal(status, 200, `${q} ${body?.detail ?? ''}`)
      }
      if (language === 'en') await picture(page, 'search-help-phone-en')
    }
  })
})
