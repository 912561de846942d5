import t from 'tap'
import { axe, openWorld, picture, SIZES, seed, settled } from '../../web/world.ts'
import { PATIENCE } from '../browser.ts'
import { freePort } from '../office.ts'

const RESULT = '今晚 21 时已抽干，共 3 处；管网改造下月开工。'
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64'
)

t.test('a department’s link on a phone', async t => {
  const port = await freePort()
  const world = await openWorld(t, { port, publicUrl: `http://127.0.0.1:${port}` })
  if (!world) return
  const { flood } = await seed(world)
  const desk = await world.page('editor', { params: { ticket: flood.id } })
  const record = desk.getByRole('region', { name: '办理记录' })

  await record.getByText('免登录链接').click()
  await record.getByLabel('给谁').fill('水务局值班室')
  await record.getByRole('button', { name: '生成链接' }).click()
  const address = await record.locator('code').innerText()
  await picture(desk, 'department-link-made')

  const context = await world.browser.newContext({ viewport: SIZES.phone, locale: 'zh-CN', hasTouch: true })
  context.setDefaultTimeout(PATIENCE)
  t.teardown(() => context.close())
  const phone = await context.newPage()

  await t.test('shows the case without an account, and everybody can read it', async t => {
    await phone.goto(address)
    t.match(await phone.innerText('body'), /待签收[\s\S]*请今晚抽排并反馈/)
    t.same(await axe(phone), [])
    t.notOk(await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth))
    await picture(phone, 'department-phone')
    await phone.emulateMedia({ colorScheme: 'dark' })
    t.same(await axe(phone), [])
    await picture(phone, 'department-phone-night')
    await phone.emulateMedia({ colorScheme: 'light' })
  })

  await t.test('signs for it and returns the result with a photograph', async t => {
    await phone.click('button:has-text("签收")')
    t.match(await phone.innerText('h1'), '已签收')
    t.same(await axe(phone), [])
    await phone.click('a:has-text("返回派单")')
    await phone.fill('textarea[name=text]', RESULT)
    await phone.setInputFiles('input[type=file]', { name: '现场照片.png', mimeType: 'image/png', buffer: PHOTO })
    await picture(phone, 'department-phone-result')
    await phone.click('button:has-text("提交结果")')
    t.match(await phone.innerText('h1'), '结果已提交')
    t.same(await axe(phone), [])
  })

  await t.test('and the office sees it come without asking', async t => {
    await record.getByText(RESULT).waitFor()
    await settled(desk)
    await desk.getByText('现场照片.png').first().waitFor()
    t.match(await record.innerText(), /已反馈结果/)
    await picture(desk, 'department-result')
  })
})
