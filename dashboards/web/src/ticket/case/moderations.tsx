import type { ModerationView } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { segment } from '../../data/acts.ts'
import type { FormSpec } from '../../form/spec.ts'
import { language, t } from '../../language.ts'
import { clockTime } from '../../time.ts'
import { mayDo, useDesk } from '../desk.ts'
import { Card, Mark } from './card.tsx'
import style from './case.module.css'

const TONES = {
  asked: 'soon',
  refused: 'late',
  granted: 'soon',
  sending: 'soon',
  done: 'good',
  failed: 'late'
} as const satisfies Record<ModerationView['state'], unknown>

/** It waits for who looks to decide. */
export const isUndecided = (one: ModerationView) =>
  mayDo(one, 'comment.remove.grant') || mayDo(one, 'comment.remove.refuse')

const titleOf = ({ kind, elected }: ModerationView) =>
  t(kind === 'elect' && elected === false ? 'moderation.unelect' : `moderation.${kind}`)

const refuseForm = ({ id }: ModerationView): FormSpec => ({
  id: `remove-refuse/${id}`,
  title: t('act.remove-refuse-title'),
  submit: t('act.remove-refuse'),
  fields: [{ as: 'lines', name: 'reason', label: t('act.remove-refuse-title'), max: 500 }],
  act: ({ reason = '' }) => ({ kind: `removals/${segment(id)}/refuse`, body: { reason } })
})

/** What the office has the platform do with a citizen's comment: on what ground, who asked, who decided, what became of it. */
export function ModerationCard({ of }: { of: ModerationView }) {
  const { view, now } = useDesk()
  const { kind, comment, by, at, words, text, state, decided, trouble } = of
  const said = view.thread.find(({ id }) => id === comment)?.text
  return (
    <Card
      title={titleOf(of)}
      marks={<Mark tone={TONES[state]}>{t(`moderation.state.${state}`, { who: decided?.by.name ?? '' })}</Mark>}
      facts={[
        t(kind === 'remove' ? 'moderation.by' : 'moderation.elected-by', { who: by.name, at: clockTime(at, now) }),
        decided && state !== 'refused' && t('moderation.granted-by', { who: decided.by.name })
      ]}
      acts={<Decide of={of} />}
    >
      <p className={style.said}>{said ?? t('moderation.gone')}</p>
      {words && (
        <p>
          <span className={style.faint}>{t('moderation.ground')}</span> {words[language()]}
        </p>
      )}
      {text && <p>{text}</p>}
      {decided?.reason && <p>{t('moderation.refused-why', { who: decided.by.name, reason: decided.reason })}</p>}
      {trouble && (state === 'failed' || state === 'granted') && (
        <p className={style.faint}>
          {trouble[language()]} · {t('trouble.said', { message: trouble.message, code: trouble.code })}
        </p>
      )}
    </Card>
  )
}

function Decide({ of }: { of: ModerationView }) {
  const { busy, act, ask } = useDesk()
  const kind = `removals/${segment(of.id)}/grant` as const
  return (
    <>
      {mayDo(of, 'comment.remove.grant') && (
        <Button
          size="small"
          type="primary"
          loading={busy === kind}
          disabled={busy !== undefined}
          onClick={() => act({ kind })}
        >
          {t('act.remove-grant')}
        </Button>
      )}
      {mayDo(of, 'comment.remove.refuse') && (
        <Button size="small" disabled={busy !== undefined} onClick={() => ask(refuseForm(of))}>
          {t('act.remove-refuse')}
        </Button>
      )}
    </>
  )
}
