import { acknowledge } from '@huiyin/domain/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t, { type Test } from 'tap'
import { type Message, openLive } from '../src/live.ts'
import { citizenWrites, enter, type House, openHouse, signIn } from './house.ts'

const WANG = { id: 'wang', name: '王', role: 'operator' }

type Told = { id?: string; event?: string; data?: { ticket: string; n: number; type: string; row: { n: number } } }

/** Watches over a real connection, as a browser does. */
async function watch(t: Test, { app }: House, cookie: string, lastId?: string) {
  const leaving = new AbortController()
  t.teardown(() => leaving.abort())
  const origin = app.server.listening ? app.listeningOrigin : await app.listen({ port: 0, host: '127.0.0.1' })
  const answer = await fetch(`${origin}/api/events`, {
    headers: { cookie, ...(lastId && { 'last-event-id': lastId }) },
    signal: leaving.signal
  })
  return { answer, told: messages(answer), leave: () => leaving.abort() }
}

async function* messages(answer: Response): AsyncGenerator<Told> {
  let rest = ''
  for await (const text of answer.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop()!
    for (const block of blocks) yield fieldsOf(block)
  }
}

function fieldsOf(block: string): Told {
  const told: Record<string, unknown> = {}
  for (const line of block.split('\n')) {
    const [name = '', value = ''] = line.split(/: (.*)/s)
    told[name] = name === 'data' ? JSON.parse(value) : value
  }
  return told
}

async function next(told: AsyncGenerator<Told>, wanted: (message: Told) => boolean = () => true): Promise<Told> {
  while (true) {
    const { value, done } = await told.next()
    if (done) throw new Error('The stream has ended')
    if (wanted(value)) return value
  }
}

const isTicket = ({ event }: Told) => event === 'ticket'

