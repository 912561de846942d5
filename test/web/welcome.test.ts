import t from 'tap'
import { axe, go, openWorld, picture, settled } from './world.ts'

t.test('the first steps', async t => {
  const world = await openWorld(t)
  if (!world) return
  const admin = await world.client('administrator')
  const page = await world.page('administrator', { view: 'welcome' })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const done = (name: string) => page.locator('[data-done=true]', { hasText: name }).count()

  await t.test('begin at what is still to be done, and say what each is for', async t => {
    t.equal(await page.getByRole('heading', { name: '部门' }).count(), 1)
    t.same([await done('密码'), await done('账号'), await done('部门')], [1, 1, 0])
    await picture(page, 'welcome-departments')
    for (const step of ['password', 'accounts', 'done']) {
      await go(page, 'welcome', { step })
      await picture(page, `welcome-${step}`)
      t.same(await axe(page), [], step)
    }
  })

  await t.test('make a map of departments out of the usual ones', async t => {
    await go(page, 'welcome', { step: 'departments' })
    await button('从常用部门开始').click()
    await button('看看会怎样').click()
    await settled(page)
    await picture(page, 'welcome-departments-form')
    await button('保存').click()
    await button('下一步').waitFor()
    const { departments } = (await admin('GET', '/settings/departments')).body
    t.equal(departments.length, 10)
    await picture(page, 'welcome-departments-done')
    await button('下一步').click()
  })

  await t.test('send a test message, and say in words that it arrived', async t => {
    await page.getByRole('heading', { name: '提醒' }).waitFor()
    await button(/发测试消息/).click()
    await page.getByText(/已送达通道/).waitFor()
    await picture(page, 'welcome-channels')
    await button('收到了').click()
    await page.getByText(/已确认能收到/).waitFor()
    t.equal(await done('提醒'), 1)
    t.match(world.simulator.control.webhooks().at(-1), { body: { type: 'letter.test' }, verified: true })
    await button('下一步').click()
  })

  await t.test('add who is told, oneself first', async t => {
    await page.getByRole('heading', { name: '值班' }).waitFor()
    await picture(page, 'welcome-duty')
    await button('添加联系人').click()
    t.equal(await page.getByLabel('登录名', { exact: true }).inputValue(), 'admin')
    await page.getByLabel('地址', { exact: true }).fill('admin')
    await picture(page, 'welcome-contact')
    await button('看看会怎样').click()
    await settled(page)
    await button('保存').click()
    await button('排值班表').waitFor()
    t.equal(await done('值班'), 1)
    t.match((await admin('GET', '/people')).body.rows, [{ id: 'admin', contacts: [{ address: 'admin' }] }])
    await picture(page, 'welcome-duty-done')
  })

  await t.test('tell what happens next, and are kept when one comes back', async t => {
    await go(page, 'welcome', { step: 'done' })
    await picture(page, 'welcome-end')
    await page.reload()
    await settled(page)
    t.same([await done('部门'), await done('提醒')], [1, 1])
    await button('去看工单').click()
    await settled(page)
    t.equal(new URL(page.url()).search, '')
  })

  await t.test('are found again under the settings, at night, in English and on a phone too', async t => {
    for (const look of [
      { size: 'phone' },
      { size: 'phone', language: 'en', theme: 'dark' },
      { language: 'en' }
    ] as const) {
      const page = await world.page('administrator', { view: 'house', ...look })
      const name = Object.values(look).join('-')
      if (!('size' in look)) {
        await page.getByRole('link', { name: 'First steps' }).click()
        await settled(page)
      } else await go(page, 'welcome', { step: 'duty' })
      await picture(page, `welcome-${name}`)
      t.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, name)
      await page.context().close()
    }
  })
})
