import { ACTIONS, rowOf, type Scope } from '@huiyin/domain/roles/table.ts'
import { ROLE_WORDS, ROLES } from '@huiyin/schemas/role.ts'
import type { Config } from './declared.ts'

const SHOWN: Record<Scope, string> = { all: 'all', accounts: 'accounts', department: 'department', own: 'own' }
const COLUMNS = [...ROLES, 'department-head'] as const

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const code = (text: string) => `\`${text}\``

/** The page of the docs that says who may do what, from the table of roles and from what the routes say of themselves. */
export const rolesPage = (routes: ReadonlyMap<string, Config>): string => `# Who may do what

Made by \`npm run roles\` from \`shared/domain/src/roles/table.ts\` and the routes of the API; a test walks every route in
every role, on one's own and on what is not, and compares the answers with the table. What is not named here nobody may.

| scope | reaches |
| --- | --- |
| all | everything |
| accounts | what is of the accounts that the person cares for; of all accounts where none are named |
| department | what was dispatched to the person's department |
| own | the person's own |

Whoever belongs to a department is its handler (承办人), whatever else they are called; all other roles are of the office
itself. A head (部门负责人) who belongs to a department is its handler, with what the last column adds.
\`operator\`, which earlier versions wrote, is read as editor, collector and reviewer. A person may have several roles.
Whoever wrote a reply does not review or approve it, unless the policy lets an office of one.

| role | |
| --- | --- |
${ROLES.map(role => row([code(role), `${ROLE_WORDS[role].zh}, ${ROLE_WORDS[role].en}`])).join('\n')}

## Actions

${row(['action', 'what it is', ...COLUMNS])}
${row(['---', '---', ...COLUMNS.map(() => '---')])}
${ACTIONS.map(action => {
  const { en, zh, may } = rowOf(action)
  const scopes = COLUMNS.map(
    column => may[column] ?? (may.everybody && column !== 'department-head' ? may.everybody : undefined)
  )
  return row([code(action), `${zh}, ${en}`, ...scopes.map(scope => (scope ? SHOWN[scope] : ''))])
}).join('\n')}

## Routes

${row(['action', 'routes'])}
${row(['---', '---'])}
${ACTIONS.flatMap(action => {
  const those = namesOf(routes, config => config.action === action)
  return those.length > 0 ? [row([code(action), those.map(code).join('<br>')])] : []
}).join('\n')}

\`case.instruct\` is asked for by an instruction among the supervisions too, \`template.approve\` by an approval among the
changes of a template. \`personal.read\` decides also where texts are masked: mobile and identity numbers, addresses and
the like stand as 138****8000 for those who are not granted it there; a department is granted it while it has the case.
They are not searched for either, and a program sees them only with a token that holds the right.
\`POST /api/reveals\` shows them for a reason, once the log has who saw what and why.

## Without sign-in

Open to everybody: ${namesOf(routes, ({ open }) => open === true)
  .map(code)
  .join(', ')}, the documentation at
\`/api/docs\` and \`/api/openapi.json\`, the pages themselves, and \`/ack/{token}\`, where the link says who may.

Signed, and checked by the route itself: ${namesOf(routes, ({ signed }) => signed === true)
  .map(code)
  .join(', ')}.
`

const namesOf = (routes: ReadonlyMap<string, Config>, wanted: (config: Config) => boolean): string[] =>
  [...routes].flatMap(([name, config]) => (!name.startsWith('HEAD') && wanted(config) ? [name] : [])).toSorted()
