/**
 * A small api over real HTTP, with tickets in memory: enough of the house to walk through its page.
 * It serves the built page under the content policy that the house gives.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { CommentRow, CorrectBody, Problem, TicketRow, TicketView } from '@huiyin/schemas/api.ts'
import type { EventType, HouseEvent } from '@huiyin/schemas/event.ts'
import { lifeOf } from './life.ts'
import { asSeenBy, grantsOf } from './may.ts'
import { checked, DIRECTORY, POLICIES, templatesFor } from './offices.ts'
import { openRegister } from './register.ts'
import { type Doors, openStaff } from './staff.ts'
import { OPERATOR, tickets } from './texts.ts'
import { openWork } from './working.ts'

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
}

/** Acts that say all by their path. */
const BODYLESS =
  /^(acknowledge|replies\/.*\/(withdraw|confirm-attested)|removals\/.*\/grant|dispatches\/.*\/sign|.*\/(end|resume))$/

type Answer = { status: number; body?: unknown }

/** What a person asked for and the house refused. */
class Refusal extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('refused')
    this.answer = answer
  }
}

const problem = (status: number, code: string, detail: string): Answer => ({
  status,
  body: { type: `urn:huiyin:problem:${code}`, title: code, status, detail, code }
})

const row = ({
  post,
  postTitle,
  link,
  reasons,
  turns,
  clocks,
  cycles,
  replies,
  writing,
  dispatches,
  asks,
  supervised,
  lock,
  links,
  needs,
  may,
  thread,
  history,
  places,
  corrected,
  notes,
  undo,
  leavesAt,
  attachments,
  ...rest
}: TicketView): TicketRow => rest

/** A leader does not read whose number it is. */
const maskedFor = (actor: Actor, view: TicketView): TicketView =>
  actor.role === 'leader' ? JSON.parse(JSON.stringify(view).replaceAll('13800138000', '138****8000')) : view

type Opening = {
  now?: number
  comments?: readonly CommentRow[]
  actor?: Actor
  accounts?: boolean
  doors?: Doors
}