t.test('live views', async t => {
  t.test('tell everybody who watches what a person did, with the ticket as it stands since', async t => {
    const house = await openHouse(t)
    const { cookie } = await signIn(house)
    const first = await watch(t, house, cookie)
    const second = await watch(t, house, cookie)
    t.match(first.answer.headers.get('content-type'), /^text\/event-stream/)
    t.equal(first.answer.headers.get('cache-control'), 'no-store')

    const id = await citizenWrites(house)
    await act(house.desk, id, acknowledge({ actor: WANG, id: 'k-1' }))
    for (const { told } of [first, second]) {
      const { data } = await next(told, ({ data }) => data?.type === 'ticket.acknowledged')
      t.match(data, { ticket: id, row: { id, acknowledgedBy: '王', accountName: '云溪发布' } })
      t.ok(data!.row.n >= data!.n)
    }
  })

  t.test('tell each as they may read it: some with the personal data masked', async t => {
    const house = await openHouse(t)
    const people = {
      li: { id: 'li', name: '李静', role: 'editor' },
      sun: { id: 'sun', name: '孙县长', role: 'leader' },
      zhou: { id: 'zhou', name: '周县长', role: 'leader' }
    }
    const told = await Promise.all(
      Object.values(people).map(async who => (await watch(t, house, (await enter(house, who)).cookie)).told)
    )
    await citizenWrites(house, { text: '路灯坏了，我电话13800138000', firstText: '路灯坏了，我电话13800138000' })
    const rows = await Promise.all(told.map(async one => (await next(one, isTicket)).data!.row as { excerpt?: string }))
    t.match(rows, [{ excerpt: /13800138000/ }, { excerpt: /138\*{4}8000/ }, { excerpt: /138\*{4}8000/ }])
  })

  t.test('go on after a break with what was missed', async t => {
    const house = await openHouse(t)
    const { cookie } = await signIn(house)
    const before = await watch(t, house, cookie)
    const id = await citizenWrites(house)
    const last = await next(before.told, isTicket)
    before.leave()
    await act(house.desk, id, acknowledge({ actor: WANG, id: 'k-1' }))
    await house.desk.publisher.idle()

    const after = await watch(t, house, cookie, last.id)
    const { data } = await next(after.told, ({ data }) => data?.type === 'ticket.acknowledged')
    t.equal(data?.ticket, id)
  })

  t.test('tell a page to read anew when it comes back from a run that is over', async t => {
    const house = await openHouse(t)
    const { cookie } = await signIn(house)
    for (const gone of ['0badc0de-7', 'nonsense', '0-999999999']) {
      const { told } = await watch(t, house, cookie, gone)
      t.match(await next(told, ({ event }) => event !== undefined), { event: 'reset' })
    }
  })

  t.test('go on at another process, and at one that has just started, with what was missed', async t => {
    const house = await openHouse(t)
    const ports = { ...house.store, events: house.events, clock: house.desk.clock, accounts: () => undefined }
    const run = (t: Test) => {
      const live = openLive(ports, silent)
      const stop = new AbortController()
      t.teardown(() => stop.abort())
      live.run(stop.signal)
      return live
    }
    const [one, other] = [run(t), run(t)]
    const id = await citizenWrites(house)
    const last = await new Promise<Message>(resolve => one.watch(resolve))
    await act(house.desk, id, acknowledge({ actor: WANG, id: 'k-1' }))
    await house.desk.publisher.idle()

    for (const live of [other, run(t)]) {
      const { promise, resolve } = Promise.withResolvers<Message>()
      const told: Message[] = []
      live.watch(message => {
        told.push(message)
        if ((message.data as { type?: string }).type === 'ticket.acknowledged') resolve(message)
      }, last.id)
      t.match(await promise, { event: 'ticket', data: { ticket: id, row: { acknowledgedBy: '王' } } })
      t.notOk(told.some(({ event }) => event === 'reset'))
      t.notOk(
        told.some(({ id }) => id === last.id),
        'what was told already is not told again'
      )
    }
  })

  t.test('tell a page to read anew when it missed a thousand things', async t => {
    const house = await openHouse(t)
    const { cookie } = await signIn(house)
    const before = await watch(t, house, cookie)
    const id = await citizenWrites(house)
    const last = await next(before.told, isTicket)
    before.leave()
    const other = { key: 'k', type: 'note.added', at: 1, actor: WANG, data: {}, ticket: id } as const
    await house.events.append(Array.from({ length: 1001 }, (_, n) => ({ ...other, id: `${id}#${n}`, n: n + 100 })))
    const after = await watch(t, house, cookie, last.id)
    t.match(await next(after.told, ({ event }) => event !== undefined), { event: 'reset' })
  })

  t.test('tell a page to read anew when more has happened than is kept', async t => {
    const house = await openHouse(t)
    const { cookie } = await signIn(house)
    const before = await watch(t, house, cookie)
    await citizenWrites(house)
    const last = await next(before.told, isTicket)
    before.leave()
    const other = { key: 'k', type: 'session.begun', at: 1, actor: WANG, data: {} } as const
    const many = Array.from({ length: 500 }, (_, n) => ({ ...other, id: `p#${n}`, ticket: 'person/p', n: n + 1 }))
    for (let i = 0; i < 80; i++) await house.events.append(many)
    const after = await watch(t, house, cookie, last.id)
    t.match(await next(after.told, ({ event }) => event !== undefined), { event: 'reset' })
  })

  t.test('tell a page to read anew when the log has failed, for it may have missed something', async t => {
    const house = await openHouse(t)
    const { cookie } = await signIn(house)
    const { told } = await watch(t, house, cookie)
    await next(told)
    await house.events.close()
    t.match(await next(told), { event: 'reset', data: {} })
  })

  t.test('end when the house closes', async t => {
    const house = await openHouse(t)
    const { cookie } = await signIn(house)
    const { told } = await watch(t, house, cookie)
    await next(told)
    await house.app.close()
    t.match(await told.next(), { done: true })
  })

  t.test('are for people who are signed in', async t => {
    const house = await openHouse(t)
    const { answer } = await watch(t, house, 'huiyin=guessed')
    t.equal(answer.status, 401)
  })
})
