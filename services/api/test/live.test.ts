import { setImmediate } from 'node:timers/promises'
import { acknowledge } from '@huiyin/domain/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t, { type Test } from 'tap'
import { type Message, openLive } from '../src/live.ts'
import { citizenWrites, type House, MINUTE, openHouse, signIn } from './house.ts'

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
    for (const gone of ['0badc0de-7', 'nonsense']) {
      const { told } = await watch(t, house, cookie, gone)
      t.match(await next(told), { event: 'reset' })
    }
  })

  t.test('tell a page to read anew when it comes back after all were away for long', async t => {
    const house = await openHouse(t)
    const { store, events, desk, time } = house
    const live = openLive({ ...store, events, clock: desk.clock, accounts: () => undefined }, silent)
    const stop = new AbortController()
    t.teardown(() => stop.abort())
    live.run(stop.signal)
    const last = Promise.withResolvers<Message>()
    const { leave } = live.watch(message => message.event === 'ticket' && last.resolve(message))
    const id = await citizenWrites(house)
    const { id: at } = await last.promise
    leave()

    time.now += 5 * MINUTE
    const seen = events.follow({ signal: stop.signal })[Symbol.asyncIterator]().next()
    await act(desk, id, acknowledge({ actor: WANG, id: 'k-1' }))
    await seen
    await setImmediate()
    const told: Message[] = []
    live.watch(message => told.push(message), at)
    t.match(told, [{ event: 'reset' }])
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
