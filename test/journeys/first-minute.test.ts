import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { isHeldOut, readCorpus } from '@huiyin/classifier/corpus.ts'
import type { TicketRow } from '@huiyin/schemas/api.ts'
import t from 'tap'
import { browserFor, PATIENCE } from './browser.ts'
import { end, run, signIn, start, until } from './house.ts'

const isPlain = ({ status, urgent, locked }: TicketRow) => status === 'open' && !urgent && !locked

const ARTEFACTS = join(import.meta.dirname, '../artefacts')

t.test('a newcomer’s first minute', async t => {
  const folder = t.testdir()
  const house = await start({ HUIYIN_DATA: folder })
  t.teardown(() => house.stop('SIGKILL'))

  await t.test('fills with classified tickets of made-up citizens', async t => {
    const client = await signIn(house)
    const { rows } = await until(
      'tickets on the page',
      async () => (await client('GET', '/tickets?sort=due&atMost=50')).body,
      ({ rows }) => rows.length >= 3
    )
    for (const { label, demo, citizen } of rows) {
      t.ok(['inquiry', 'suggestion', 'complaint', 'other'].includes(label))
      t.equal(demo, true)
      t.not(citizen, '')
    }
  })

  await t.test('whose words the classifier never met in training', async t => {
    const heldOut = new Set(readCorpus().flatMap(({ text }) => (isHeldOut(text) ? [text] : [])))
    const written = readFileSync(join(folder, 'demo/platforms.jsonl'), 'utf8')
      .split('\n')
      .slice(0, -1) // the last line may be being written
      .map(line => JSON.parse(line).comment)
      .filter(comment => comment?.author)
    t.ok(written.length >= 50)
    t.same(
      written.map(({ text }) => text).filter(text => !heldOut.has(text)),
      []
    )
  })

  await t.test('shows them in a browser after signing in, marked as a demonstration', async t => {
    const browser = await browserFor(t)
    if (!browser) return
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    page.setDefaultTimeout(PATIENCE)
    const problems: string[] = []
    page.on('pageerror', error => problems.push(error.message))
    page.on('console', message => {
      if (message.type() === 'error' && !message.text().includes('401')) problems.push(message.text()) // asking who one is before signing in
    })
    await page.goto(house.url)
    await page.fill('input[type="text"], input[name="name"], input#name', 'admin')
    await page.fill('input[type="password"]', house.password!)
    await page.keyboard.press('Enter')
    await page.getByText('演示').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(ARTEFACTS, 'first-minute.png') })

    await page.locator(`[data-ticket=${JSON.stringify(await plainTicket())}]`).click()
    await page.locator('textarea').fill('您好，已转有关部门核实，今天下班前答复您。')
    await page.getByRole('button', { name: /发送$/ }).click()
    await page.locator('[data-state=confirmed]').getByText('已在平台上看到').waitFor()
    await page.screenshot({ path: join(ARTEFACTS, 'first-reply.png') })
    t.same(problems, [])
  })

  /** One that an office of one answers by a single button: neither urgent nor reported upward. */
  async function plainTicket(): Promise<string> {
    const client = await signIn(house)
    const rows = await until(
      'a plain ticket',
      async () => (await client('GET', '/tickets?sort=due&atMost=50')).body.rows as TicketRow[],
      rows => rows.some(isPlain)
    )
    return rows.find(isPlain)!.id
  }

  await t.test('is refused a second time in the same folder, and on a port in use, with one sentence', async t => {
    const second = run('services/embedded/src/main.ts', [], {
      HUIYIN_DATA: folder,
      HUIYIN_PORT: '0',
      HUIYIN_LOG_LEVEL: 'silent'
    })
    await new Promise(resolve => second.child.once('exit', resolve))
    t.equal(second.child.exitCode, 1)
    t.match(second.output().trim(), /^huiyin: Another process of Huiyin uses the folder .+$/)

    const blocker = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => blocker.once('listening', resolve))
    t.teardown(() => blocker.close())
    const { port } = blocker.address() as { port: number }
    const blocked = run('services/embedded/src/main.ts', [], {
      HUIYIN_DATA: join(folder, 'other'),
      HUIYIN_PORT: String(port),
      HUIYIN_LOG_LEVEL: 'silent'
    })
    await new Promise(resolve => blocked.child.once('exit', resolve))
    t.equal(blocked.child.exitCode, 1)
    t.equal(
      blocked.output().trim(),
      `huiyin: Port ${port} is in use; end what listens there, or choose another HUIYIN_PORT`
    )
  })

  await t.test('ends when asked, and finds everything again', async t => {
    const client = await signIn(house)
    const before = (await client('GET', '/tickets?sort=newest&atMost=200')).body.total
    t.equal(await house.stop('SIGTERM'), 0)
    const again = await start({ HUIYIN_DATA: folder })
    t.teardown(() => again.stop('SIGKILL'))
    t.equal(again.password, undefined)
    const back = await signIn({ url: again.url, password: house.password })
    t.ok((await back('GET', '/tickets?sort=newest&atMost=200')).body.total >= before)
    t.equal(await again.stop('SIGTERM'), 0)
  })
})

t.test('npm start that is told to end leaves nobody behind', async t => {
  const npm = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, HUIYIN_PORT: '0', HUIYIN_DATA: t.testdir() },
    stdio: ['ignore', 'pipe', 'ignore']
  })
  let output = ''
  npm.stdout.on('data', data => {
    output += data
  })
  const url = await until(
    'the address',
    async () => /is ready: (\S+)/.exec(output)?.[1],
    found => found !== undefined
  )
  t.equal((await fetch(`${url}/healthz`)).status, 200)
  npm.kill('SIGTERM')
  const answers = () =>
    fetch(`${url}/healthz`).then(
      () => true,
      () => false
    )
  t.equal(await until('the end', answers, here => !here), false)
})

t.test('a wrong setting', async t => {
  const refused = async (environment: Record<string, string>) => {
    const { child, output } = run('services/embedded/src/main.ts', [], environment)
    await new Promise(resolve => child.once('exit', resolve))
    t.equal(child.exitCode, 1)
    return output().trim()
  }

  await t.test('is refused by its name, with what was expected and what came', async t => {
    t.match(await refused({ HUIYIN_PORT: 'eighty' }), /^huiyin: HUIYIN_PORT .*"eighty"/)
    t.match(await refused({ HUIYIN_LOG: 'redis://x' }), /^huiyin: HUIYIN_LOG .*"redis:\/\/x"/)
    t.match(await refused({ HUIYIN_PROT: '80' }), /^huiyin: HUIYIN_PROT is not a setting; there are /)
    t.match(
      await refused({ HUIYIN_CONFIG: '/nowhere.json' }),
      /^huiyin: HUIYIN_CONFIG: the file \/nowhere.json cannot be read/
    )
  })

  await t.test('says which service there is', async t => {
    const { child, output } = run('services/cli/src/service.ts', ['desks'], {})
    await new Promise(resolve => child.once('exit', resolve))
    t.match(output(), /Say which service/)
    await end(child)
  })
})
