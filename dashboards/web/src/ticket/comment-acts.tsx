import type { ThreadComment, TicketView } from '@huiyin/schemas/api.ts'
import type { RemovalGround } from '@huiyin/schemas/moderation.ts'
import { Button } from 'antd'
import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import { mayDo, useDesk } from './desk.ts'
import style from './ticket.module.css'

const GROUNDS = [
  'constitution',
  'state-security',
  'national-honour',
  'heroes-and-martyrs',
  'terrorism',
  'ethnic-hatred',
  'cults',
  'rumour',
  'obscenity-or-violence',
  'insult-or-privacy',
  'other-law'
] as const satisfies readonly RemovalGround[]

const EXCERPT = 60

const removeForm = ({ id, text }: ThreadComment): FormSpec => ({
  id: `remove/${id}`,
  title: t('act.remove-title'),
  hint: `“${text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text}” ${t('act.remove-hint')}`,
  submit: t('act.remove'),
  fields: [
    {
      as: 'choice',
      name: 'ground',
      label: t('moderation.ground'),
      of: GROUNDS.map(value => ({ value, label: t(`ground.${value}`) }))
    },
    { as: 'lines', name: 'text', label: t('remove.text'), max: 2000 }
  ],
  act: ({ ground = '', text = '' }) => ({
    kind: 'removals',
    body: { comment: id, ground: ground as RemovalGround, text }
  })
})

const OPEN: readonly string[] = ['asked', 'granted', 'sending']

/** How it stands with one comment at the platform: elected, being elected, or to be removed. */
function standing({ moderation = [] }: TicketView, comment: string) {
  const own = moderation.filter(one => one.comment === comment)
  const elects = own.filter(({ kind, state }) => kind === 'elect' && state !== 'failed' && state !== 'refused')
  const last = elects.at(-1)
  return {
    elected: elects.filter(({ state }) => state === 'done').at(-1)?.elected ?? false,
    electing: last !== undefined && OPEN.includes(last.state),
    removing: own.some(({ kind, state }) => kind === 'remove' && OPEN.includes(state))
  }
}

/** What the office may have the platform do with one comment of the citizen's. */
export function CommentActs({ comment }: { comment: ThreadComment }) {
  const { view, busy, act, ask } = useDesk()
  const { elected, electing, removing } = standing(view, comment.id)
  const elects = mayDo(view, 'comment.elect')
  const removes = mayDo(view, 'comment.remove.ask') && !removing
  if (!elects && !removes && !elected) return null
  return (
    <p className={style.commentActs}>
      {elected && !electing && <span className={style.good}>{t('moderation.elected')}</span>}
      {electing && <span className={style.faint}>{t('moderation.pending')}</span>}
      {elects && !electing && (
        <Button
          size="small"
          type="text"
          aria-pressed={elected}
          disabled={busy !== undefined}
          onClick={() => act({ kind: 'elected', body: { comment: comment.id, elected: !elected } })}
        >
          {t(elected ? 'act.unelect' : 'act.elect')}
        </Button>
      )}
      {removes && (
        <Button size="small" type="text" disabled={busy !== undefined} onClick={() => ask(removeForm(comment))}>
          {t('act.remove')}
        </Button>
      )}
      {removing && <span className={style.faint}>{t('moderation.remove')}</span>}
    </p>
  )
}
