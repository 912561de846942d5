import type { UserRow, UserWithPassword } from '@huiyin/schemas/user.ts'
import { tableText } from '../table.ts'

const EAST_8 = 8 * 3_600_000
const timeInShanghai = (at: number) => new Date(at + EAST_8).toISOString().slice(0, 16).replace('T', ' ')

const HEAD = ['signs in as', 'name', 'roles', 'department', 'state', 'last here']

export const usersText = (rows: readonly UserRow[]): string =>
  rows.length === 0
    ? 'Nobody can sign in yet; npm start makes the first administrator.\n'
    : tableText([HEAD, ...rows.map(rowText)], 'texts')

const rowText = ({ id, name, roles, department = '', state, lastSignInAt, mustChange }: UserRow): string[] => [
  id,
  name,
  roles.join(', '),
  department,
  mustChange && state === 'active' ? 'active (new password)' : state,
  lastSignInAt === undefined ? 'never' : timeInShanghai(lastSignInAt)
]

export const passwordText = ({ user, password }: UserWithPassword): string =>
  `${user.nickname} signs in as ${user.id} with ${password}\n` +
  'It is shown this once, and has to be changed at the first sign-in.\n'
