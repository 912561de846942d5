import type { Actor } from '@huiyin/schemas/actor.ts'
import type { UserRow } from '@huiyin/schemas/user.ts'

/** Who signs in at the made-up county, what lets them in, and what becomes of them. */

const DAY = 86_400_000
export const PASSWORD = '青石2026'
export const CODE = '492 817'
export const SECRET = 'JBSWY3DPEHPK3PXP'

const person = (of: Partial<UserRow> & Pick<UserRow, 'id' | 'name' | 'roles'>): UserRow => ({
  nickname: `${of.department ?? ''}${of.name}`,
  role: of.roles[0]!,
  state: 'active',
  mustChange: false,
  secondFactor: false,
  linked: false,
  tag: '1',
  ...of
})

const staffOf = (now: number): UserRow[] => [
  person({ id: 'admin', name: '管理员', roles: ['administrator'], lastSignInAt: now - 60_000, secondFactor: true }),
  person({ id: 'li-wen', name: '李雯', roles: ['editor', 'collector', 'reviewer'], lastSignInAt: now - 3_600_000 }),
  person({
    id: 'chen.wei',
    name: '陈伟',
    roles: ['handler'],
    department: '水务局',
    lastSignInAt: now - 3 * DAY,
    failures: { count: 6, lastAt: now - 600_000 }
  }),
  person({
    id: 'zhao.min',
    name: '赵敏',
    roles: ['leader'],
    state: 'proposed',
    proposed: { by: 'zhou-ming', at: now - DAY }
  })
]

export type Doors = {
  /** The password was set by somebody else. */
  mustChange?: boolean
  /** Signing in takes the code of an authenticator. */
  secondFactor?: boolean
  /** Single sign-on, as people call it. */
  oidc?: string
}

type Said = { status: number; body?: unknown }
export type StaffBody = Record<string, string> & { roles: string[] }

const refused = (status: number, code: string, more: object = {}): Said => ({
  status,
  body: { type: `urn:huiyin:problem:${code}`, title: code, status, detail: code, code, ...more }
})

const TOO_SHORT = {
  code: 'PASSWORD_TOO_SHORT',
  refuses: true,
  zh: '密码至少 8 个字符。',
  en: 'A password has 8 characters at least.'
}

export function openStaff(doors: Doors, now: number) {
  let { mustChange = false } = doors
  let password = PASSWORD
  const people = new Map(staffOf(now).map(row => [row.id, row]))
  const change = (id: string, with_: Partial<UserRow>) => {
    const row = { ...people.get(id)!, ...with_ }
    people.set(id, row)
    return row
  }

  const own = (actor: Actor) => people.get(actor.id) ?? person({ ...actor, roles: actor.roles ?? [actor.role] })

  const newPassword = ({ current, password: wanted = '' }: StaffBody): Said | undefined => {
    if (current !== password) return refused(401, 'WRONG_PASSWORD')
    if (wanted.length < 8) return refused(422, 'PASSWORD_REFUSED', { problems: [TOO_SHORT] })
    password = wanted
    mustChange = false
    return undefined
  }

  const act = (id: string, what: string, body: StaffBody): Said => {
    const by = { by: 'admin', at: now }
    if (what === 'approve')
      return {
        status: 200,
        body: { user: change(id, { state: 'active', approved: by, mustChange: true }), password: 'Kx7#mT2-qv' }
      }
    if (what === 'reset')
      return { status: 200, body: { user: change(id, { mustChange: true }), password: 'Rw4!bN9-ze' } }
    if (what === 'suspend')
      return { status: 200, body: change(id, { state: 'suspended', ended: { ...by, why: body.why! } }) }
    if (what === 'resume') return { status: 200, body: change(id, { state: 'active' }) }
    if (what === 'leave') {
      const user = change(id, { state: 'left', ended: { ...by, why: body.why! } })
      return { status: 200, body: { user, handOver: [{ ticket: 'QS-1', number: '2026-0001', why: ['taken'] }] } }
    }
    return refused(404, 'ROUTE_NOT_FOUND')
  }

  return {
    mustChange: () => mustChange,
    ways: () => ({ status: 200, body: doors.oidc ? { oidc: { name: doors.oidc } } : {} }),
    /** Why somebody may not enter; undefined when they may. */
    refuses: (body: StaffBody): Said | undefined => {
      if (body.password !== password) return refused(401, 'WRONG_PASSWORD')
      if (!doors.secondFactor) return undefined
      if (body.code === undefined) return refused(401, 'SECOND_FACTOR_NEEDED')
      return body.code === CODE.replace(' ', '') ? undefined : refused(401, 'SECOND_FACTOR_WRONG')
    },
    newPassword,
    /** Undefined: it is none of the staff's. */
    answer: (method: string, path: string, body: StaffBody, actor: Actor): Said | undefined => {
      if (path === '/me') return { status: 200, body: own(actor) }
      if (path === '/me/sessions' && method === 'DELETE') return { status: 204 }
      if (path === '/me/sessions') {
        const agent = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'
        const row = { createdAt: now - DAY, until: now + DAY, address: '10.1.4.22', agent }
        const rows = [
          { ...row, id: 'a', usedAt: now, current: true },
          { ...row, id: 'b', usedAt: now - 7_200_000, current: false, agent: 'Mozilla/5.0 (iPhone) Safari/604.1' }
        ]
        return { status: 200, body: { rows, now } }
      }
      if (path === '/me/second-factor') {
        if (body.current !== password) return refused(401, 'WRONG_PASSWORD')
        return { status: 200, body: { secret: SECRET, uri: `otpauth://totp/huiyin:${actor.id}?secret=${SECRET}` } }
      }
      if (path === '/me/second-factor/confirm') {
        if (body.code !== CODE.replace(' ', '')) return refused(401, 'SECOND_FACTOR_WRONG')
        people.set(actor.id, { ...own(actor), secondFactor: true })
        return { status: 200, body: { recovery: ['4fd2-91ka', '77cm-20xq', 'p3ze-8810'] } }
      }
      if (path === '/users' && method === 'GET') return { status: 200, body: { rows: [...people.values()], now } }
      if (path === '/users') {
        const { id = '', name = '', roles, department } = body
        const row = person({ id, name, roles, state: 'proposed', proposed: { by: actor.id, at: now } })
        return { status: 200, body: change(id, { ...row, ...(department !== undefined && { department }) }) }
      }
      const [, users, id = '', what] = path.split('/')
      if (users !== 'users' || !people.has(id)) return undefined
      return what === undefined ? { status: 200, body: change(id, { ...body, tag: '2' }) } : act(id, what, body)
    }
  }
}
