import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import t from 'tap'
import { axe, go, openWorld, picture, seed, settled } from './world.ts'

const PARTS = [
  ...['policies', 'calendars', 'ladders', 'quiet-hours', 'people', 'rosters', 'duties', 'departments', 'places'],
  ...['synonyms', 'templates', 'reply-lists', 'macros', 'share-rules', 'views', 'incident-rules', 'report-plan'],
  ...['appraisal-rules', 'retention', 'tokens', 'webhooks', 'file']
]

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const field = (page: Page | Locator, name: string) => page.getByLabel(name, { exact: true })

async function previewed(page: Page) {
  await button(page, '看看会怎样').click()
  await settled(page)
}

async function saved(page: Page) {
  await button(page, '保存').click()
  await page.getByText('已保存，几秒内生效。').waitFor()
}

t.test('the settings', async t => {
  const world = await openWorld(t, {
    departments: [{ name: '水务局', words: ['停水', '水管'] }],
    allow: [/→ 4(00|09|22)/, /status of 4(00|09|22)/]
  })
  if (!world) return
  const tickets = await seed(world)
  const page = await world.page('administrator', { view: 'house' })
  const admin = await world.client('administrator')

  await t.test('show every part in plain words', async t => {
    await picture(page, 'settings')
    for (const part of PARTS) {
      await go(page, 'house', { part })
      await picture(page, `settings-${part}`)
      t.equal(await page.getByText(/\b(house|field|part|effect)\.[a-z]/).count(), 0, part)
      t.same(await axe(page), [], part)
    }
    await go(page, 'house', { part: 'policies' })
    t.equal(await page.getByText('首次回复 1 小时、办结 1 天', { exact: false }).count(), 1)
  })

  await t.test(
    'say what a policy would have done, refuse what is wrong at its place, and can be taken back',
    async t => {
      await go(page, 'house', { part: 'policies' })
      await button(page, '修改').click()
      await button(page, /^一般/).click()
      const first = page.locator('[data-path="rules/1/promises/first"]')
      await field(first, '时长').fill('2')
      await page.locator('[data-path="rules/1/promises/first/target"] select').nth(1).selectOption('hours')
      await previewed(page)
      await page.getByText('还不能保存：').waitFor()
      await picture(page, 'settings-policy-refused')
      const wrong = first.getByRole('alert')
      t.match((await wrong.allTextContents()).join(), /提醒/)
      t.equal(await button(page, '保存').isDisabled(), true)

      await first.getByLabel('到期前提醒').fill('1 小时、15 分钟')
      await previewed(page)
      await page.getByText(/个提前/).waitFor()
      await picture(page, 'settings-policy-preview')
      t.match(await page.getByRole('region', { name: '看看会怎样' }).textContent(), /1 天.*2 小时/)
      await saved(page)
      await picture(page, 'settings-policy-saved')
      const { rows } = (await admin('GET', '/policies')).body
      const [now] = rows
      t.match(now, { version: 'p-1', inForce: true })
      t.equal(now.rules[1].promises.first.target.ms, 7_200_000)

      await button(page, '撤销').click()
      await page.getByText('已恢复到改动之前。').waitFor()
      const back = (await admin('GET', '/policies')).body.rows.find((row: { inForce: boolean }) => row.inForce)
      t.equal(back.rules[1].promises.first.target.ms, 86_400_000)
    }
  )

  await t.test('say which tickets another map would give to another department, and what it was', async t => {
    await go(page, 'house', { part: 'departments' })
    await button(page, '修改').click()
    await button(page, '加一项 部门').click()
    const row = page.locator('[data-path="departments/1"]')
    await row.getByLabel('名称').fill('住建局')
    await row.getByLabel('词语').fill('路灯、井盖')
    await row.getByLabel('城乡建设').check()
    await previewed(page)
    await page.getByText(/件会换部门/).waitFor()
    await picture(page, 'settings-departments-preview')
    await saved(page)
    await button(page, '修改').click()
    await button(page, /^住建局/).click()
    await page.locator('[data-path="departments/1"]').getByLabel('词语').fill('路灯、井盖、人行道')
    await previewed(page)
    await saved(page)
    await button(page, '改动记录').click()
    await settled(page)
    await picture(page, 'settings-departments-history')
    await page.getByText('第 2 版', { exact: true }).waitFor()
    t.match(await page.locator('[data-revision="2"]').textContent(), /住建局.*词语.*人行道/)
    const first = page.locator('[data-revision="1"]')
    await first.getByRole('button', { name: '查看' }).click()
    await button(page, '恢复成这一版').click()
    await page.getByText('已恢复第 1 版。').waitFor()
    await picture(page, 'settings-departments-restore')
    const { departments } = (await admin('GET', '/settings/departments')).body
    t.same(departments[1].words, ['路灯', '井盖'])
  })

  await t.test('keep synonyms, rows and all', async t => {
    await go(page, 'house', { part: 'synonyms', shows: 'edit' })
    await button(page, '加一项 同义词组').click()
    await page.locator('[data-path^="groups/"]').last().getByRole('textbox').fill('停水，断水')
    await previewed(page)
    await saved(page)
    const { value } = (await admin('GET', '/settings/synonyms/value')).body
    t.match(value.groups.at(-1), { words: ['停水', '断水'] })
  })

  await t.test('add a contact, a roster and quiet hours by fields', async t => {
    await go(page, 'house', { part: 'people', item: '+' })
    await field(page, '登录名').fill('chen')
    await field(page, '姓名').fill('陈晨')
    await previewed(page)
    await saved(page)
    await go(page, 'house', { part: 'rosters', item: '+' })
    await field(page, '名称').fill('日班')
    await button(page, /^周一至周五/).click()
    await page.getByLabel('陈晨').check()
    await picture(page, 'settings-roster')
    await previewed(page)
    await saved(page)
    await go(page, 'house', { part: 'quiet-hours', shows: 'edit' })
    await button(page, '加一项 免打扰时段').click()
    const row = page.locator('[data-path="weekly/0"]')
    await row.getByLabel('周六').check()
    await row.getByLabel('从').fill('22:00')
    await row.getByLabel('到').fill('07:30')
    await previewed(page)
    await saved(page)
    const { quietHours } = (await admin('GET', '/quiet-hours')).body
    t.match(quietHours.weekly, [{ days: [6], from: '22:00', to: '07:30' }])
    t.match((await admin('GET', '/rosters')).body.rows, [{ name: '日班', weekly: [{ people: ['chen'] }] }])
  })

  await t.test('write a template, try it with a ticket, and let another approve it', async t => {
    const head = await world.client('head')
    const body = { version: 1, name: '停水说明', kind: 'final', effectiveFrom: 0, text: '{{citizen}}您好，{{phone}}。' }
    t.equal((await (await world.client('editor'))('PUT', '/templates/water-cut', body)).status, 200)
    const page = await world.page('head', { view: 'house', params: { part: 'templates', item: 'water-cut@1' } })
    await page.getByRole('radio').first().check()
    await page.locator('mark').first().waitFor()
    await picture(page, 'settings-template-try')
    await button(page, '批准').click()
    await page.getByText('使用中').waitFor()
    const rows = (await head('GET', '/templates')).body.rows as { id: string; inForce: boolean }[]
    t.equal(rows.find(({ id }) => id === 'water-cut')?.inForce, true)
  })

  await t.test('say how work would be shared out, and bring back what was removed', async t => {
    await go(page, 'house', { part: 'share-rules', item: '+' })
    await field(page, '名称').fill('轮流')
    await page.getByRole('group', { name: '分给谁' }).getByRole('checkbox').first().check()
    await previewed(page)
    await page.getByText(/件仍没人经办/).waitFor()
    await picture(page, 'settings-share-preview')
    await saved(page)
    await page.getByRole('link', { name: '轮流' }).click()
    await button(page, '删除').click()
    await page.getByText('已删除“轮流”。').waitFor()
    t.equal((await admin('GET', '/share-rules')).body.rows.length, 0)
    await button(page, '撤销').click()
    await page.getByRole('link', { name: '轮流' }).waitFor()
    t.match((await admin('GET', '/share-rules')).body.rows, [{ name: '轮流', capacity: 20 }])
  })

  await t.test('go out as a file and come back after it was seen what would change', async t => {
    await go(page, 'house', { part: 'file' })
    const going = page.waitForEvent('download')
    await page.getByRole('link', { name: '导出全部' }).click()
    const file = join(t.testdir(), 'settings.yaml')
    await (await going).saveAs(file)
    const text = await readFile(file, 'utf8')
    t.match(text, /^huiyin-settings: 1/)
    await writeFile(file, text.replace('name: 日班', 'name: 白班').replace('- 井盖', '- 井盖\n      - 盲道'))
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('会改 2 项：').waitFor()
    await picture(page, 'settings-import')
    t.match(await page.locator('[data-outcome=changed]').allTextContents(), [/承办部门.*盲道/, /值班表.*日班.*白班/])
    await button(page, '导入这 2 项').click()
    await page.getByText('已导入 2 项。').waitFor()
    t.match((await admin('GET', '/rosters')).body.rows, [{ name: '白班' }])

    const other = join(t.testdir(), 'other.yaml')
    await writeFile(other, 'huiyin-settings: 1\nwrong: yes\n')
    await page.locator('input[type=file]').setInputFiles(other)
    await settled(page)
    await picture(page, 'settings-import-refused')
    await page
      .getByText(/第 2 行/)
      .first()
      .waitFor()
  })

  await t.test('make tokens that are shown once, and say where an address is wrong', async t => {
    await go(page, 'house', { part: 'tokens' })
    await button(page, '新建令牌').click()
    await field(page, '用途').fill('大屏')
    await page.getByLabel('查看看板').check()
    await picture(page, 'settings-token-form')
    await button(page, '新建令牌').click()
    await page.getByRole('alertdialog').waitFor()
    t.match(await page.getByRole('alertdialog').textContent(), /hy_/)
    await picture(page, 'settings-token')
    await go(page, 'house', { part: 'webhooks', item: '+' })
    await field(page, '名称').fill('数据中心')
    await page.getByRole('textbox', { name: '推送地址' }).fill('https://127.0.0.1/hook')
    await button(page, '保存').click()
    const said = page.locator('[data-path=url]').getByRole('alert')
    await said.waitFor()
    await picture(page, 'settings-webhook-refused')
    t.not(await said.textContent(), '')
  })

  await t.test('are read, and not changed, by who may only read them', async t => {
    const page = await world.page('auditor', { view: 'house', params: { part: 'policies' } })
    await page.getByText('首次回复 1 小时', { exact: false }).first().waitFor()
    t.equal(await button(page, '修改').count(), 0)
    await button(page, '改动记录').click()
    await page.getByText('第 1 版', { exact: true }).waitFor()
    await picture(page, 'settings-auditor')
    t.equal(await page.getByRole('link', { name: '接口令牌' }).count(), 0)
  })

  await t.test('are edited by fields that a screen reader can name', async t => {
    for (const part of ['incident-rules', 'appraisal-rules', 'report-plan', 'reply-lists', 'retention']) {
      await go(page, 'house', { part, shows: 'edit' })
      await picture(page, `settings-${part}-edit`)
      t.same(await axe(page), [], part)
    }
    for (const part of ['calendars', 'macros', 'views', 'duties', 'templates']) {
      await go(page, 'house', { part, item: '+' })
      await picture(page, `settings-${part}-new`)
      t.same(await axe(page), [], part)
    }
  })

  await t.test('read well at night, in English and on a phone', async t => {
    const looks = [
      { size: 'phone', language: 'zh', theme: 'light' },
      { size: 'phone', language: 'en', theme: 'dark' },
      { size: 'desk', language: 'en', theme: 'dark' }
    ] as const
    for (const look of looks) {
      const page = await world.page('administrator', { view: 'house', ...look })
      const name = `settings-${look.size}-${look.language}-${look.theme}`
      await picture(page, name)
      await go(page, 'house', { part: 'policies' })
      await picture(page, `${name}-read`)
      await go(page, 'house', { part: 'ladders', item: '+' })
      await picture(page, `${name}-edit`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      t.equal(wide, false, name)
      await page.context().close()
    }
  })

  t.ok(tickets)
})