/** Opens the county's office at a free port; `pages` is the folder of the built page. */
export async function openCounty(
  pages: string,
  { now = Date.now(), comments = [], actor = OPERATOR, accounts = false, doors = {} }: Opening = {}
) {
  const all = new Map(tickets(now).map(ticket => [ticket.id, ticket]))
  const register = openRegister(accounts, now)
  const staff = openStaff(doors, now)
  const reveals: unknown[] = []
  let asking: Actor = actor
  const listeners = new Set<ServerResponse>()
  const acts: { path: string; key: string; seen: string; body: unknown }[] = []
  const searches: Record<string, string>[] = []
  let signedIn = false
  let losing = 0
  let listening = true
  let listsClosed = false
  let checking = true
  let refusing: Answer | undefined

  const tell = (view: TicketView, type: EventType) => {
    all.set(view.id, view)
    const data = JSON.stringify({ ticket: view.id, n: view.n, type, at: Date.now(), row: row(view) })
    for (const listener of listeners) listener.write(`event: ticket\ndata: ${data}\n\n`)
  }

  /** Changes a ticket as another part of the house would, and tells. */
  const change = (
    id: string,
    type: EventType,
    with_: (view: TicketView) => Partial<TicketView>,
    actor = asking,
    data: HouseEvent['data'] = {}
  ) => {
    const view = all.get(id)!
    const n = view.n + 1
    const event = { id: `${id}#${n}`, key: id, ticket: id, n, type, at: Date.now(), actor, data }
    const isTurn = ['turn.citizen', 'turn.office', 'reply.approved', 'ticket.dismissed', 'ticket.reopened'].includes(
      type
    )
    tell({ ...view, n, history: [...view.history, event], ...(isTurn && { lastTurn: n }), ...with_(view) }, type)
    return all.get(id)!
  }

  const work = openWork(all, change)

  /** Who acted last besides who asks, where somebody did since what they saw. */
  const fasterThan = (view: TicketView, seen: string): Answer => {
    const last = view.history.filter(({ n, actor }) => n > Number(seen) && actor.id !== asking.id).at(-1)
    const winner = last && { name: last.actor.name, type: last.type, at: last.at }
    const answer = problem(409, 'SOMEBODY_WAS_FASTER', 'Somebody was faster')
    return { ...answer, body: { ...(answer.body as object), ...(winner?.name !== 'desk' && { winner }) } }
  }

  const shownTo = (view: TicketView): TicketView => ({ ...asSeenBy(asking, view), ...work.undoOf(view, asking) })

  /** As the house does it: a person's word stands, and the timeline tells what it was before. */
  const correct = (id: string, { comment, ...body }: CorrectBody): TicketView => {
    const grave = body.level === 'orange' || body.level === 'red'
    const { level, ...given } = { ...(grave && { urgent: true }), ...body }
    const { label, urgent, risk } = all.get(id)!
    const was = { wasLabel: label, wasUrgent: urgent, wasLevel: risk.level }
    return change(
      id,
      'ticket.corrected',
      view => ({
        ...given,
        risk: { ...view.risk, ...(level && { level }) },
        review: false,
        corrected: { ...given, ...(level && { level }), by: OPERATOR.name, at: Date.now() }
      }),
      OPERATOR,
      { ...was, ...given, ...(level && { level }), ...(comment !== undefined && { comment }) }
    )
  }

  const act = (id: string, what: string, body: Record<string, unknown> & CorrectBody): TicketView => {
    if (what === 'correct') return correct(id, body)
    if (what === 'acknowledge') return change(id, 'ticket.acknowledged', () => ({ acknowledgedBy: asking.name }))
    if (what === 'dismiss') return change(id, 'ticket.dismissed', () => ({ status: 'dismissed', owed: 0 }))
    if (what === 'reopen') return change(id, 'ticket.reopened', () => ({ status: 'open', owed: 1 }))
    const shared = work.act(all.get(id)!, what, body, asking)
    if (shared) return shared
    const told = lifeOf(all.get(id)!, what, body, asking, other => all.get(other)!.number)
    if (told === undefined) throw new Refusal(problem(404, 'ROUTE_NOT_FOUND', `There is no ${what}`))
    if ('refused' in told) throw new Refusal(problem(...told.refused, 'Refused'))
    return change(id, told.type, () => told.change)
  }

  const list = (query: URLSearchParams): Answer => {
    if (listsClosed) return problem(503, 'STORE_UNAVAILABLE', 'The store did not answer')
    const asked = (name: string, value: string) => query.get(name) === null || query.get(name) === value
    const inHands = ({ assignedTo }: TicketView) =>
      (query.get('assignee') !== 'me' || assignedTo?.id === asking.id) &&
      (query.get('unassigned') !== 'true' || !assignedTo)
    const statuses = query.getAll('status')
    const inStatus = ({ status }: TicketView) => statuses.length === 0 || statuses.includes(status)
    const within = Number(query.get('dueWithin') ?? Infinity) * 60_000
    const isDue = ({ dueAt = 0 }: TicketView) =>
      within === Infinity || (dueAt > Date.now() && dueAt <= Date.now() + within)
    const words = query.get('q') ?? ''
    const rows = [...all.values()]
      .filter(view => inHands(view) && isDue(view))
      .filter(view => inStatus(view) && asked('label', view.label) && asked('level', view.risk.level))
      .filter(view => asked('urgent', String(view.urgent)) && `${view.number} ${view.excerpt}`.includes(words))
      .sort((a, b) =>
        query.get('sort') === 'newest'
          ? b.openedAt - a.openedAt
          : query.get('sort') === 'risk'
            ? b.risk.score - a.risk.score
            : (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity)
      )
      .map(row)
    return { status: 200, body: { rows, total: rows.length, now: Date.now() } }
  }

  const said = (query: URLSearchParams): Answer => {
    searches.push(Object.fromEntries(query))
    if (listsClosed) return problem(503, 'STORE_UNAVAILABLE', 'The store did not answer')
    const asked = (name: string, value: string | undefined) => query.get(name) === null || query.get(name) === value
    const words = [...(query.get('q') ?? '').matchAll(/"([^"]+)"|([^"\s]+)/g)].map(([, phrase, word]) => phrase ?? word)
    const [from, to] = [Number(query.get('from') ?? 0), Number(query.get('to') ?? Infinity)]
    const found = comments
      .filter(row => words.every(word => `${row.text} ${row.author}`.toLowerCase().includes(word!.toLowerCase())))
      .filter(row => asked('label', row.label) && asked('level', row.risk?.level) && asked('platform', row.platform))
      .filter(row => asked('sentiment', row.sentiment) && row.publishedAt >= from && row.publishedAt < to)
      .sort((a, b) => (query.get('sort') === 'oldest' ? 1 : -1) * (a.publishedAt - b.publishedAt))
    const start = Number(query.get('after') ?? 0)
    const end = start + Number(query.get('atMost'))
    const after = end < found.length ? { after: String(end) } : {}
    return { status: 200, body: { rows: found.slice(start, end), total: found.length, ...after, now } }
  }

  const counts = (): Answer => {
    const open = [...all.values()].filter(({ status }) => status === 'open' || status === 'handling')
    const by = (of: (view: TicketView) => string, views: TicketView[]) =>
      Object.fromEntries(
        [...new Set(views.map(of))].map(name => [name, views.filter(view => of(view) === name).length])
      )
    return {
      status: 200,
      body: {
        status: by(view => view.status, [...all.values()]),
        label: by(view => view.label, open),
        level: by(view => view.risk.level, open),
        overdue: open.filter(({ dueAt }) => dueAt !== undefined && dueAt <= Date.now()).length,
        urgent: open.filter(({ urgent }) => urgent).length
      }
    }
  }

  const answer = async (request: IncomingMessage, path: string, query: URLSearchParams): Promise<Answer> => {
    const text = await new Response(Readable.toWeb(request) as ReadableStream).text()
    const form = request.headers['content-type']?.startsWith('multipart/form-data')
    const body = text === '' || form ? {} : JSON.parse(text)
    const session = () => ({
      status: 200,
      body: {
        ...{ actor: asking, demo: !accounts, version: '0.1.0', may: grantsOf(asking) },
        ...(staff.mustChange() && { mustChange: true })
      }
    })
    if (path === '/session/ways') return staff.ways()
    if (path === '/session' && request.method === 'POST') {
      const refused = staff.refuses(body)
      if (refused) return refused
      signedIn = true
      return session()
    }
    if (!signedIn) return problem(401, 'NOT_SIGNED_IN', 'Sign in first')
    if (path === '/session' && request.method === 'DELETE') {
      signedIn = false
      return { status: 204 }
    }
    if (path === '/session') return session()
    if (path === '/me/password') return staff.newPassword(body) ?? session()
    if (staff.mustChange()) return problem(403, 'PASSWORD_CHANGE_NEEDED', 'Change your password first')
    if (path === '/me/sessions' && request.method === 'DELETE') signedIn = false
    const shared = work.answer(request.method ?? 'GET', path, body, asking)
    if (shared !== undefined) return { status: 200, body: shared }
    const own = staff.answer(request.method ?? 'GET', path, body, asking)
    if (own !== undefined) return own
    if (path === '/reveals') {
      reveals.push(body)
      return { status: 200, body: { ticket: asSeenBy(asking, all.get(body.ticket)!) } }
    }
    if (path === '/counts') return counts()
    const kept = register.answer(request.method ?? 'GET', path, body)
    if (kept !== undefined) return { status: 200, body: kept }
    if (path === '/tickets') return list(query)
    if (path === '/comments') return said(query)
    if (path === '/directory') return { status: 200, body: DIRECTORY }
    if (path === '/policies') return { status: 200, body: { rows: POLICIES, examples: [], now } }
    if (path === '/templates') return { status: 200, body: templatesFor(all.get(query.get('ticket')!)!) }
    if (path === '/replies/check')
      return checking ? { status: 200, body: checked(body.text) } : problem(503, 'STORE_UNAVAILABLE', 'No answer')
    const [, , id, ...rest] = path.split('/')
    const what = rest.map(decodeURIComponent).join('/')
    const view = all.get(decodeURIComponent(id ?? ''))
    if (!view) return problem(404, 'TICKET_NOT_FOUND', 'There is no such ticket')
    if (!what) return { status: 200, body: maskedFor(asking, shownTo(view)) }
    if (what === 'presence')
      return request.method === 'DELETE' ? { status: 204 } : { status: 200, body: work.present(view.id) }
    const { 'if-match': seen = '', 'idempotency-key': key = '' } = request.headers as Record<string, string>
    acts.push({ path: what, key, seen, body })
    if (BODYLESS.test(what) && text !== '') return problem(400, 'INVALID_REQUEST', 'This request takes no body')
    if (losing > 0) {
      losing -= 1
      return problem(503, 'STORE_UNAVAILABLE', 'The store did not answer')
    }
    if (refusing) {
      const refused = refusing
      refusing = undefined
      return refused
    }
    if (what === 'correct' && body.comment && !view.turns.some(({ comment }) => comment === body.comment))
      return problem(404, 'COMMENT_NOT_ON_TICKET', 'It is none of the turns')
    if (
      ['replies', 'attested', 'dismiss', 'reopen', 'dispatches', 'merge', 'split'].includes(what) &&
      seen !== String(view.lastTurn)
    )
      return fasterThan(view, seen)
    if (what === 'attachments') return { status: 200, body: shownTo(work.attach(view, text, asking)) }
    const [, dispatch, link] = /^dispatches\/([^/]+)\/links(?:\/(.+))?$/.exec(what) ?? []
    if (dispatch)
      return {
        status: 200,
        body: link ? work.unlink(view, dispatch, link) : work.link(view, dispatch, body, asking)
      }
    try {
      const after = act(view.id, what, body)
      work.did(view, what, key, asking)
      return { status: 200, body: shownTo(after) }
    } catch (error) {
      if (error instanceof Refusal) return error.answer
      throw error
    }
  }

  const serveFile = async (path: string, response: ServerResponse) => {
    const file = path === '/' ? '/index.html' : normalize(path)
    const content = await readFile(join(pages, file)).catch(() => undefined)
    response.writeHead(content ? 200 : 404, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY
    })
    response.end(content)
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://county')
    if (!pathname.startsWith('/api/')) return serveFile(pathname, response)
    if (pathname === '/api/events') {
      if (!listening) return request.destroy()
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 1000\nid: here-0\n\n')
      if (request.headers['last-event-id']) response.write('event: reset\ndata: {}\n\n')
      listeners.add(response)
      request.on('close', () => listeners.delete(response))
      return
    }
    const { status, body } = await answer(request, pathname.slice(4), searchParams)
    const type = status >= 400 ? 'application/problem+json' : 'application/json'
    response.writeHead(status, { 'content-type': type }).end(body === undefined ? '' : JSON.stringify(body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    acts,
    /** What was asked of the comments, in order. */
    searches,
    change,
    tell,
    /** What was done to accounts, in order. */
    changes: register.changes,
    /** Who was shown what is masked, and why. */
    reveals,
    /** Somebody else comes to a ticket. */
    comes: work.comes,
    find: (words: string) => [...all.values()].find(({ excerpt }) => excerpt.includes(words))!,
    /** The next acts are not answered for certain. */
    loseAnswers: (count: number) => {
      losing = count
    },
    /** The next act is refused. */
    refuse: (status: number, code: string, winner?: Problem['winner']) => {
      const { body } = problem(status, code, 'Refused')
      refusing = { status, body: { ...(body as object), ...(winner && { winner }) } }
    },
    closeLists: (closed: boolean) => {
      listsClosed = closed
    },
    /** Another person sits down at the page; they sign in by a reload. */
    becomes: (person: Actor) => {
      asking = person
    },
    /** Texts are checked, or the check does not answer. */
    checks: (answers: boolean) => {
      checking = answers
    },
    /** Ends every live view, and lets none begin. */
    hangUp: () => {
      listening = false
      for (const listener of listeners) listener.destroy()
    },
    pickUp: () => {
      listening = true
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

export type County = Awaited<ReturnType<typeof openCounty>>
